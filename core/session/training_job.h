#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/nn/trainer.h"
#include "core/project/project.h"

#include <functional>
#include <stop_token>

namespace labelwright {

/// What a person watching a run is told, on the run's thread, after it is persisted.
struct TrainingEvents
{
    std::function<void(const RunFacts&)> started;
    std::function<void(const StepReport&)> step;
    std::function<void(const EpochReport&)> epoch;
    ProgressCallback progress;
};

/// Runs an experiment, or goes on with a stopped one: prepares its images, trains, records every
/// epoch and checkpoint, and fits calibration and thresholds of a new `best` and `last` on
/// validation. Blocks until finished or stopped; the experiment's state says which. `closing` ends
/// it like `stop`, and then also gives up that fit, which `fitMissingDecisions` makes good later.
/// Only a writable project.
Result<RunOutcome> runExperiment(Project& project, ExperimentId experiment,
                                 const TrainingEvents& events, RunControl& control,
                                 std::stop_token stop, std::stop_token closing = {});

} // namespace labelwright
