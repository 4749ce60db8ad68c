#pragma once

#include "ui/evaluation/inspection_state.h"
#include "ui/step_page.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace labelwright {

class CalibrationCharts;
class ChartPanel;
class ConfusionMatrix;
class LabelTable;
class LabelTableModel;
class PredictionView;

/// Predictions inspection: labels at the left; for the one in front threshold, confusion matrix,
/// curves and images, which all move together.
class InspectionView : public QWidget
{
    Q_OBJECT

public:
    InspectionView(const UiContext& context, QWidget* parent = nullptr);

    /// The experiment to inspect; evaluates when the view is seen. `checkpoints` are those it has.
    void setExperiment(ExperimentId experiment, const std::vector<Checkpoint>& checkpoints);
    [[nodiscard]] InspectionState& state() { return *m_state; }
    [[nodiscard]] CheckpointKind kind() const;
    [[nodiscard]] Subset subset() const;

Q_SIGNALS:
    void failed(const labelwright::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeLabels();
    QWidget* makeFigures();
    void connectState();
    void connectCharts();
    void load();
    void showLoading(bool loading);
    void showEvaluation();
    void showLabel();
    void showThreshold();
    void refreshRows();
    void updateSummary();
    void showProgress();
    void offerNewer();
    /// After a load that came to nothing: the boxes name what is in sight.
    void keepShown();

    const UiContext m_context;
    InspectionState* m_state;
    ExperimentId m_experiment;
    std::vector<Checkpoint> m_checkpoints; ///< As told last.
    bool m_outdated = false; ///< To be evaluated once seen.
    QComboBox* m_subset;
    QComboBox* m_checkpoint;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_refresh;
    LabelTableModel* m_model;
    LabelTable* m_table;
    QLabel* m_summary;
    ConfusionMatrix* m_matrix;
    ChartPanel* m_roc;
    ChartPanel* m_precisionRecall;
    CalibrationCharts* m_calibration;
    QStackedWidget* m_charts;
    QButtonGroup* m_chartChoice;
    PredictionView* m_predictions;
};

} // namespace labelwright
