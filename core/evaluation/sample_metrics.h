#pragma once

#include "core/base/annotation.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace labelwright {

/// Sums over samples of the figures that look at one sample's labels; divided by the counts they
/// are the sample-wise metrics.
struct SampleSums
{
    std::int64_t covered = 0;      ///< Samples with a known label.
    std::int64_t fullyKnown = 0;   ///< Samples in which every label is known.
    std::int64_t exact = 0;        ///< Fully known samples without a wrong label.
    std::int64_t known = 0;        ///< Cells.
    std::int64_t wrong = 0;        ///< Known cells predicted wrongly.
    std::int64_t positives = 0;    ///< Known cells that are true.
    std::int64_t predicted = 0;    ///< Known cells that are predicted.
    double f1 = 0;
    double coverage = 0;
    double rankingLoss = 0;
    double rankingPrecision = 0;

    SampleSums& operator+=(const SampleSums& other);
};

/// Sums over all samples of matrices samples × labels, row by row; `thresholds` has one value per
/// label. The same sums on any number of threads. The ranking figures follow scikit-learn's
/// `coverage_error`, `label_ranking_loss` and `label_ranking_average_precision_score` (Tsoumakas,
/// Katakis and Vlahavas 2010).
SampleSums sumOverSamples(std::span<const float> scores, std::span<const Annotation> truth,
                          std::span<const float> thresholds, int threads);

} // namespace labelwright
