#pragma once

#include "core/evaluation/sorted_scores.h"

#include <optional>
#include <vector>

namespace labelwright {

/// Receiver operating characteristic, from (0, 0) to (1, 1). The three vectors have equal length;
/// the first threshold is infinite (nothing predicted), the others are scores, falling.
struct RocCurve
{
    std::vector<double> falsePositiveRate;
    std::vector<double> truePositiveRate;
    std::vector<float> thresholds;
};

/// Precision against recall as scikit-learn's `precision_recall_curve` orders it: thresholds rise,
/// recall falls from 1; the last point (precision 1, recall 0) has no threshold, so `thresholds`
/// is one shorter than the other two.
struct PrCurve
{
    std::vector<double> precision;
    std::vector<double> recall;
    std::vector<float> thresholds;
};

/// Which points of a ROC curve are kept.
enum class RocPoints {
    All,     ///< One per different score: scikit-learn's drop_intermediate=False.
    Corners, ///< Without points inside straight runs: drop_intermediate=True.
};

/// Nothing without positives or without negatives.
std::optional<RocCurve> rocCurve(const SortedScores& scores, RocPoints points = RocPoints::All);

/// Nothing without positives.
std::optional<PrCurve> prCurve(const SortedScores& scores);

/// Area under the ROC curve by the trapezoidal rule (ties count half), scikit-learn's
/// `roc_auc_score`. Nothing without positives or without negatives.
std::optional<double> rocAuc(const SortedScores& scores);

/// Σ (Rₙ − Rₙ₋₁) Pₙ over the different scores, scikit-learn's `average_precision_score` (no
/// interpolation). Nothing without positives.
std::optional<double> averagePrecision(const SortedScores& scores);

} // namespace labelwright
