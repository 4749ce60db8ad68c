#pragma once

#include "core/project/experiments.h"
#include "ui/evaluation/epoch_state.h"
#include "ui/evaluation/run_curves.h"
#include "ui/evaluation/run_recorder.h"
#include "ui/step_page.h"

#include <QWidget>

#include <set>

class QMenu;

namespace labelwright {

class ChartPanel;

/// A run's curves, live while it goes on, and how its labels stand after each epoch.
class TrainingView : public QWidget
{
    Q_OBJECT

public:
    TrainingView(const UiContext& context, const RunRecorder& recorder, QWidget* parent = nullptr);

    /// Reads the run's history. `all`: what can be overlaid.
    void setExperiment(const Experiment& experiment, const std::vector<Experiment>& all);
    void clear();
    void addEpoch(const EpochReport& report);
    /// Steps came.
    void refreshSteps();

    [[nodiscard]] const std::vector<EpochReport>& epochs() const { return m_run.epochs; }

Q_SIGNALS:
    void failed(const labelwright::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeCharts();
    void fillOverlayMenu(const std::vector<Experiment>& all);
    void setOverlay(const Experiment& other, bool shown);
    /// Drops overlays of experiments that are gone; whether there were any.
    bool dropOverlaysBut(const std::vector<Experiment>& all);
    /// All curves; once seen, where this is not in sight.
    void showCurves();
    void showStepCurves();

    const UiContext m_context;
    const RunRecorder& m_recorder;
    ExperimentId m_experiment;
    RunCurves m_run;
    BestBy m_bestBy = BestBy::ValidationLoss;
    std::set<ExperimentId> m_overlaid;
    qint64 m_stepsSeen = 0;  ///< LiveRun::stepsDone when the steps were drawn.
    bool m_outdated = false; ///< To be drawn once seen.
    EpochState* m_epochState;
    ChartPanel* m_loss;
    ChartPanel* m_metric;
    ChartPanel* m_rate;
    QMenu* m_overlays;
};

} // namespace labelwright
