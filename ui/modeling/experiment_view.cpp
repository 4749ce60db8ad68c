#include "ui/modeling/experiment_view.h"

#include "core/session/experiment_copy.h"
#include "core/session/workspace.h"
#include "ui/modeling/block_form.h"
#include "ui/modeling/block_words.h"
#include "ui/modeling/experiment_document.h"
#include "ui/modeling/experiment_list_model.h"
#include "ui/modeling/network_view.h"
#include "ui/modeling/run_form.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/tab_order.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace labelwright {

namespace {

QScrollArea* scrolled(QWidget* content, QWidget* parent)
{
    auto* const area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace

ExperimentView::ExperimentView(const UiContext& context, ExperimentDocument& document,
                               QWidget* parent)
    : QWidget(parent)
    , m_workspace(context.workspace)
    , m_document(document)
{
    auto* const splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildCentre(context));
    splitter->addWidget(buildSide(context));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({140 * gridStep(this), 88 * gridStep(this)});
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_network, &NetworkView::selectedChanged, m_block, &BlockForm::setBlock);
    connect(m_network, &NetworkView::selectedChanged, this, [this] {
        m_tabs->setCurrentIndex(0);
        orderTabs();
    });
    connect(m_network, &NetworkView::activated, this, [this] {
        m_tabs->setCurrentIndex(0);
        m_block->focusFirstEditor();
    });
    connect(m_block, &BlockForm::weightsArrived, this, &ExperimentView::weightsArrived);
    connect(&m_document, &ExperimentDocument::opened, this, &ExperimentView::refresh);
    connect(&m_document, &ExperimentDocument::changed, this, &ExperimentView::refresh);
}

QWidget* ExperimentView::buildCentre(const UiContext& context)
{
    const int step = gridStep(this);
    auto* const centre = new QWidget(this);
    m_name = new QLabel(centre);
    m_name->setObjectName(QStringLiteral("experimentName"));
    m_name->setTextFormat(Qt::PlainText);
    setHeading(m_name, 2);
    m_totals = new QLabel(centre);
    m_totals->setObjectName(QStringLiteral("networkTotals"));
    setMuted(m_totals);
    m_network = new NetworkView(context, m_document, centre);
    auto* const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_totals);
    auto* const head = new QHBoxLayout;
    head->addLayout(words, 1);
    buildUndo(centre);
    head->addWidget(m_undo);
    head->addWidget(m_redo);
    auto* const layout = new QVBoxLayout(centre);
    layout->setContentsMargins(2 * step, step, 0, 0);
    layout->setSpacing(2 * step);
    layout->addLayout(head);
    layout->addWidget(buildNotice());
    layout->addWidget(m_network, 1);
    centre->setMinimumWidth(100 * step);
    return centre;
}

void ExperimentView::buildUndo(QWidget* parent)
{
    const auto make = [&](QAction* action, const char* iconName, const QString& name,
                          const QString& words, const QList<QKeySequence>& keys) {
        action->setIcon(icon(QLatin1String(iconName)));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        auto* const button = new QToolButton(parent);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setObjectName(name);
        button->setAccessibleName(words);
        return button;
    };
    QUndoStack& stack = m_document.undoStack();
    m_undo = make(stack.createUndoAction(this), "undo", QStringLiteral("undo"), tr("Undo"),
                  {QKeySequence(QStringLiteral("Ctrl+Z"))});
    m_redo = make(stack.createRedoAction(this), "redo", QStringLiteral("redo"), tr("Redo"),
                  {QKeySequence(QStringLiteral("Ctrl+Shift+Z")),
                   QKeySequence(QStringLiteral("Ctrl+Y"))});
}

QWidget* ExperimentView::buildNotice()
{
    const int step = gridStep(this);
    auto* const notice = new QFrame(this);
    setCard(notice);
    m_noticeText = new QLabel(notice);
    m_noticeText->setObjectName(QStringLiteral("experimentNotice"));
    m_noticeText->setWordWrap(true);
    auto* const picture = new IconLabel(QStringLiteral("lock"), 4 * step, notice);
    auto* const duplicate = new QPushButton(tr("Duplicate to change"), notice);
    duplicate->setObjectName(QStringLiteral("duplicateToChange"));
    connect(duplicate, &QPushButton::clicked, this, &ExperimentView::duplicateRequested);
    auto* const layout = new QHBoxLayout(notice);
    layout->setContentsMargins(3 * step, 2 * step, 2 * step, 2 * step);
    layout->setSpacing(2 * step);
    layout->addWidget(picture);
    layout->addWidget(m_noticeText, 1);
    layout->addWidget(duplicate);
    m_notice = notice;
    return notice;
}

QWidget* ExperimentView::buildSide(const UiContext& context)
{
    const int step = gridStep(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("settingsTabs"));
    m_tabs->setAccessibleName(tr("Settings"));
    m_block = new BlockForm(context, m_document, m_tabs);
    m_run = new RunForm(context, m_document, m_tabs);
    m_tabs->addTab(scrolled(m_block, m_tabs), tr("Block"));
    m_tabs->addTab(scrolled(m_run, m_tabs), tr("Run settings"));
    m_tabs->setMinimumWidth(80 * step);
    return m_tabs;
}

void ExperimentView::orderTabs()
{
    QWidget* const bar = m_tabs->tabBar();
    setTabOrder(continueTabOrder(m_redo, m_network), bar);
    continueTabOrder(continueTabOrder(bar, m_block), m_run);
}

void ExperimentView::refresh()
{
    if (!m_document.isOpen())
        return;
    orderTabs();
    const Experiment& shown = m_document.experiment();
    const SpecCheck& check = m_document.check();
    m_name->setText(shown.name);
    QString totals = tr("%1 parameters · %2 multiply-adds per image")
                         .arg(countInWords(check.parameters), countInWords(check.multiplyAdds));
    if (!startWeightsOf(m_workspace.project(), shown.id).isEmpty())
        totals += tr(" · starts from trained weights");
    if (!check.ok())
        totals = tr("%n problems to solve", nullptr, static_cast<int>(check.problems.size()));
    m_totals->setText(totals);
    m_notice->setVisible(!m_document.canEdit());
    m_noticeText->setText(
        shown.state == ExperimentState::Running
            ? tr("This experiment is running; it shows what is being trained.")
            : tr("%1: this experiment shows what was trained.").arg(stateWords(shown.state)));
}

void ExperimentView::showBackbone()
{
    const auto& blocks = m_document.spec().blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (std::holds_alternative<BackboneBlock>(blocks[i]))
            m_network->select(static_cast<int>(i));
}

} // namespace labelwright
