#include "core/session/rate_job.h"

#include "core/model/solved_head.h"
#include "core/session/experiment_copy.h"
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

/// What rates are tried on.
struct Subject
{
    TrainingSubject data;
    ModelSpec spec;
    RunSettings settings;
    QString startWeights; ///< Empty: those the network begins with.
};

Result<void> requireRate(const ModelSpec& spec)
{
    if (!headIsSolved(spec))
        return {};
    return failure(QStringLiteral("A learning rate is not applicable: the head is solved exactly by "
                                  "logistic regression."));
}

Result<RateSearch> sweep(Project& project, const Subject& subject,
                         const ProgressCallback& progress, const std::stop_token& stop)
{
    if (const auto fits = requireRate(subject.spec); !fits)
        return failureOf(fits);
    const auto weights = backboneWeightsFor(subject.spec);
    if (!weights)
        return failureOf(weights);
    const auto data = trainingData(project, subject.data, progress, stop);
    if (!data)
        return failureOf(data);
    if (progress)
        progress({QStringLiteral("Trying learning rates"), 0, 0});
    const QTemporaryDir scratch;
    auto points = findLearningRate(subject.spec, subject.settings, *data,
                                   {*weights, scratch.path(), project.cacheFolder() + "/embeddings",
                                    subject.startWeights},
                                   stop);
    if (!points)
        return failureOf(points);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    return RateSearch{*points, suggestedRate(*points)};
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
    return sweep(project, {subjectOf(experiment), experiment.spec, experiment.settings,
                           startWeightsOf(project, experiment.id)},
                 progress, stop);
}

Result<RateSearch> searchRateFor(Project& project, const ExperimentTarget& target,
                                 const AdviceWishes& wishes, const ProgressCallback& progress,
                                 std::stop_token stop)
{
    const auto advice = adviseFor(project, target, wishes);
    if (!advice)
        return failureOf(advice);
    if (const auto fits = requireRate(advice->spec); !fits)
        return failureOf(fits);
    const auto subject = currentSubject(project, target, advice->spec);
    if (!subject)
        return failureOf(subject);
    return sweep(project, {*subject, advice->spec, advice->settings, {}}, progress, stop);
}

} // namespace labelwright
