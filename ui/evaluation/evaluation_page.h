#pragma once

#include "core/project/experiments.h"
#include "ui/step_page.h"

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace labelwright {

class ComparisonView;
class InspectionView;
class RunBar;
class RunRecorder;
class TrainingView;

/// How experiments train and how good they are: live curves, predictions under inspection,
/// experiments side by side.
class EvaluationPage : public StepPage
{
    Q_OBJECT

public:
    explicit EvaluationPage(const UiContext& context, QWidget* parent = nullptr);

    void enter() override;

    /// Brings an experiment to the front.
    void showExperiment(ExperimentId experiment);
    [[nodiscard]] ExperimentId shownExperiment() const;

private:
    enum Face { NoExperiment, NeverRun, Body };

    void buildActions();
    QWidget* makeBody();
    void connectRun();
    void reload();
    void showChosen();
    void refreshRun();
    void refreshCheckpoints();
    [[nodiscard]] const Experiment* chosen() const;

    RunRecorder* m_recorder;
    std::vector<Experiment> m_experiments; ///< Oldest first.
    ExperimentId m_lastShown;              ///< What messages speak of.
    QComboBox* m_choice;
    QPushButton* m_export;
    QPushButton* m_deploy;
    QStackedWidget* m_faces;
    QTabWidget* m_tabs = nullptr;
    RunBar* m_runBar = nullptr;
    TrainingView* m_training = nullptr;
    InspectionView* m_inspection = nullptr;
    QStackedWidget* m_inspectionFaces = nullptr;
    QLabel* m_waiting = nullptr;
    ComparisonView* m_comparison = nullptr;
};

} // namespace labelwright
