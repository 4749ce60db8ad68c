#pragma once

#include "core/evaluation/sorted_scores.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// What a threshold shall achieve.
enum class ThresholdGoalKind {
    MaxF1,
    MaxFBeta,         ///< value: β > 0.
    PrecisionAtLeast, ///< value: precision in (0, 1]; of all such thresholds the one of best recall.
    RecallAtLeast,    ///< value: recall in (0, 1]; of all such thresholds the one of best precision.
    CostRatio,        ///< value: cost of a false alarm divided by the cost of a miss, > 0.
    PrevalenceMatch,  ///< As many predicted as there are positives, or as near as ties allow.
};

struct ThresholdGoal
{
    ThresholdGoalKind kind = ThresholdGoalKind::MaxF1;
    double value = 1; ///< Meaning by kind; unused by MaxF1 and PrevalenceMatch.
};

/// The threshold of a label for which no goal can be judged.
inline constexpr float defaultThreshold = 0.5F;

/// Fewest known positives for a threshold of the label's own: with fewer, one image moves recall by
/// more than 20 points, and the best threshold on validation says little about other images.
inline constexpr std::int64_t minimumPositivesForThreshold = 5;

/// A threshold and what it gives on the samples it was chosen on.
struct ThresholdChoice
{
    float threshold = defaultThreshold;
    ConfusionCounts counts;
    std::optional<double> precision; ///< Nothing without known samples.
    std::optional<double> recall;    ///< Nothing without positives.
    bool fitted = false;     ///< False: too few examples, the label keeps 0.5.
    bool attainable = false; ///< The goal is met. If fitted but not, the threshold comes nearest.
    QString reason;          ///< Why not fitted or not attainable; empty otherwise.
};

/// The best threshold of one label for a goal. It lies midway between two neighbouring scores. Of
/// equally good ones the one with the wider gap between its neighbours wins.
ThresholdChoice chooseThreshold(const SortedScores& scores, const ThresholdGoal& goal);

/// The same for each label of matrices samples × labels, row by row.
std::vector<ThresholdChoice> chooseThresholds(std::span<const float> scores,
                                              std::span<const Annotation> truth,
                                              std::size_t labels, const ThresholdGoal& goal);

} // namespace labelwright
