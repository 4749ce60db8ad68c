#pragma once

#include "core/base/ids.h"
#include "core/nn/trainer.h"
#include "ui/widgets/chart_panel.h"

#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// Another run drawn for comparison.
struct RunOverlay
{
    ExperimentId experiment;
    QString name;
    std::vector<EpochReport> epochs;
};

/// What is drawn of a run; epochs in order, without scores.
struct RunCurves
{
    std::span<const StepReport> steps; ///< Kept by another; to be set anew before drawing.
    std::vector<EpochReport> epochs;
    std::vector<RunOverlay> overlays;
};

/// Loss over epochs: validation, training, training of each step (at fractions of epochs), then the
/// validation loss of the overlays.
std::vector<PlotSeries> lossSeries(const RunCurves& run);

/// Validation mAP, then that of the overlays.
std::vector<PlotSeries> metricSeries(const RunCurves& run);

/// Learning rate of each step where steps were seen, else of each epoch.
std::vector<PlotSeries> rateSeries(const RunCurves& run);

/// The epoch of the checkpoint `best`.
std::optional<int> bestEpoch(const std::vector<EpochReport>& epochs);

/// Puts a report in its place; one reported again replaces the earlier and whatever came after.
void addEpoch(std::vector<EpochReport>& epochs, EpochReport report);

} // namespace labelwright
