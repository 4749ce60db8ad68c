#pragma once

#include "core/evaluation/confusion.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// The known samples of one label sorted by score once, so that every threshold move is a search
/// and a subtraction. Equal scores form one step: no threshold can part them. A score that is not
/// a number sorts below all others.
class SortedScores
{
public:
    SortedScores() = default;

    /// One entry per sample in both spans; samples of Unknown truth are left out. O(n log n).
    SortedScores(std::span<const float> scores, std::span<const Annotation> truth);

    /// The same for column `label` of matrices samples × labels, row by row.
    static SortedScores ofLabel(std::span<const float> scores, std::span<const Annotation> truth,
                                std::size_t labels, std::size_t label);

    [[nodiscard]] std::int64_t positives() const
    {
        return m_positives.empty() ? 0 : m_positives.back();
    }
    [[nodiscard]] std::int64_t negatives() const
    {
        return m_negatives.empty() ? 0 : m_negatives.back();
    }

    /// Counts at `threshold`, as `countConfusion`. O(log n).
    [[nodiscard]] ConfusionCounts at(float threshold) const;

    /// Number of different scores.
    [[nodiscard]] std::size_t steps() const { return m_scores.size(); }

    /// The different scores, highest first.
    [[nodiscard]] std::span<const float> scores() const { return m_scores; }

    /// Counts when the highest `predictedSteps` different scores count as present, 0 … steps().
    [[nodiscard]] ConfusionCounts atStep(std::size_t predictedSteps) const;

    /// A threshold that predicts exactly the highest `predictedSteps` different scores: midway to
    /// the next lower score (to 1 above all, to 0 below all), so that small changes of scores
    /// change no decision. Nothing when no threshold in [0, 1] does that: none predicted although
    /// the highest score is 1.
    [[nodiscard]] std::optional<float> thresholdForStep(std::size_t predictedSteps) const;

private:
    SortedScores(std::span<const float> scores, std::span<const Annotation> truth,
                 std::size_t stride, std::size_t offset);

    std::vector<float> m_scores;              ///< Falling, all different.
    std::vector<std::int32_t> m_positives;    ///< Positives with at least that score.
    std::vector<std::int32_t> m_negatives;    ///< Negatives with at least that score.
};

} // namespace labelwright
