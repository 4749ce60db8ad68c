#include "ui/evaluation/run_curves.h"

#include <algorithm>

namespace labelwright {

namespace {

QPointF placeOf(const StepReport& step, double value)
{
    const double share = step.steps > 0 ? static_cast<double>(step.step) / step.steps : 1;
    return {step.epoch - 1 + share, value};
}

template <class Value>
std::vector<QPointF> overEpochs(const std::vector<EpochReport>& epochs, const Value& value)
{
    std::vector<QPointF> points;
    for (const EpochReport& epoch : epochs)
        if (const std::optional<double> y = value(epoch))
            points.emplace_back(epoch.epoch, *y);
    return points;
}

std::optional<double> validationLoss(const EpochReport& epoch)
{
    return epoch.validationLoss;
}

std::optional<double> validationMap(const EpochReport& epoch)
{
    return epoch.validationMap;
}

template <class Value>
void addOverlays(const RunCurves& run, const Value& value, std::vector<PlotSeries>& series)
{
    // The same colour in every chart, whatever else it shows.
    int place = 3;
    for (const RunOverlay& overlay : run.overlays)
        series.push_back(
            {overlay.name, overEpochs(overlay.epochs, value), {}, LineLook::Dashed, place++});
}

} // namespace

std::vector<PlotSeries> lossSeries(const RunCurves& run)
{
    std::vector<PlotSeries> series;
    series.push_back({ChartPanel::tr("Validation"), overEpochs(run.epochs, validationLoss), {}, {}});
    series.push_back({ChartPanel::tr("Training"),
                      overEpochs(run.epochs,
                                 [](const EpochReport& e) { return std::optional(e.trainingLoss); }),
                      {},
                      {}});
    if (!run.steps.empty()) {
        PlotSeries steps{ChartPanel::tr("Training, each step"), {}, {}, LineLook::Faint};
        for (const StepReport& step : run.steps)
            steps.points.push_back(placeOf(step, step.loss));
        series.push_back(std::move(steps));
    }
    addOverlays(run, validationLoss, series);
    return series;
}

std::vector<PlotSeries> metricSeries(const RunCurves& run)
{
    std::vector<PlotSeries> series;
    series.push_back({ChartPanel::tr("mAP"), overEpochs(run.epochs, validationMap), {}, {}});
    addOverlays(run, validationMap, series);
    return series;
}

std::vector<PlotSeries> rateSeries(const RunCurves& run)
{
    PlotSeries rate{ChartPanel::tr("Learning rate"), {}, {}, {}};
    for (const StepReport& step : run.steps)
        rate.points.push_back(placeOf(step, step.learningRate));
    if (run.steps.empty())
        rate.points = overEpochs(run.epochs, [](const EpochReport& e) {
            return std::optional(e.learningRate);
        });
    return {rate};
}

std::optional<int> bestEpoch(const std::vector<EpochReport>& epochs)
{
    const auto best = std::find_if(epochs.rbegin(), epochs.rend(),
                                   [](const EpochReport& epoch) { return epoch.best; });
    return best == epochs.rend() ? std::nullopt : std::optional(best->epoch);
}

void addEpoch(std::vector<EpochReport>& epochs, EpochReport report)
{
    report.validationScores = {};
    const auto from = std::lower_bound(
        epochs.begin(), epochs.end(), report.epoch,
        [](const EpochReport& known, int epoch) { return known.epoch < epoch; });
    epochs.erase(from, epochs.end());
    epochs.push_back(std::move(report));
}

} // namespace labelwright
