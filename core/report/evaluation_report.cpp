#include "core/report/evaluation_report.h"

#include "core/base/parallel.h"
#include "core/evaluation/curves.h"
#include "core/evaluation/reliability.h"
#include "core/evaluation/sorted_scores.h"
#include "core/report/chart_scale.h"
#include "core/report/markup.h"

#include <algorithm>

namespace labelwright {

namespace {

constexpr std::size_t histogramBins = 20;
constexpr std::size_t curvePoints = 2000;

ReportFigure figureOf(std::optional<double> value, const std::optional<Interval>& interval,
                      const QString& reason)
{
    ReportFigure figure{value, {}, {}, value ? QString() : reason};
    if (value && interval) {
        figure.low = interval->low;
        figure.high = interval->high;
    }
    return figure;
}

std::vector<QPointF> rocPoints(const SortedScores& scores)
{
    std::vector<QPointF> points;
    const auto curve = rocCurve(scores, RocPoints::Corners);
    for (std::size_t i = 0; curve && i < curve->thresholds.size(); ++i)
        points.emplace_back(curve->falsePositiveRate[i], curve->truePositiveRate[i]);
    return thinned(points, curvePoints);
}

std::vector<QPointF> precisionRecallPoints(const SortedScores& scores)
{
    std::vector<QPointF> points;
    const auto curve = prCurve(scores);
    for (std::size_t i = curve ? curve->recall.size() : 0; i-- > 0;)
        points.emplace_back(curve->recall[i], curve->precision[i]);
    return thinned(points, curvePoints);
}

/// Counts of both groups per bin. From the sorted scores, so that each label costs its own samples.
void addHistograms(const SortedScores& sorted, ReportLabel& label)
{
    label.positiveHistogram.assign(histogramBins, 0);
    label.negativeHistogram.assign(histogramBins, 0);
    ConfusionCounts before;
    for (std::size_t step = 0; step < sorted.steps(); ++step) {
        const ConfusionCounts counts = sorted.atStep(step + 1);
        const double score = std::clamp(double(sorted.scores()[step]), 0.0, 1.0);
        const std::size_t bin = std::min(histogramBins - 1, std::size_t(score * histogramBins));
        label.positiveHistogram[bin] += std::size_t(counts.truePositive - before.truePositive);
        label.negativeHistogram[bin] += std::size_t(counts.falsePositive - before.falsePositive);
        before = counts;
    }
}

ReportLabel labelOf(const LabelEvaluation& figures, const LabelIntervals& intervals)
{
    const QString& reason = figures.reason;
    ReportLabel label;
    label.name = figures.name;
    label.positives = std::size_t(figures.support);
    label.negatives = std::size_t(figures.negatives);
    label.unknown = std::size_t(figures.unknown);
    label.averagePrecision = figureOf(figures.averagePrecision, intervals.averagePrecision, reason);
    label.rocAuc = figureOf(figures.rocAuc, intervals.rocAuc, reason);
    label.precision = figureOf(figures.precision, intervals.precision, reason);
    label.recall = figureOf(figures.recall, intervals.recall, reason);
    label.f1 = figureOf(figures.f1, intervals.f1, reason);
    label.threshold = double(figures.threshold);
    label.truePositive = std::size_t(figures.counts.truePositive);
    label.falsePositive = std::size_t(figures.counts.falsePositive);
    label.trueNegative = std::size_t(figures.counts.trueNegative);
    label.falseNegative = std::size_t(figures.counts.falseNegative);
    return label;
}

std::vector<ReportReliabilityBin> pooledReliability(const ReportEvaluation& evaluation)
{
    std::vector<ReportReliabilityBin> bins;
    for (const ReliabilityBin& bin : reliabilityBins(evaluation.scores, evaluation.truth))
        if (bin.count > 0)
            bins.push_back({bin.meanScore.value_or(0), bin.positiveShare.value_or(0),
                            std::size_t(bin.count)});
    return bins;
}

ReportOverall overallOf(const QString& name, const AverageFigure& figure, const QString& unit,
                        const std::optional<Interval>& interval = {}, bool lowerIsBetter = false)
{
    ReportOverall overall{name, figureOf(figure.value, interval, figure.reason), {}, lowerIsBetter};
    if (figure.value && figure.covered == figure.total)
        overall.note = QString("over all %1 %2").arg(countText(std::size_t(figure.total)), unit);
    else if (figure.value)
        overall.note = QString("over %1 of %2 %3")
                           .arg(countText(std::size_t(figure.covered)),
                                countText(std::size_t(figure.total)), unit);
    return overall;
}

std::vector<ReportOverall> allOverall(const OverallFigures& figures,
                                      const BootstrapIntervals& intervals)
{
    const QString labels = QStringLiteral("labels");
    const QString samples = QStringLiteral("images");
    const QString cells = QStringLiteral("answers");
    return {
        overallOf("mAP", figures.meanAveragePrecision, labels, intervals.meanAveragePrecision),
        overallOf("Macro F1", figures.macroF1, labels, intervals.macroF1),
        overallOf("Micro F1", figures.microF1, cells, intervals.microF1),
        overallOf("Samples F1", figures.samplesF1, samples),
        overallOf("Weighted F1", figures.weightedF1, labels),
        overallOf("Macro ROC AUC", figures.macroRocAuc, labels),
        overallOf("Macro precision", figures.macroPrecision, labels),
        overallOf("Macro recall", figures.macroRecall, labels),
        overallOf("Subset accuracy", figures.subsetAccuracy, samples),
        overallOf("LRAP", figures.rankingAveragePrecision, samples),
        overallOf("Hamming loss", figures.hammingLoss, cells, {}, true),
        overallOf("Ranking loss", figures.rankingLoss, samples, {}, true),
        overallOf("Coverage error", figures.coverageError, samples, {}, true),
    };
}

} // namespace

void addEvaluation(ReportContents& contents, const ReportEvaluation& evaluation)
{
    const std::size_t count = evaluation.figures.labels.size();
    contents.labels.assign(count, {});
    parallelFor(count, defaultThreadCount(), [&](int, std::size_t i) {
        const LabelIntervals none;
        const auto& intervals = evaluation.intervals.labels;
        ReportLabel label =
            labelOf(evaluation.figures.labels[i], i < intervals.size() ? intervals[i] : none);
        label.thresholdNote = evaluation.thresholdNotes.value(qsizetype(i));
        const SortedScores sorted =
            SortedScores::ofLabel(evaluation.scores, evaluation.truth, count, i);
        label.roc = rocPoints(sorted);
        label.precisionRecall = precisionRecallPoints(sorted);
        addHistograms(sorted, label);
        contents.labels[i] = std::move(label);
    });
    contents.overall = allOverall(evaluation.figures.overall, evaluation.intervals);
    contents.reliability = pooledReliability(evaluation);
}

} // namespace labelwright
