#pragma once

#include "ui/step_page.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace labelwright {

class BlockForm;
class ExperimentDocument;
class NetworkView;
class RunForm;

/// One experiment: its network in the middle, settings of the selected block and of the run beside.
class ExperimentView : public QWidget
{
    Q_OBJECT

public:
    ExperimentView(const UiContext& context, ExperimentDocument& document,
                   QWidget* parent = nullptr);

    [[nodiscard]] NetworkView& network() { return *m_network; }
    /// Selects the backbone and shows its settings.
    void showBackbone();

Q_SIGNALS:
    void duplicateRequested();
    void weightsArrived();

private:
    QWidget* buildCentre(const UiContext& context);
    QWidget* buildSide(const UiContext& context);
    QWidget* buildNotice();
    void buildUndo(QWidget* parent);
    void refresh();
    /// Network, tabs, settings: forms and cards are made anew with every other kind of block.
    void orderTabs();

    Workspace& m_workspace;
    ExperimentDocument& m_document;
    NetworkView* m_network = nullptr;
    BlockForm* m_block = nullptr;
    RunForm* m_run = nullptr;
    QTabWidget* m_tabs = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_totals = nullptr;
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    QWidget* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
};

} // namespace labelwright
