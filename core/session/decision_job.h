#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/thresholds.h"
#include "core/project/checkpoints.h"
#include "core/project/decisions.h"
#include "core/project/project.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace labelwright {

/// What calibration and thresholds are fitted with.
struct DecisionFit
{
    CalibrationKind calibration = CalibrationKind::Temperature;
    ThresholdGoal goal;
};

/// "max-f1", "max-fbeta 2", "precision 0.95", "recall 0.9", "cost 5" or "prevalence".
QString goalText(const ThresholdGoal& goal);

/// Reads what `goalText` writes; fails naming the goals there are.
Result<ThresholdGoal> goalFromText(const QString& text);

/// "none", "temperature" or "platt".
QString calibrationWord(CalibrationKind kind);
Result<CalibrationKind> calibrationFromWord(const QString& word);

/// Fits calibration, then the thresholds of all labels, on the checkpoint's validation scores, and
/// stores them as the checkpoint's one set. A label that cannot be fitted keeps its uncalibrated
/// scores, or the threshold 0.5, and has the reason in its note.
Result<DecisionSet> fitDecisions(Project& project, CheckpointId checkpoint, const DecisionFit& fit,
                                 const ProgressCallback& progress = {}, std::stop_token stop = {});

/// Fits thresholds only, under the calibration the checkpoint has, of one label or of all.
Result<DecisionSet> fitThresholds(Project& project, CheckpointId checkpoint,
                                  const ThresholdGoal& goal, const QString& onlyLabel = {},
                                  const ProgressCallback& progress = {}, std::stop_token stop = {});

/// Sets the threshold of one label, or of all for an empty name, by hand: [0, 1].
Result<DecisionSet> setThreshold(Project& project, CheckpointId checkpoint, const QString& label,
                                 double threshold);

/// Whether the threshold of this label was set by `setThreshold`, and not fitted since.
bool isSetByHand(const LabelDecision& decision);

/// The threshold on scores under calibration `to` that decides as `threshold` does under `from`.
float thresholdUnder(float threshold, const LabelCalibration& from, const LabelCalibration& to);

/// The usual fit, where none of all labels was made yet. Labels that the user has decided by then
/// keep their decisions, also those decided while the fit goes on.
Result<void> fitMissingDecisions(Project& project, CheckpointId checkpoint,
                                 const ProgressCallback& progress = {}, std::stop_token stop = {});

/// `fitMissingDecisions` after a run, for `best` and `last`.
Result<void> fitDefaultDecisions(Project& project, ExperimentId experiment,
                                 const ProgressCallback& progress, std::stop_token stop);

/// The set's scales and offsets, and its thresholds, in the order of the labels.
std::vector<LabelCalibration> calibrationsOf(const DecisionSet& set);
std::vector<float> thresholdsOf(const DecisionSet& set);

} // namespace labelwright
