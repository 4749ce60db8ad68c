#pragma once

#include "core/evaluation/confusion.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// Figures of one label. Undefined ones are empty, never 0.
struct LabelEvaluation
{
    QString name;
    std::int64_t support = 0;   ///< Samples in which the label is known to be present.
    std::int64_t negatives = 0; ///< Samples in which it is known to be absent.
    std::int64_t unknown = 0;   ///< Samples left out of every figure.
    float threshold = 0.5F;     ///< score ≥ threshold counts as present.
    ConfusionCounts counts;     ///< At the threshold.
    std::optional<double> averagePrecision; ///< Needs a positive.
    std::optional<double> rocAuc;           ///< Needs both classes.
    std::optional<double> precision;        ///< Needs a known sample; 0 with nothing predicted.
    std::optional<double> recall;           ///< Needs a positive.
    std::optional<double> specificity;      ///< Needs a negative.
    std::optional<double> f1;               ///< Needs a positive.
    QString reason; ///< Why some of these are undefined: "no positives"; empty when none is.
};

/// A figure over several labels or samples.
struct AverageFigure
{
    std::optional<double> value;
    std::int64_t covered = 0; ///< Labels (or samples, or cells) it stands on.
    std::int64_t total = 0;   ///< Labels (or samples, or cells) there are.
    QString reason;           ///< Why there is no value; empty when there is one.
};

/// Figures over all labels. Macro figures are means over the labels in which the figure is
/// defined; micro figures pool all known cells; sample-wise ones use each sample's known labels and
/// leave out samples without any. Definitions are scikit-learn's.
struct OverallFigures
{
    AverageFigure meanAveragePrecision; ///< mAP: macro average precision.
    AverageFigure macroRocAuc;
    AverageFigure macroPrecision;
    AverageFigure macroRecall;
    AverageFigure macroF1;
    AverageFigure microPrecision; ///< 0 with nothing predicted.
    AverageFigure microRecall;
    AverageFigure microF1;
    AverageFigure weightedF1; ///< Macro F1 weighted by support.
    /// Mean over samples of 2·TP / (2·TP + FP + FN); a sample with nothing true and nothing
    /// predicted counts as 0, as in scikit-learn.
    AverageFigure samplesF1;
    AverageFigure hammingLoss;    ///< Share of known cells that are wrong.
    AverageFigure subsetAccuracy; ///< Over samples in which every label is known.
    AverageFigure coverageError;  ///< Labels to go down the ranking to have all true ones; 0 for none.
    AverageFigure rankingLoss;    ///< Share of (true, false) pairs in wrong order; ties are wrong.
    AverageFigure rankingAveragePrecision; ///< LRAP; 1 for a sample with no or only true labels.
    std::optional<double> cardinalityTrue;      ///< Known positives per covered sample.
    std::optional<double> cardinalityPredicted; ///< Predictions among known cells per covered sample.
};

/// `OverallFigures::macroF1` of labels of which the counts are all that is known.
AverageFigure macroF1Of(std::span<const ConfusionCounts> labels);

/// Everything that is known of a checkpoint on a subset.
struct EvaluationFigures
{
    std::int64_t samples = 0;
    std::vector<LabelEvaluation> labels;
    OverallFigures overall;
};

/// Compares `scores` with `truth`, both samples × labels, row by row. `thresholds` has one value per
/// label. Uses all cores; O(samples · labels · log samples).
EvaluationFigures evaluate(std::span<const float> scores, std::span<const Annotation> truth,
                           std::span<const float> thresholds, const QStringList& labels);

} // namespace labelwright
