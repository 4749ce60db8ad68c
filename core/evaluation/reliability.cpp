#include "core/evaluation/reliability.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace labelwright {

std::vector<ReliabilityBin> reliabilityBins(std::span<const float> scores,
                                            std::span<const Annotation> truth, int bins)
{
    assert(scores.size() == truth.size() && bins >= 1);
    const auto count = static_cast<std::size_t>(bins);
    std::vector<ReliabilityBin> result(count);
    std::vector<double> inner(count - 1); // Edges between bins.
    for (std::size_t i = 0; i < count; ++i) {
        result[i].low = static_cast<double>(i) / bins;
        result[i].high = static_cast<double>(i + 1) / bins;
        if (i > 0)
            inner[i - 1] = result[i].low;
    }
    std::vector<double> sums(count);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (truth[i] == Annotation::Unknown)
            continue;
        const auto edge = std::lower_bound(inner.begin(), inner.end(), double{scores[i]});
        const auto bin = static_cast<std::size_t>(edge - inner.begin());
        ++result[bin].count;
        result[bin].positives += truth[i] == Annotation::Present ? 1 : 0;
        sums[bin] += scores[i];
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (result[i].count == 0)
            continue;
        const auto cells = static_cast<double>(result[i].count);
        result[i].meanScore = sums[i] / cells;
        result[i].positiveShare = static_cast<double>(result[i].positives) / cells;
    }
    return result;
}

std::optional<double> expectedCalibrationError(std::span<const ReliabilityBin> bins)
{
    double sum = 0;
    std::int64_t known = 0;
    for (const ReliabilityBin& bin : bins) {
        if (bin.count == 0)
            continue;
        sum += static_cast<double>(bin.count) * std::abs(*bin.meanScore - *bin.positiveShare);
        known += bin.count;
    }
    if (known == 0)
        return std::nullopt;
    return sum / static_cast<double>(known);
}

std::optional<double> brierScore(std::span<const float> scores, std::span<const Annotation> truth)
{
    assert(scores.size() == truth.size());
    double sum = 0;
    std::int64_t known = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (truth[i] == Annotation::Unknown)
            continue;
        const double error = scores[i] - (truth[i] == Annotation::Present ? 1.0 : 0.0);
        sum += error * error;
        ++known;
    }
    if (known == 0)
        return std::nullopt;
    return sum / static_cast<double>(known);
}

} // namespace labelwright
