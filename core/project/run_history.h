#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/nn/trainer.h"
#include "core/project/project.h"

#include <vector>

namespace labelwright {

/// Records an epoch; it is on disk when the call returns. An epoch reported again (after a resume)
/// replaces the earlier report and whatever came after it.
Result<void> appendEpoch(Project& project, ExperimentId experiment, const EpochReport& report);

/// All epochs in order, without their validation scores.
Result<std::vector<EpochReport>> epochReports(const Project& project, ExperimentId experiment);

/// The uncalibrated scores of an epoch on the validation rows, as they were reported; empty when
/// the report had none. Fails when the file is damaged.
Result<std::vector<float>> epochValidationScores(const Project& project, ExperimentId experiment,
                                                 int epoch);

} // namespace labelwright
