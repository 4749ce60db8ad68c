#pragma once

#include "core/base/annotation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// How resamples of the samples are drawn.
struct BootstrapOptions
{
    int resamples = 200;
    double confidence = 0.95; ///< Share inside the interval, (0, 1).
    std::uint64_t seed = 1;   ///< The same seed gives the same intervals on any number of threads.
};

/// A figure with its percentile interval (Efron and Tibshirani 1993) over resampled samples.
struct Interval
{
    double value = 0; ///< On the samples themselves.
    double low = 0;
    double high = 0;
    int resamples = 0; ///< In how many resamples the figure was defined.
};

/// Intervals of one label; nothing where the figure is undefined, or undefined in more than half
/// of the resamples.
struct LabelIntervals
{
    std::optional<Interval> averagePrecision;
    std::optional<Interval> rocAuc;
    std::optional<Interval> precision; ///< At the label's threshold.
    std::optional<Interval> recall;    ///< At the label's threshold.
    std::optional<Interval> f1;        ///< At the label's threshold.
};

struct BootstrapIntervals
{
    std::optional<Interval> meanAveragePrecision;
    std::optional<Interval> macroF1;
    std::optional<Interval> microF1;
    std::vector<LabelIntervals> labels;
};

/// Intervals of `evaluate`'s figures. Matrices samples × labels, row by row; one threshold per
/// label. Each label is sorted once; a resample only weights its samples.
BootstrapIntervals bootstrapIntervals(std::span<const float> scores,
                                      std::span<const Annotation> truth,
                                      std::span<const float> thresholds, std::size_t labels,
                                      const BootstrapOptions& options = {});

/// How two runs differ on the same samples: second minus first, so above 0 the second is better.
struct PairedDifference
{
    std::optional<Interval> meanAveragePrecision; ///< Over labels defined in both.
    std::vector<std::optional<Interval>> averagePrecision; ///< Per label.
    double secondBetterShare = 0; ///< Share of resamples in which the second has the higher mAP.
};

/// Both runs are weighted by the same resamples.
PairedDifference comparePaired(std::span<const float> first, std::span<const float> second,
                               std::span<const Annotation> truth, std::size_t labels,
                               const BootstrapOptions& options = {});

} // namespace labelwright
