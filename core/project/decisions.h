#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/evaluation/calibration.h"
#include "core/project/project.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace labelwright {

/// How a label's logit becomes a score and a decision: present when
/// sigmoid(scale · logit + offset) ≥ threshold.
struct LabelDecision
{
    LabelId label;
    LabelCalibration calibration;
    float threshold = 0.5F; ///< [0, 1]; above 1: never present.
    bool attainable = true; ///< False: the goal cannot be reached; `threshold` is a fallback.
    QString note; ///< What the user should know of threshold and calibration; may be empty.
    friend bool operator==(const LabelDecision&, const LabelDecision&) = default;
};

/// The one set of calibration and thresholds of a checkpoint that charts, predictions, exports and
/// reports use.
struct DecisionSet
{
    CalibrationKind calibration = CalibrationKind::None; ///< As asked for.
    QString calibrationSource; ///< How it was fitted, "none", or "none (why it could not be)".
    QString thresholdSource;   ///< "max F1 on validation", "set by hand", "0.5 for every label".
    std::vector<LabelDecision> labels; ///< In the order of the experiment's labels.
    friend bool operator==(const DecisionSet&, const DecisionSet&) = default;
};

/// What a set says of its thresholds as long as no fit of all labels was stored; what was decided
/// for single labels since follows it.
inline constexpr QLatin1String unfittedThresholds("0.5 for every label");

/// Whether no fit of all labels was stored: those that nobody has decided have 0.5, uncalibrated.
[[nodiscard]] inline bool isUnfitted(const DecisionSet& set)
{
    return set.thresholdSource.startsWith(unfittedThresholds);
}

/// The stored set, or, when nothing was fitted, no calibration and 0.5 for each label.
Result<DecisionSet> decisions(const Project& project, CheckpointId checkpoint);

/// Replaces the set. Its labels must be the experiment's labels in their order.
Result<void> storeDecisions(Project& project, CheckpointId checkpoint, const DecisionSet& set);

} // namespace labelwright
