#include "core/evaluation/curves.h"

#include <cstddef>
#include <limits>

namespace labelwright {

namespace {

/// True for a point on a straight run between its neighbours, all one step apart:
/// `np.diff(fps, 2) | np.diff(tps, 2)` in scikit-learn's roc_curve.
bool isInsideRun(const SortedScores& scores, std::size_t step)
{
    if (step <= 1 || step >= scores.steps())
        return false;
    const ConfusionCounts before = scores.atStep(step - 1);
    const ConfusionCounts here = scores.atStep(step);
    const ConfusionCounts after = scores.atStep(step + 1);
    return before.truePositive + after.truePositive == 2 * here.truePositive
           && before.falsePositive + after.falsePositive == 2 * here.falsePositive;
}

} // namespace

std::optional<RocCurve> rocCurve(const SortedScores& scores, RocPoints points)
{
    if (scores.positives() == 0 || scores.negatives() == 0)
        return std::nullopt;
    RocCurve curve;
    for (std::size_t step = 0; step <= scores.steps(); ++step) {
        if (points == RocPoints::Corners && isInsideRun(scores, step))
            continue;
        const ConfusionCounts counts = scores.atStep(step);
        curve.falsePositiveRate.push_back(static_cast<double>(counts.falsePositive)
                                          / static_cast<double>(counts.negatives()));
        curve.truePositiveRate.push_back(static_cast<double>(counts.truePositive)
                                         / static_cast<double>(counts.positives()));
        curve.thresholds.push_back(step == 0 ? std::numeric_limits<float>::infinity()
                                             : scores.scores()[step - 1]);
    }
    return curve;
}

std::optional<PrCurve> prCurve(const SortedScores& scores)
{
    if (scores.positives() == 0)
        return std::nullopt;
    PrCurve curve;
    for (std::size_t step = scores.steps(); step > 0; --step) {
        const ConfusionCounts counts = scores.atStep(step);
        curve.precision.push_back(precisionOf(counts));
        curve.recall.push_back(static_cast<double>(counts.truePositive)
                               / static_cast<double>(counts.positives()));
        curve.thresholds.push_back(scores.scores()[step - 1]);
    }
    curve.precision.push_back(1);
    curve.recall.push_back(0);
    return curve;
}

std::optional<double> rocAuc(const SortedScores& scores)
{
    if (scores.positives() == 0 || scores.negatives() == 0)
        return std::nullopt;
    double doubled = 0;
    ConfusionCounts before = scores.atStep(0);
    for (std::size_t step = 1; step <= scores.steps(); ++step) {
        const ConfusionCounts here = scores.atStep(step);
        doubled += static_cast<double>(here.falsePositive - before.falsePositive)
                   * static_cast<double>(here.truePositive + before.truePositive);
        before = here;
    }
    return doubled / 2 / static_cast<double>(scores.positives())
           / static_cast<double>(scores.negatives());
}

std::optional<double> averagePrecision(const SortedScores& scores)
{
    if (scores.positives() == 0)
        return std::nullopt;
    double sum = 0;
    std::int64_t found = 0;
    for (std::size_t step = 1; step <= scores.steps(); ++step) {
        const ConfusionCounts counts = scores.atStep(step);
        sum += static_cast<double>(counts.truePositive - found) * precisionOf(counts);
        found = counts.truePositive;
    }
    return sum / static_cast<double>(scores.positives());
}

} // namespace labelwright
