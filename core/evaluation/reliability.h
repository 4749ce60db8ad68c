#pragma once

#include "core/base/annotation.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// Known cells whose score lies in (low, high]; the first bin holds score 0 too.
struct ReliabilityBin
{
    double low = 0;
    double high = 0;
    std::int64_t count = 0;
    std::int64_t positives = 0;
    std::optional<double> meanScore;     ///< Nothing in an empty bin.
    std::optional<double> positiveShare; ///< Nothing in an empty bin.
};

/// Equal-width bins over [0, 1], for one label's samples or for pooled cells; `bins` ≥ 1. Unknown
/// truth is left out.
std::vector<ReliabilityBin> reliabilityBins(std::span<const float> scores,
                                            std::span<const Annotation> truth, int bins = 10);

/// Expected calibration error: Σ count · |mean score − share of positives| / known (Naeini et al.
/// 2015). Nothing when no bin holds a cell.
std::optional<double> expectedCalibrationError(std::span<const ReliabilityBin> bins);

/// Mean of (score − truth)² over known cells; nothing when there is none.
std::optional<double> brierScore(std::span<const float> scores, std::span<const Annotation> truth);

} // namespace labelwright
