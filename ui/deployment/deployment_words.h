#pragma once

#include "core/project/checkpoints.h"
#include "core/session/deployment_host.h"

#include <QString>

namespace labelwright {

/// "Disabled", "Warming up…", "Ready" or "Failed".
QString stateWord(DeploymentState state);

/// The icon that stands beside the word.
QString stateIconName(DeploymentState state);

/// "Best epoch (7)" or "Last epoch (20)".
QString checkpointWord(CheckpointKind kind, int epoch);

/// A threshold as people read it: "0.42"; "never" above 1.
QString thresholdWord(double threshold);

/// Where thresholds or a calibration come from, without the words of the command line: "best F1 on
/// validation (80 images)".
QString decisionSourceInWords(const QString& source);

} // namespace labelwright
