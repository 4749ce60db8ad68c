#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/deployment/export_bundle.h"
#include "core/project/deployments.h"

#include <QString>

#include <stop_token>

namespace labelwright {

/// "best, epoch 7" of the checkpoint that the deployment was made from.
QString checkpointInWords(const Deployment& deployment);

/// Exports what the deployment holds, not what its experiment has become since (see `exportModel`).
/// The proof is made on validation images of the experiment's dataset, or on images of another
/// dataset where that is gone. The model card speaks of the test subset where experiment and
/// thresholds are still those of the deployment; otherwise it says why it has no figures.
Result<ExportReport> exportDeployment(const Project& project, const Deployment& deployment,
                                      const ExportTarget& target,
                                      const ProgressCallback& progress = {},
                                      std::stop_token stop = {});

} // namespace labelwright
