#pragma once

#include "core/base/ids.h"
#include "ui/step_page.h"

class QPushButton;
class QStackedWidget;

namespace labelwright {

class EmptyState;
class ExperimentDocument;
class ExperimentList;
class ExperimentView;
class ExperimentWizard;
struct RunEnd;

/// Experiments: making one by the wizard, its network and settings, and Run.
class ModelingPage : public StepPage
{
    Q_OBJECT

public:
    explicit ModelingPage(const UiContext& context, QWidget* parent = nullptr);

    void enter() override;

private:
    QWidget* buildMain();
    void buildActions();
    void buildEmptyStates();
    void connectParts();
    /// Reads experiments anew and shows what there is.
    void reload();
    void reloadIfVisible(); ///< enter() catches up.
    void showExperiment();
    void showFitting();
    void openWizard(DatasetId dataset, FeatureSetId featureSet);
    void closeWizard();
    void run();
    /// Runs an experiment and shows it in Evaluation; false when it cannot be run.
    bool start(ExperimentId id);
    /// Makes what is advised for a dataset and runs it.
    void trainAtOnce(DatasetId dataset);
    void showRunEnd(const RunEnd& end);
    void updateRun();
    /// Explains missing weights with a way to get them. True when there are none.
    /// Stores what is being typed into a field; false when that fails, which has been said then, or
    /// makes the network invalid.
    bool takeTyped();
    bool explainMissingWeights();

    ExperimentDocument* m_document;
    QStackedWidget* m_stack;
    EmptyState* m_noDataset = nullptr;
    EmptyState* m_noExperiment = nullptr;
    ExperimentWizard* m_wizard;
    QWidget* m_main = nullptr;
    ExperimentList* m_list = nullptr;
    ExperimentView* m_view = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_results = nullptr;
    QPushButton* m_run = nullptr;
    bool m_inWizard = false;
};

} // namespace labelwright
