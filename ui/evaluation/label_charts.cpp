#include "ui/evaluation/label_charts.h"

#include "ui/style/theme.h"
#include "ui/widgets/chart_panel.h"

#include <QHBoxLayout>
#include <QLocale>

#include <cmath>

namespace labelwright {

namespace {

constexpr int curvePoints = 100;

QString figure(const std::optional<double>& value)
{
    return value ? QLocale().toString(*value, 'f', 2) : ChartPanel::tr("n/a");
}

PlotAxis shareAxis(const QString& title)
{
    return {title, 0, 1, AxisScale::Linear};
}

PlotSeries diagonal(const QString& name)
{
    return {name, {{0, 0}, {1, 1}}, {}, LineLook::Faint};
}

QString whyNoCurve(const LabelInspection* inspection, bool needsNegatives)
{
    if (inspection == nullptr)
        return ChartPanel::tr("Choose a label");
    if (inspection->sorted.positives() == 0)
        return ChartPanel::tr("No known positives in this subset");
    return needsNegatives ? ChartPanel::tr("No known negatives in this subset") : QString();
}

std::vector<QPointF> reliabilityPoints(const CalibrationFigures& figures)
{
    std::vector<QPointF> points;
    for (const ReliabilityBin& bin : figures.bins)
        if (bin.meanScore)
            points.emplace_back(*bin.meanScore, *bin.positiveShare);
    return points;
}

} // namespace

void setUpRoc(ChartPanel& chart)
{
    chart.setAxes(shareAxis(ChartPanel::tr("False positive rate")),
                  shareAxis(ChartPanel::tr("True positive rate")));
}

void showRoc(ChartPanel& chart, const LabelInspection* inspection)
{
    chart.setEmptyText(whyNoCurve(inspection, true));
    if (inspection == nullptr || inspection->roc.empty()) {
        chart.setSeries({});
        chart.setDot({});
        chart.setCaption({});
        return;
    }
    chart.setSeries({{ChartPanel::tr("ROC"), inspection->roc, {}, LineLook::Solid},
                     diagonal(ChartPanel::tr("Chance"))});
    chart.setCaption(ChartPanel::tr("AUC %1").arg(figure(inspection->rocAuc)));
}

void showRocDot(ChartPanel& chart, const ConfusionCounts& counts)
{
    const auto recall = recallOf(counts);
    const auto specificity = specificityOf(counts);
    if (!recall || !specificity)
        return chart.setDot({});
    chart.setDot(QPointF(1 - *specificity, *recall));
}

void setUpPrecisionRecall(ChartPanel& chart)
{
    chart.setAxes(shareAxis(ChartPanel::tr("Recall")), shareAxis(ChartPanel::tr("Precision")));
}

void showPrecisionRecall(ChartPanel& chart, const LabelInspection* inspection)
{
    chart.setEmptyText(whyNoCurve(inspection, false));
    if (inspection == nullptr || inspection->precisionRecall.empty()) {
        chart.setSeries({});
        chart.setDot({});
        chart.setCaption({});
        return;
    }
    const auto positives = static_cast<double>(inspection->sorted.positives());
    const double share
        = positives / (positives + static_cast<double>(inspection->sorted.negatives()));
    chart.setSeries({{ChartPanel::tr("Precision"), inspection->precisionRecall, {},
                      LineLook::Solid},
                     {ChartPanel::tr("Chance"), {{0, share}, {1, share}}, {}, LineLook::Faint}});
    chart.setCaption(ChartPanel::tr("AP %1").arg(figure(inspection->averagePrecision)));
}

void showPrecisionRecallDot(ChartPanel& chart, const ConfusionCounts& counts)
{
    if (counts.positives() == 0)
        return chart.setDot({});
    chart.setDot(QPointF(*recallOf(counts), counts.predicted() == 0 ? 1 : precisionOf(counts)));
}

std::optional<float> thresholdAtPoint(const LabelInspection& inspection, int index)
{
    if (index < 0 || static_cast<std::size_t>(index) > inspection.sorted.steps())
        return std::nullopt;
    return inspection.sorted.thresholdForStep(static_cast<std::size_t>(index));
}

CalibrationCharts::CalibrationCharts(const Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_reliability(new ChartPanel(tr("Reliability"), dialogs, this))
    , m_curve(new ChartPanel(tr("Calibration"), dialogs, this))
{
    m_reliability->setObjectName(QStringLiteral("reliability"));
    m_reliability->setAxes(shareAxis(tr("Mean score")), shareAxis(tr("Share of positives")));
    m_curve->setAxes(shareAxis(tr("Score before calibration")),
                     shareAxis(tr("Score after calibration")));
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * gridStep(this));
    row->addWidget(m_reliability, 1);
    row->addWidget(m_curve, 1);
}

void CalibrationCharts::show(const LabelInspection* inspection, const LabelCalibration& calibration)
{
    m_reliability->setEmptyText(whyNoCurve(inspection, false));
    m_curve->setEmptyText(whyNoCurve(inspection, false));
    if (inspection == nullptr) {
        m_reliability->setSeries({});
        m_curve->setSeries({});
        return;
    }
    m_reliability->setSeries(
        {{tr("Calibrated"), reliabilityPoints(inspection->calibrated), {}, LineLook::Solid},
         {tr("Before"), reliabilityPoints(inspection->uncalibrated), {}, LineLook::Dashed},
         diagonal(tr("Perfect"))});
    m_reliability->setCaption(tr("Error %1 → %2")
                                  .arg(figure(inspection->uncalibrated.error),
                                       figure(inspection->calibrated.error)));
    m_curve->setCaption(tr("Brier %1 → %2")
                            .arg(figure(inspection->uncalibrated.brier),
                                 figure(inspection->calibrated.brier)));
    PlotSeries curve{tr("Calibrated"), {}, {}, LineLook::Solid};
    for (int i = 1; i < curvePoints; ++i) {
        const double score = static_cast<double>(i) / curvePoints;
        const auto logit = static_cast<float>(std::log(score / (1 - score)));
        curve.points.emplace_back(score, static_cast<double>(calibratedScore(logit, calibration)));
    }
    m_curve->setSeries({curve, diagonal(tr("Unchanged"))});
}

} // namespace labelwright
