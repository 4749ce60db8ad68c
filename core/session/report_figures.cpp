#include "core/session/report_figures.h"

#include "core/base/parallel.h"
#include "core/evaluation/bootstrap.h"
#include "core/evaluation/curves.h"
#include "core/evaluation/reliability.h"
#include "core/evaluation/score_histogram.h"

namespace labelwright {

namespace {

constexpr int histogramBins = 20;

ReportFigure figure(const std::optional<double>& value, const std::optional<Interval>& interval,
                    const QString& reason)
{
    ReportFigure result;
    result.value = value;
    if (value && interval) {
        result.low = interval->low;
        result.high = interval->high;
    }
    if (!value)
        result.reason = reason;
    return result;
}

std::vector<ReportReliabilityBin> reliability(std::span<const float> scores,
                                              std::span<const Annotation> truth)
{
    std::vector<ReportReliabilityBin> bins;
    for (const ReliabilityBin& bin : reliabilityBins(scores, truth))
        if (bin.count > 0)
            bins.push_back({*bin.meanScore, *bin.positiveShare,
                            static_cast<std::size_t>(bin.count)});
    return bins;
}

void addCurves(std::span<const float> scores, std::span<const Annotation> truth, ReportLabel& label)
{
    const SortedScores sorted(scores, truth);
    if (const auto roc = rocCurve(sorted, RocPoints::Corners))
        for (std::size_t i = 0; i < roc->falsePositiveRate.size(); ++i)
            label.roc.emplace_back(roc->falsePositiveRate[i], roc->truePositiveRate[i]);
    if (const auto curve = prCurve(sorted))
        for (std::size_t i = curve->recall.size(); i-- > 0;)
            label.precisionRecall.emplace_back(curve->recall[i], curve->precision[i]);
    const ScoreHistogram histogram = scoreHistogram(scores, truth, histogramBins);
    label.positiveHistogram.assign(histogram.positives.begin(), histogram.positives.end());
    label.negativeHistogram.assign(histogram.negatives.begin(), histogram.negatives.end());
}

ReportLabel reportLabel(const Evaluation& evaluation, const LabelIntervals& intervals,
                        std::size_t index)
{
    const LabelEvaluation& figures = evaluation.figures.labels[index];
    ReportLabel label;
    label.name = figures.name;
    label.positives = static_cast<std::size_t>(figures.support);
    label.negatives = static_cast<std::size_t>(figures.negatives);
    label.unknown = static_cast<std::size_t>(figures.unknown);
    label.averagePrecision = figure(figures.averagePrecision, intervals.averagePrecision,
                                    figures.reason);
    label.rocAuc = figure(figures.rocAuc, intervals.rocAuc, figures.reason);
    label.precision = figure(figures.precision, intervals.precision, figures.reason);
    label.recall = figure(figures.recall, intervals.recall, figures.reason);
    label.f1 = figure(figures.f1, intervals.f1, figures.reason);
    label.threshold = static_cast<double>(figures.threshold);
    label.note = evaluation.model.decisions.labels[index].note;
    label.truePositive = static_cast<std::size_t>(figures.counts.truePositive);
    label.falsePositive = static_cast<std::size_t>(figures.counts.falsePositive);
    label.trueNegative = static_cast<std::size_t>(figures.counts.trueNegative);
    label.falseNegative = static_cast<std::size_t>(figures.counts.falseNegative);
    const std::size_t width = evaluation.figures.labels.size();
    std::vector<float> scores;
    std::vector<Annotation> truth;
    for (std::size_t row = 0; row < evaluation.table.samples.size(); ++row) {
        scores.push_back(evaluation.scores[row * width + index]);
        truth.push_back(evaluation.truth[row * width + index]);
    }
    label.reliability = reliability(scores, truth);
    addCurves(scores, truth, label);
    return label;
}

QString coverage(const AverageFigure& average, const QString& of)
{
    return average.covered == average.total
               ? QString()
               : QStringLiteral("over %1 of %2 %3").arg(average.covered).arg(average.total).arg(of);
}

void addOverall(const OverallFigures& overall, const BootstrapIntervals& intervals,
                ReportContents& contents)
{
    const auto add = [&](const QString& name, const AverageFigure& average, const QString& of,
                         const std::optional<Interval>& interval = {}, bool lower = false) {
        contents.overall.push_back({name, figure(average.value, interval, average.reason),
                                    coverage(average, of), lower});
    };
    const QString labels = QStringLiteral("labels");
    const QString images = QStringLiteral("images");
    const QString cells = QStringLiteral("answers");
    add("mAP", overall.meanAveragePrecision, labels, intervals.meanAveragePrecision);
    add("Macro F1", overall.macroF1, labels, intervals.macroF1);
    add("Micro F1", overall.microF1, cells, intervals.microF1);
    add("Samples F1", overall.samplesF1, images);
    add("Weighted F1", overall.weightedF1, labels);
    add("Macro ROC-AUC", overall.macroRocAuc, labels);
    add("Macro precision", overall.macroPrecision, labels);
    add("Macro recall", overall.macroRecall, labels);
    add("Subset accuracy", overall.subsetAccuracy, images);
    add("Label ranking AP", overall.rankingAveragePrecision, images);
    add("Hamming loss", overall.hammingLoss, cells, {}, true);
    add("Ranking loss", overall.rankingLoss, images, {}, true);
    add("Coverage error", overall.coverageError, images, {}, true);
}

} // namespace

void addFigures(const Evaluation& evaluation, ReportContents& contents)
{
    const std::size_t labels = evaluation.figures.labels.size();
    std::vector<float> thresholds;
    for (const LabelEvaluation& label : evaluation.figures.labels)
        thresholds.push_back(label.threshold);
    const BootstrapIntervals intervals = bootstrapIntervals(evaluation.scores, evaluation.truth,
                                                            thresholds, labels);
    addOverall(evaluation.figures.overall, intervals, contents);
    contents.labels.resize(labels);
    parallelFor(labels, defaultThreadCount(), [&](int, std::size_t label) {
        contents.labels[label] = reportLabel(evaluation, intervals.labels[label], label);
    });
    contents.reliability = reliability(evaluation.scores, evaluation.truth);
}

} // namespace labelwright
