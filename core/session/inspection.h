#pragma once

#include "core/base/annotation.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/evaluation/reliability.h"
#include "core/evaluation/score_histogram.h"
#include "core/evaluation/sorted_scores.h"
#include "core/project/experiments.h"
#include "core/project/project.h"

#include <QPointF>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// A field of the confusion matrix: what is so, and what is predicted.
enum class MatrixField { TruePositive, FalseNegative, FalsePositive, TrueNegative };

/// Nothing where the truth is Unknown.
std::optional<MatrixField> fieldOf(float score, Annotation truth, float threshold);

std::int64_t countIn(const ConfusionCounts& counts, MatrixField field);

/// How far scores are probabilities.
struct CalibrationFigures
{
    std::vector<ReliabilityBin> bins;
    std::optional<double> error; ///< Expected calibration error.
    std::optional<double> brier;
};

/// One label of an evaluation with all that is drawn of it; made once, so that every move of the
/// threshold is arithmetic. Vectors over samples have one entry per row of the evaluation.
struct LabelInspection
{
    std::size_t label = 0;
    std::vector<float> scores;
    std::vector<Annotation> truth;
    SortedScores sorted;
    /// (false, true positive rate) when the highest 0 … steps() different scores are predicted;
    /// empty unless there are both classes.
    std::vector<QPointF> roc;
    /// (recall, precision) of the same steps, beginning with (0, 1); empty without positives.
    std::vector<QPointF> precisionRecall;
    std::optional<double> rocAuc;
    std::optional<double> averagePrecision;
    ScoreHistogram histogram;
    CalibrationFigures calibrated;
    CalibrationFigures uncalibrated; ///< Empty when no uncalibrated scores were given.
    std::vector<std::uint32_t> byScore;   ///< Rows, highest score first.
    std::vector<std::uint32_t> byMistake; ///< Rows, farthest from the truth first; Unknown last.
};

/// Column `label` of matrices samples × labels, row by row. `uncalibrated` may be empty.
/// O(samples · log samples).
LabelInspection inspectLabel(std::span<const float> scores, std::span<const Annotation> truth,
                             std::size_t labels, std::size_t label,
                             std::span<const float> uncalibrated = {});

/// Counts of every label at its threshold, of matrices samples × labels.
std::vector<ConfusionCounts> countsPerLabel(std::span<const float> scores,
                                            std::span<const Annotation> truth,
                                            std::span<const float> thresholds);

/// What the rows of an epoch's validation scores are, in their order.
struct ValidationRows
{
    std::vector<SampleId> samples;
    QStringList labels;
    std::vector<Annotation> truth; ///< samples × labels.
};

/// As the experiment was trained on them.
Result<ValidationRows> validationRows(const Project& project, const Experiment& experiment);

} // namespace labelwright
