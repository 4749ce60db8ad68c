#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/experiments.h"
#include "core/project/project.h"

#include <QString>

namespace labelwright {

/// A new experiment, never run, on the same version and labels with the same network, settings and
/// reasons, whatever became of the feature set. An empty name means "copy of …".
Result<Experiment> copyExperiment(Project& project, ExperimentId id, const QString& name = {});

} // namespace labelwright
