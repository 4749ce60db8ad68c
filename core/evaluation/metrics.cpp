#include "core/evaluation/metrics.h"

#include "core/base/parallel.h"
#include "core/evaluation/curves.h"
#include "core/evaluation/sample_metrics.h"
#include "core/evaluation/sorted_scores.h"

#include <cassert>

namespace labelwright {

namespace {

QString undefinedReason(const LabelEvaluation& label)
{
    if (label.support == 0 && label.negatives == 0)
        return QStringLiteral("no known annotations");
    if (label.support == 0)
        return QStringLiteral("no positives");
    if (label.negatives == 0)
        return QStringLiteral("no negatives");
    return {};
}

LabelEvaluation evaluateLabel(const QString& name, const SortedScores& sorted, float threshold,
                              std::int64_t samples)
{
    LabelEvaluation label;
    label.name = name;
    label.support = sorted.positives();
    label.negatives = sorted.negatives();
    label.unknown = samples - label.support - label.negatives;
    label.threshold = threshold;
    label.counts = sorted.at(threshold);
    label.averagePrecision = averagePrecision(sorted);
    label.rocAuc = rocAuc(sorted);
    if (label.counts.known() > 0)
        label.precision = precisionOf(label.counts);
    label.recall = recallOf(label.counts);
    label.specificity = specificityOf(label.counts);
    label.f1 = f1Of(label.counts);
    label.reason = undefinedReason(label);
    return label;
}

using LabelFigure = std::optional<double> LabelEvaluation::*;

/// Mean over the labels in which the figure is defined.
AverageFigure macro(const std::vector<LabelEvaluation>& labels, LabelFigure figure,
                    const QString& reason)
{
    AverageFigure mean;
    mean.total = static_cast<std::int64_t>(labels.size());
    double sum = 0;
    for (const LabelEvaluation& label : labels) {
        if (!(label.*figure))
            continue;
        sum += *(label.*figure);
        ++mean.covered;
    }
    if (mean.covered > 0)
        mean.value = sum / static_cast<double>(mean.covered);
    else
        mean.reason = reason;
    return mean;
}

AverageFigure weightedF1(const std::vector<LabelEvaluation>& labels, const QString& reason)
{
    AverageFigure mean = macro(labels, &LabelEvaluation::f1, reason);
    double sum = 0;
    std::int64_t support = 0;
    for (const LabelEvaluation& label : labels) {
        sum += label.f1.value_or(0) * static_cast<double>(label.support);
        support += label.support;
    }
    if (support > 0)
        mean.value = sum / static_cast<double>(support);
    return mean;
}

/// A figure of all known cells pooled.
AverageFigure pooled(std::optional<double> value, std::int64_t known, std::int64_t cells,
                     const QString& reason)
{
    return {value, known, cells, value ? QString() : reason};
}

/// sum / covered, out of `total` samples or cells.
AverageFigure meanOf(double sum, std::int64_t covered, std::int64_t total, const QString& reason)
{
    AverageFigure mean{std::nullopt, covered, total, {}};
    if (covered > 0)
        mean.value = sum / static_cast<double>(covered);
    else
        mean.reason = reason;
    return mean;
}

void fillFromLabels(const std::vector<LabelEvaluation>& labels, std::int64_t cells,
                    OverallFigures& overall)
{
    const QString noPositives = QStringLiteral("no label has positives");
    const QString nothingKnown = QStringLiteral("no label has known annotations");
    overall.meanAveragePrecision = macro(labels, &LabelEvaluation::averagePrecision, noPositives);
    overall.macroRocAuc = macro(labels, &LabelEvaluation::rocAuc,
                                QStringLiteral("no label has both positives and negatives"));
    overall.macroPrecision = macro(labels, &LabelEvaluation::precision, nothingKnown);
    overall.macroRecall = macro(labels, &LabelEvaluation::recall, noPositives);
    overall.macroF1 = macro(labels, &LabelEvaluation::f1, noPositives);
    overall.weightedF1 = weightedF1(labels, noPositives);
    ConfusionCounts counts;
    for (const LabelEvaluation& label : labels)
        counts += label.counts;
    const auto precision = counts.known() > 0 ? std::optional(precisionOf(counts)) : std::nullopt;
    overall.microPrecision = pooled(precision, counts.known(), cells, nothingKnown);
    overall.microRecall = pooled(recallOf(counts), counts.known(), cells, noPositives);
    overall.microF1 = pooled(f1Of(counts), counts.known(), cells, noPositives);
}

void fillFromSamples(const SampleSums& sums, std::int64_t samples, std::int64_t cells,
                     OverallFigures& overall)
{
    const QString nothingKnown = QStringLiteral("no sample has known annotations");
    overall.samplesF1 = meanOf(sums.f1, sums.covered, samples, nothingKnown);
    overall.hammingLoss = meanOf(static_cast<double>(sums.wrong), sums.known, cells, nothingKnown);
    overall.subsetAccuracy = meanOf(static_cast<double>(sums.exact), sums.fullyKnown, samples,
                                    QStringLiteral("no sample has all its labels known"));
    overall.coverageError = meanOf(sums.coverage, sums.covered, samples, nothingKnown);
    overall.rankingLoss = meanOf(sums.rankingLoss, sums.covered, samples, nothingKnown);
    overall.rankingAveragePrecision = meanOf(sums.rankingPrecision, sums.covered, samples,
                                             nothingKnown);
    if (sums.covered > 0) {
        const auto covered = static_cast<double>(sums.covered);
        overall.cardinalityTrue = static_cast<double>(sums.positives) / covered;
        overall.cardinalityPredicted = static_cast<double>(sums.predicted) / covered;
    }
}

} // namespace

AverageFigure macroF1Of(std::span<const ConfusionCounts> labels)
{
    std::vector<LabelEvaluation> evaluated(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i)
        evaluated[i].f1 = f1Of(labels[i]);
    return macro(evaluated, &LabelEvaluation::f1, QStringLiteral("no label has positives"));
}

EvaluationFigures evaluate(std::span<const float> scores, std::span<const Annotation> truth,
                           std::span<const float> thresholds, const QStringList& labels)
{
    assert(scores.size() == truth.size());
    const std::size_t count = thresholds.size();
    assert(count == static_cast<std::size_t>(labels.size()));
    EvaluationFigures figures;
    figures.samples = count == 0 ? 0 : static_cast<std::int64_t>(scores.size() / count);
    figures.labels.resize(count);
    const int threads = defaultThreadCount();
    parallelFor(count, threads, [&](int, std::size_t label) {
        const auto sorted = SortedScores::ofLabel(scores, truth, count, label);
        figures.labels[label] = evaluateLabel(labels.at(static_cast<qsizetype>(label)), sorted,
                                              thresholds[label], figures.samples);
    });
    const auto cells = static_cast<std::int64_t>(scores.size());
    fillFromLabels(figures.labels, cells, figures.overall);
    fillFromSamples(sumOverSamples(scores, truth, thresholds, threads), figures.samples, cells,
                    figures.overall);
    return figures;
}

} // namespace labelwright
