#pragma once

#include "core/evaluation/calibration.h"
#include "core/session/inspection.h"

#include <QWidget>

namespace labelwright {

class ChartPanel;
struct Dialogs;

/// Axes and curve of ROC in a chart; the identity as a faint line.
void setUpRoc(ChartPanel& chart);
void showRoc(ChartPanel& chart, const LabelInspection* inspection);
/// Puts the dot where counts stand.
void showRocDot(ChartPanel& chart, const ConfusionCounts& counts);

void setUpPrecisionRecall(ChartPanel& chart);
void showPrecisionRecall(ChartPanel& chart, const LabelInspection* inspection);
void showPrecisionRecallDot(ChartPanel& chart, const ConfusionCounts& counts);

/// The threshold that predicts as many as the curves' point `index` does; nothing where none can.
std::optional<float> thresholdAtPoint(const LabelInspection& inspection, int index);

/// Reliability and the calibration's curve of one label.
class CalibrationCharts : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationCharts(const Dialogs& dialogs, QWidget* parent = nullptr);

    void show(const LabelInspection* inspection, const LabelCalibration& calibration);

private:
    ChartPanel* m_reliability;
    ChartPanel* m_curve;
};

} // namespace labelwright
