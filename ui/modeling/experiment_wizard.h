#pragma once

#include "core/model/advisor.h"
#include "core/project/datasets.h"
#include "core/project/feature_sets.h"
#include "core/session/experiment_setup.h"
#include "ui/step_page.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace labelwright {

class AdvicePanel;
class DatasetTab;
class TargetTab;

/// Makes an experiment: dataset, input and target, kind of problem, and what the advisor chose for
/// them. Everything is filled in, so that Create can be clicked at once.
class ExperimentWizard : public QWidget
{
    Q_OBJECT

public:
    explicit ExperimentWizard(const UiContext& context, QWidget* parent = nullptr);

    /// Starts anew. Invalid ids: the newest dataset, all its labels.
    void begin(DatasetId dataset, FeatureSetId featureSet);

Q_SIGNALS:
    void created(labelwright::ExperimentId id);
    void cancelled();
    void failed(const labelwright::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildFoot(QVBoxLayout* layout);
    void connectParts();
    void setDataset(DatasetId dataset, FeatureSetId featureSet);
    void readFacts();
    void takeFacts(const Result<DataFacts>& facts);
    void advise();
    void refreshWeights();
    void create();
    void finish(const Result<Experiment>& made);
    [[nodiscard]] ExperimentTarget target() const;

    UiContext m_context;
    std::vector<Dataset> m_datasets;
    std::optional<DataFacts> m_facts;
    std::optional<Advice> m_advice;
    int m_generation = 0; ///< Of the data that is asked for; older answers are dropped.
    bool m_createWhenReady = false;
    bool m_isCreating = false;
    QTabWidget* m_tabs;
    DatasetTab* m_datasetTab;
    TargetTab* m_targetTab;
    AdvicePanel* m_panel;
    QLineEdit* m_name;
    QLabel* m_hint;
    QPushButton* m_create;
};

} // namespace labelwright
