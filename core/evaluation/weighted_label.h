#pragma once

#include "core/base/annotation.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace labelwright {

/// Figures of one label on one resample; NaN where undefined.
struct WeightedFigures
{
    double averagePrecision = 0;
    double rocAuc = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    double truePositive = 0; ///< Sums of weights, for pooled figures.
    double predicted = 0;
    double positives = 0;
};

/// One label sorted once by score; figures of any weighting of the samples then cost one pass.
class WeightedLabel
{
public:
    WeightedLabel() = default;

    /// Column `label` of matrices samples × labels, row by row.
    WeightedLabel(std::span<const float> scores, std::span<const Annotation> truth,
                  std::size_t labels, std::size_t label, float threshold);

    /// `weights` has one entry per sample: how often it was drawn.
    [[nodiscard]] WeightedFigures figures(std::span<const std::uint8_t> weights) const;

private:
    struct Entry
    {
        std::uint32_t sample = 0;
        std::uint8_t positive = 0;
        bool endsStep = false; ///< The next score is lower.
    };
    std::vector<Entry> m_entries; ///< Known samples, highest score first.
    std::size_t m_predicted = 0;  ///< How many of them the threshold predicts.
};

} // namespace labelwright
