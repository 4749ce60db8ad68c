#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/deployment/export_bundle.h"
#include "core/session/evaluation_job.h"

#include <stop_token>

namespace labelwright {

/// Exports a checkpoint (see `exportModel`), with a model card on the test subset and the proof on
/// validation images.
Result<ExportReport> exportCheckpoint(const Project& project, const CheckpointChoice& choice,
                                      const ExportTarget& target,
                                      const ProgressCallback& progress = {},
                                      std::stop_token stop = {});

} // namespace labelwright
