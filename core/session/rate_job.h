#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/nn/trainer.h"
#include "core/project/experiments.h"
#include "core/project/project.h"
#include "core/session/experiment_setup.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace labelwright {

/// What a learning-rate range test gave.
struct RateSearch
{
    std::vector<RatePoint> points;   ///< By rising rate.
    std::optional<double> suggested; ///< Nothing when the loss never fell.
};

/// The rate at which the loss falls fastest per decade, before its minimum (Smith 2017), at most a
/// tenth of the minimum's; rounded to one digit: 2e-4. `points` by rising rate.
std::optional<double> suggestedRate(std::span<const RatePoint> points);

/// Learning-rate range test of an experiment's network, settings and data. Blocks; leaves no trace
/// but prepared images in the cache. Fails where the head is solved, which has no learning rate.
Result<RateSearch> searchRate(Project& project, const Experiment& experiment,
                              const ProgressCallback& progress, std::stop_token stop);

/// The same of what the advisor chooses for the target; leaves no experiment.
Result<RateSearch> searchRateFor(Project& project, const ExperimentTarget& target,
                                 const AdviceWishes& wishes, const ProgressCallback& progress,
                                 std::stop_token stop);

} // namespace labelwright
