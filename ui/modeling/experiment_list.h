#pragma once

#include "ui/modeling/experiment_list_model.h"
#include "ui/step_page.h"

#include <QWidget>

class QListView;
class QMenu;
class QToolButton;

namespace labelwright {

/// The project's experiments with what can be done to one: duplicate, rename, delete.
class ExperimentList : public QWidget
{
    Q_OBJECT

public:
    explicit ExperimentList(const UiContext& context, QWidget* parent = nullptr);

    /// Reads the experiments anew, keeping the selection; selects the newest when it is gone.
    void reload();
    void select(ExperimentId id);
    /// Invalid when there is none.
    [[nodiscard]] ExperimentId selected() const { return m_selected; }
    [[nodiscard]] const ExperimentListModel& model() const { return *m_model; }
    /// Shows what an edit made of an experiment.
    void update(const Experiment& experiment) { m_model->update(experiment); }
    /// `withWeights`: the copy starts from the weights of the best epoch.
    void duplicate(bool withWeights);

Q_SIGNALS:
    void selectedChanged(labelwright::ExperimentId id);
    void failed(const labelwright::Error& error);
    void newRequested();
    /// What a person should know of a copy.
    void duplicated(const QString& sentence);

private:
    void build();
    void buildActions();
    void currentChanged();
    void rename();
    void remove();
    void readFigures();
    void addEpoch(ExperimentId id, const EpochReport& report);
    void updateActions();

    UiContext m_context;
    ExperimentListModel* m_model;
    QListView* m_view;
    QAction* m_duplicate = nullptr;
    QAction* m_duplicateWeights = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_delete = nullptr;
    QMenu* m_duplicateMenu = nullptr;
    ExperimentId m_selected;
    bool m_isReading = false; ///< Figures are being read.
};

} // namespace labelwright
