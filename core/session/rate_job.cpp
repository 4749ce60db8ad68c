#include "core/session/rate_job.h"

#include "core/session/experiment_copy.h"
#include "core/session/experiment_setup.h"
#include "core/session/training_data.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

/// Points over which a slope is measured: a single step is noise.
constexpr std::size_t slopeWindow = 6;

double roundedToOneDigit(double rate)
{
    const double decade = std::pow(10.0, std::floor(std::log10(rate)));
    return std::round(rate / decade) * decade;
}

} // namespace

std::optional<double> suggestedRate(std::span<const RatePoint> points)
{
    const auto minimum = std::ranges::min_element(points, {}, &RatePoint::loss);
    const auto end = static_cast<std::size_t>(std::distance(points.begin(), minimum));
    double steepest = 0;
    std::optional<double> rate;
    for (std::size_t i = 0; i + slopeWindow <= end; ++i) {
        const RatePoint& from = points[i];
        const RatePoint& to = points[i + slopeWindow];
        const double slope = (to.loss - from.loss)
                             / (std::log10(to.learningRate) - std::log10(from.learningRate));
        if (slope < steepest) {
            steepest = slope;
            rate = std::sqrt(from.learningRate * to.learningRate);
        }
    }
    // Near the minimum the steepest place may stand too high for a whole run: a tenth of the rate
    // of the minimum is the usual limit.
    return rate ? std::optional(roundedToOneDigit(std::min(*rate, minimum->learningRate / 10)))
                : std::nullopt;
}

Result<RateSearch> searchRate(Project& project, const Experiment& experiment,
                              const ProgressCallback& progress, std::stop_token stop)
{
    const auto weights = backboneWeightsFor(experiment.spec);
    if (!weights)
        return failureOf(weights);
    const auto data = trainingData(project, subjectOf(experiment), progress, stop);
    if (!data)
        return failureOf(data);
    if (progress)
        progress({QStringLiteral("Trying learning rates"), 0, 0});
    const QTemporaryDir scratch;
    auto points = findLearningRate(experiment.spec, experiment.settings, *data,
                                   {*weights, scratch.path(), project.cacheFolder() + "/embeddings",
                                    startWeightsOf(project, experiment.id)},
                                   stop);
    if (!points)
        return failureOf(points);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    return RateSearch{*points, suggestedRate(*points)};
}

} // namespace labelwright
