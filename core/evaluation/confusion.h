#pragma once

#include "core/base/annotation.h"

#include <cstdint>
#include <optional>
#include <span>

namespace labelwright {

/// How predictions of one label agree with the truth, in samples.
struct ConfusionCounts
{
    std::int64_t truePositive = 0;
    std::int64_t falsePositive = 0;
    std::int64_t trueNegative = 0;
    std::int64_t falseNegative = 0;

    [[nodiscard]] std::int64_t positives() const { return truePositive + falseNegative; }
    [[nodiscard]] std::int64_t negatives() const { return trueNegative + falsePositive; }
    [[nodiscard]] std::int64_t predicted() const { return truePositive + falsePositive; }
    [[nodiscard]] std::int64_t known() const { return positives() + negatives(); }

    ConfusionCounts& operator+=(const ConfusionCounts& other);
    friend bool operator==(const ConfusionCounts&, const ConfusionCounts&) = default;
};

/// Counts how `scores` (each in [0, 1]) agree with `truth` when a score equal to or above
/// `threshold` counts as present. Both spans have one entry per sample; samples whose truth is
/// Unknown are left out of all four counts.
ConfusionCounts countConfusion(std::span<const float> scores, std::span<const Annotation> truth,
                               float threshold);

/// Share of the predicted samples that are positive; 0 when nothing is predicted.
double precisionOf(const ConfusionCounts& counts);

/// Share of the positives that are predicted; nothing without positives.
std::optional<double> recallOf(const ConfusionCounts& counts);

/// Share of the negatives that are not predicted; nothing without negatives.
std::optional<double> specificityOf(const ConfusionCounts& counts);

/// (1 + β²) · precision · recall / (β² · precision + recall): recall counts β times as much as
/// precision, β > 0. Nothing without positives.
std::optional<double> fBetaOf(const ConfusionCounts& counts, double beta);

/// fBetaOf with β = 1.
std::optional<double> f1Of(const ConfusionCounts& counts);

} // namespace labelwright
