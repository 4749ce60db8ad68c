#include "core/report/report_charts.h"

#include "core/report/markup.h"

#include <algorithm>
#include <numeric>

namespace labelwright {

namespace {

const ReportEpoch* bestOf(const std::vector<ReportEpoch>& epochs)
{
    const auto best = std::find_if(epochs.rbegin(), epochs.rend(),
                                   [](const ReportEpoch& epoch) { return epoch.best; });
    return best == epochs.rend() ? nullptr : &*best;
}

SvgChart epochChart(const std::vector<ReportEpoch>& epochs)
{
    SvgChart chart;
    chart.x = {QStringLiteral("epoch"), {}, {}, true};
    chart.height = 280;
    if (const ReportEpoch* best = bestOf(epochs))
        chart.guides.push_back({double(best->epoch), QString("epoch %1").arg(best->epoch)});
    return chart;
}

SvgChart unitSquareChart(const QString& title, const QString& x, const QString& y)
{
    SvgChart chart;
    chart.title = title;
    chart.showTitle = false;
    chart.x = {x, 0.0, 1.0};
    chart.y = {y, 0.0, 1.0};
    chart.width = 272;
    chart.height = 250;
    chart.maxPoints = 400;
    return chart;
}

QString thresholdText(const ReportLabel& label)
{
    return QString("threshold %1").arg(figureText(label.threshold, 2));
}

std::vector<QPointF> sharesOf(const std::vector<std::size_t>& histogram)
{
    const auto total = std::accumulate(histogram.begin(), histogram.end(), std::size_t{0});
    std::vector<QPointF> points;
    for (std::size_t i = 0; i < histogram.size() && total > 0; ++i)
        points.emplace_back((double(i) + 0.5) / double(histogram.size()),
                            100.0 * double(histogram[i]) / double(total));
    return points;
}

} // namespace

SvgChart lossChart(const std::vector<ReportEpoch>& epochs)
{
    SvgChart chart = epochChart(epochs);
    chart.title = QStringLiteral("Loss");
    ChartSeries training{QStringLiteral("training"), SeriesKind::Line, ChartColor::First};
    ChartSeries validation{QStringLiteral("validation"), SeriesKind::Line, ChartColor::Second};
    for (const ReportEpoch& epoch : epochs) {
        training.points.emplace_back(epoch.epoch, epoch.trainingLoss);
        if (epoch.validationLoss)
            validation.points.emplace_back(epoch.epoch, *epoch.validationLoss);
    }
    if (const ReportEpoch* best = bestOf(epochs); best != nullptr && best->validationLoss)
        chart.marks.push_back({QPointF(best->epoch, *best->validationLoss),
                               figureText(best->validationLoss, 4), ChartColor::Second});
    chart.description = QString("Training and validation loss over %1 epochs.").arg(epochs.size());
    chart.y.minimum = 0;
    chart.series = {std::move(training), std::move(validation)};
    return chart;
}

SvgChart mapChart(const std::vector<ReportEpoch>& epochs)
{
    SvgChart chart = epochChart(epochs);
    chart.title = QStringLiteral("Mean average precision");
    ChartSeries map{QStringLiteral("validation"), SeriesKind::Line, ChartColor::Second};
    for (const ReportEpoch& epoch : epochs)
        if (epoch.validationMap)
            map.points.emplace_back(epoch.epoch, *epoch.validationMap);
    if (const ReportEpoch* best = bestOf(epochs); best != nullptr && best->validationMap)
        chart.marks.push_back({QPointF(best->epoch, *best->validationMap),
                               figureText(best->validationMap), ChartColor::Second});
    chart.description =
        QString("Mean average precision on validation over %1 epochs.").arg(map.points.size());
    chart.series = {std::move(map)};
    return chart;
}

SvgChart rocChart(const ReportLabel& label)
{
    SvgChart chart = unitSquareChart(QString("ROC curve of %1").arg(label.name),
                                     QStringLiteral("false positive rate"),
                                     QStringLiteral("true positive rate"));
    chart.diagonal = true;
    chart.series.push_back({{}, SeriesKind::Line, ChartColor::First, false, 1, label.roc});
    const std::size_t negatives = label.falsePositive + label.trueNegative;
    const std::size_t positives = label.truePositive + label.falseNegative;
    if (positives > 0 && negatives > 0)
        chart.marks.push_back({QPointF(double(label.falsePositive) / double(negatives),
                                       double(label.truePositive) / double(positives)),
                               thresholdText(label)});
    chart.description = QString("Area under the curve %1.").arg(figureText(label.rocAuc.value));
    return chart;
}

SvgChart precisionRecallChart(const ReportLabel& label)
{
    SvgChart chart = unitSquareChart(QString("Precision and recall of %1").arg(label.name),
                                     QStringLiteral("recall"), QStringLiteral("precision"));
    const std::size_t all = label.positives + label.negatives;
    if (all > 0) {
        const double share = double(label.positives) / double(all);
        chart.series.push_back({QStringLiteral("by chance"),
                                SeriesKind::Line,
                                ChartColor::Muted,
                                true,
                                1,
                                {{0, share}, {1, share}}});
    }
    chart.series.push_back(
        {{}, SeriesKind::Line, ChartColor::First, false, 1, label.precisionRecall});
    const std::size_t predicted = label.truePositive + label.falsePositive;
    const std::size_t positives = label.truePositive + label.falseNegative;
    if (positives > 0 && predicted > 0)
        chart.marks.push_back({QPointF(double(label.truePositive) / double(positives),
                                       double(label.truePositive) / double(predicted)),
                               thresholdText(label)});
    chart.description =
        QString("Average precision %1.").arg(figureText(label.averagePrecision.value));
    return chart;
}

SvgChart scoreChart(const ReportLabel& label)
{
    SvgChart chart = unitSquareChart(QString("Scores of %1").arg(label.name),
                                     QStringLiteral("score"), QStringLiteral("% of group"));
    chart.y = {QStringLiteral("% of group"), 0.0, {}};
    const auto width = [](const std::vector<std::size_t>& histogram) {
        return histogram.empty() ? 1 : 1.0 / double(histogram.size());
    };
    chart.series.push_back({QStringLiteral("negatives"), SeriesKind::Bars, ChartColor::Muted, false,
                            width(label.negativeHistogram), sharesOf(label.negativeHistogram)});
    chart.series.push_back({QStringLiteral("positives"), SeriesKind::Bars, ChartColor::First, false,
                            width(label.positiveHistogram), sharesOf(label.positiveHistogram)});
    chart.guides.push_back({label.threshold, figureText(label.threshold, 2)});
    chart.description = QString("%1 positives and %2 negatives by score; threshold %3.")
                            .arg(countText(label.positives), countText(label.negatives),
                                 figureText(label.threshold, 2));
    return chart;
}

SvgChart reliabilityChart(const std::vector<ReportReliabilityBin>& bins)
{
    SvgChart chart = unitSquareChart(QStringLiteral("Reliability"), QStringLiteral("mean score"),
                                     QStringLiteral("share of positives"));
    chart.diagonal = true;
    chart.width = 480;
    chart.height = 360;
    std::vector<QPointF> points;
    for (const ReportReliabilityBin& bin : bins)
        if (bin.count > 0)
            points.emplace_back(bin.meanScore, bin.positiveShare);
    chart.series.push_back({{}, SeriesKind::Line, ChartColor::First, false, 1, points});
    chart.series.push_back({{}, SeriesKind::Scatter, ChartColor::First, false, 1, points});
    chart.description = QString("Share of positives over mean score in %1 bins; on the diagonal "
                                "scores are right.")
                            .arg(points.size());
    return chart;
}

} // namespace labelwright
