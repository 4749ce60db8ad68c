#include "ui/modeling/experiment_list.h"

#include "core/project/run_history.h"
#include "core/session/experiment_copy.h"
#include "core/session/workspace.h"
#include "ui/modeling/experiment_delegate.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

using FiguresById = std::vector<std::pair<ExperimentId, RunFigures>>;

Result<FiguresById> readAll(const Project& project, const std::vector<ExperimentId>& ids)
{
    FiguresById figures;
    for (const ExperimentId id : ids) {
        const auto reports = epochReports(project, id);
        if (!reports)
            return failureOf(reports);
        figures.emplace_back(id, figuresOf(*reports));
    }
    return figures;
}

QToolButton* buttonFor(QAction* action, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

ExperimentList::ExperimentList(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new ExperimentListModel(this))
    , m_view(new QListView(this))
{
    buildActions();
    build();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ExperimentList::currentChanged);
    connect(&m_context.workspace.training(), &TrainingRunner::epochDone, this,
            &ExperimentList::addEpoch);
    updateActions();
}

void ExperimentList::buildActions()
{
    const auto make = [this](const char* iconName, const QString& text, const QString& name) {
        auto* const action = new QAction(icon(QLatin1String(iconName)), text, this);
        action->setObjectName(name);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    m_duplicate = make("copy", tr("Duplicate settings only"), QStringLiteral("duplicatePlain"));
    m_duplicate->setShortcut(QKeySequence(QStringLiteral("Ctrl+D")));
    m_duplicateWeights =
        make("star", tr("Duplicate with best weights"), QStringLiteral("duplicateWeights"));
    m_duplicateWeights->setToolTip(tr("The copy starts from the weights of the best epoch"));
    m_rename = make("edit", tr("Rename…"), QStringLiteral("renameExperiment"));
    m_rename->setShortcut(QKeySequence(Qt::Key_F2));
    m_delete = make("delete", tr("Delete…"), QStringLiteral("deleteExperiment"));
    m_delete->setShortcut(QKeySequence(Qt::Key_Delete));
    connect(m_duplicate, &QAction::triggered, this, [this] { duplicate(false); });
    connect(m_duplicateWeights, &QAction::triggered, this, [this] { duplicate(true); });
    connect(m_rename, &QAction::triggered, this, &ExperimentList::rename);
    connect(m_delete, &QAction::triggered, this, &ExperimentList::remove);
}

void ExperimentList::build()
{
    const int step = gridStep(this);
    auto* const heading = new QLabel(tr("Experiments"), this);
    setHeading(heading, 3);
    heading->setBuddy(m_view);
    m_view->setObjectName(QStringLiteral("experimentList"));
    m_view->setAccessibleName(tr("Experiments"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ExperimentDelegate(m_view));
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_duplicate, m_duplicateWeights, m_rename, m_delete});
    auto* const tools = new QHBoxLayout;
    tools->setSpacing(step);
    m_duplicateMenu = new QMenu(this);
    m_duplicateMenu->addActions({m_duplicate, m_duplicateWeights});
    auto* const duplicate = new QToolButton(this);
    duplicate->setObjectName(QStringLiteral("duplicateExperiment"));
    duplicate->setIcon(icon(QStringLiteral("copy")));
    duplicate->setText(tr("Duplicate …"));
    duplicate->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    duplicate->setToolTip(tr("Duplicate this experiment"));
    duplicate->setAccessibleName(tr("Duplicate"));
    duplicate->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    duplicate->setPopupMode(QToolButton::InstantPopup);
    duplicate->setMenu(m_duplicateMenu);
    tools->addWidget(duplicate);
    tools->addStretch(1);
    tools->addWidget(buttonFor(m_rename, this));
    tools->addWidget(buttonFor(m_delete, this));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, step, step, 0);
    layout->setSpacing(step);
    layout->addWidget(heading);
    layout->addWidget(m_view, 1);
    layout->addLayout(tools);
    setMinimumWidth(52 * step);
}

void ExperimentList::reload()
{
    auto all = experiments(m_context.workspace.project());
    if (!all) {
        Q_EMIT failed(all.error());
        return;
    }
    // A run is recorded by its own thread, a moment after it began.
    for (Experiment& experiment : *all)
        if (m_context.workspace.training().running() == experiment.id)
            experiment.state = ExperimentState::Running;
    m_model->setExperiments(std::move(*all));
    const int row = m_model->rowOf(m_selected);
    select(row >= 0 ? m_selected : m_model->rowCount() > 0 ? m_model->at(0)->id : ExperimentId{});
    readFigures();
}

void ExperimentList::select(ExperimentId id)
{
    const int row = m_model->rowOf(id);
    const bool isNew = id != m_selected;
    m_selected = row >= 0 ? id : ExperimentId{};
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row));
    else
        m_view->clearSelection();
    updateActions();
    if (isNew)
        Q_EMIT selectedChanged(m_selected);
}

void ExperimentList::currentChanged()
{
    if (const Experiment* const shown = m_model->at(m_view->currentIndex().row()))
        select(shown->id);
}

void ExperimentList::updateActions()
{
    const Experiment* const shown = m_model->at(m_model->rowOf(m_selected));
    const RunFigures* const figures = shown != nullptr ? m_model->figures(shown->id) : nullptr;
    m_duplicate->setEnabled(shown != nullptr);
    m_rename->setEnabled(shown != nullptr);
    m_delete->setEnabled(shown != nullptr && shown->state != ExperimentState::Running);
    m_duplicateWeights->setEnabled(shown != nullptr && figures != nullptr && figures->bestEpoch > 0);
}

void ExperimentList::duplicate(bool withWeights)
{
    if (!m_selected.isValid())
        return;
    m_context.workspace.run<ExperimentCopy>(
        tr("Duplicating the experiment"), this,
        [id = m_selected, withWeights](Project& project, const ProgressCallback&, std::stop_token) {
            return duplicateExperiment(project, id,
                                       withWeights ? CopiedWeights::Best : CopiedWeights::None);
        },
        [this](const Result<ExperimentCopy>& copy) {
            if (!copy) {
                Q_EMIT failed(copy.error());
                return;
            }
            m_context.workspace.tellExperimentsChanged();
            select(copy->experiment.id);
            Q_EMIT duplicated(copy->note);
        });
}

void ExperimentList::rename()
{
    const Experiment* const shown = m_model->at(m_model->rowOf(m_selected));
    if (shown == nullptr)
        return;
    // While the question is open the list may be read anew and another experiment chosen.
    const ExperimentId id = shown->id;
    const QString before = shown->name;
    const QString name = m_context.dialogs.askText(this, tr("Name of the experiment"), before);
    if (name.isEmpty())
        return;
    const auto renamed = renameExperiment(m_context.workspace.project(), id, name);
    if (!renamed)
        Q_EMIT failed(renamed.error());
    else
        m_context.workspace.tellExperimentsChanged();
}

void ExperimentList::remove()
{
    const Experiment* const shown = m_model->at(m_model->rowOf(m_selected));
    if (shown == nullptr)
        return;
    const ExperimentId id = shown->id; // The list may be read anew while the question is open.
    const QString name = shown->name;
    if (!m_context.dialogs.confirm(
            this, {tr("Delete experiment"),
                   tr("“%1” is deleted with its run, weights and scores. This cannot be undone.")
                       .arg(name),
                   tr("Delete")}))
        return;
    m_context.workspace.run<bool>(
        tr("Deleting %1").arg(name), this,
        [id](Project& project, const ProgressCallback&, std::stop_token) -> Result<bool> {
            if (const auto deleted = deleteExperiment(project, id); !deleted)
                return failureOf(deleted);
            return true;
        },
        [this](const Result<bool>& deleted) {
            if (!deleted)
                Q_EMIT failed(deleted.error());
            else
                m_context.workspace.tellExperimentsChanged();
        });
}

void ExperimentList::readFigures()
{
    std::vector<ExperimentId> wanted;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Experiment& experiment = *m_model->at(row);
        const RunFigures* const known = m_model->figures(experiment.id);
        if (experiment.epochs > 0 && (known == nullptr || known->epochs < experiment.epochs))
            wanted.push_back(experiment.id);
    }
    if (wanted.empty() || m_isReading)
        return;
    m_isReading = true;
    m_context.workspace.run<FiguresById>(
        {}, this,
        [wanted](Project& project, const ProgressCallback&, std::stop_token) {
            return readAll(project, wanted);
        },
        [this](const Result<FiguresById>& read) {
            m_isReading = false;
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            for (const auto& [id, figures] : *read)
                m_model->setFigures(id, figures);
            updateActions();
        });
}

void ExperimentList::addEpoch(ExperimentId id, const EpochReport& report)
{
    const RunFigures* const known = m_model->figures(id);
    RunFigures figures = known != nullptr ? *known : RunFigures{};
    figures.epochs = std::max(figures.epochs, report.epoch);
    if (report.best) {
        figures.bestEpoch = report.epoch;
        figures.bestMap = report.validationMap;
        figures.bestLoss = report.validationLoss;
    }
    m_model->setFigures(id, figures);
    updateActions();
}

} // namespace labelwright
