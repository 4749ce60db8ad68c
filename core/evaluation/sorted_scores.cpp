#include "core/evaluation/sorted_scores.h"

#include "core/evaluation/score_order.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace labelwright {

namespace {

/// Score in the upper half, 1 for a positive in the lower; highest first.
std::vector<std::uint64_t> sortedEntries(std::span<const float> scores,
                                         std::span<const Annotation> truth, std::size_t stride,
                                         std::size_t offset)
{
    std::vector<std::uint64_t> entries;
    entries.reserve(scores.size() / stride + 1);
    for (std::size_t i = offset; i < scores.size(); i += stride)
        if (truth[i] != Annotation::Unknown)
            entries.push_back(std::uint64_t{orderedKey(scores[i])} << 32
                              | (truth[i] == Annotation::Present ? 1U : 0U));
    sortByKey(entries);
    return entries;
}

} // namespace

SortedScores::SortedScores(std::span<const float> scores, std::span<const Annotation> truth,
                           std::size_t stride, std::size_t offset)
{
    assert(scores.size() == truth.size());
    const std::vector<std::uint64_t> entries = sortedEntries(scores, truth, stride, offset);
    std::int32_t positives = 0;
    std::int32_t negatives = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        ++((entries[i] & 1U) != 0 ? positives : negatives);
        if (i + 1 < entries.size() && entries[i] >> 32 == entries[i + 1] >> 32)
            continue;
        m_scores.push_back(scoreOfKey(static_cast<std::uint32_t>(entries[i] >> 32)));
        m_positives.push_back(positives);
        m_negatives.push_back(negatives);
    }
}

SortedScores::SortedScores(std::span<const float> scores, std::span<const Annotation> truth)
    : SortedScores(scores, truth, 1, 0)
{}

SortedScores SortedScores::ofLabel(std::span<const float> scores,
                                   std::span<const Annotation> truth, std::size_t labels,
                                   std::size_t label)
{
    assert(label < labels);
    return {scores, truth, labels, label};
}

ConfusionCounts SortedScores::at(float threshold) const
{
    const auto end = std::partition_point(m_scores.begin(), m_scores.end(),
                                          [&](float score) { return score >= threshold; });
    return atStep(static_cast<std::size_t>(end - m_scores.begin()));
}

ConfusionCounts SortedScores::atStep(std::size_t predictedSteps) const
{
    assert(predictedSteps <= steps());
    ConfusionCounts counts;
    if (predictedSteps > 0) {
        counts.truePositive = m_positives[predictedSteps - 1];
        counts.falsePositive = m_negatives[predictedSteps - 1];
    }
    counts.falseNegative = positives() - counts.truePositive;
    counts.trueNegative = negatives() - counts.falsePositive;
    return counts;
}

std::optional<float> SortedScores::thresholdForStep(std::size_t predictedSteps) const
{
    assert(predictedSteps <= steps());
    const float above = predictedSteps == 0 ? 1.0F : m_scores[predictedSteps - 1];
    const float below = predictedSteps == steps() ? 0.0F : m_scores[predictedSteps];
    if (predictedSteps == 0)
        return below < 1.0F ? std::optional(std::max(std::midpoint(below, above),
                                                     std::nextafter(below, 2.0F)))
                            : std::nullopt;
    const float middle = std::midpoint(below, above);
    return middle > below ? middle : above;
}

} // namespace labelwright
