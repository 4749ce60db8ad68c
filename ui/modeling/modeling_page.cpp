#include "ui/modeling/modeling_page.h"

#include "core/model/backbone_facts.h"
#include "core/project/datasets.h"
#include "core/project/labels.h"
#include "core/session/experiment_setup.h"
#include "core/session/workspace.h"
#include "ui/modeling/advice_words.h"
#include "ui/modeling/experiment_document.h"
#include "ui/modeling/experiment_list.h"
#include "ui/modeling/experiment_view.h"
#include "ui/modeling/experiment_wizard.h"
#include "ui/modeling/missing_weights.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace labelwright {

namespace {

/// The advisor's choice for all labels of a dataset, as the wizard would make it untouched.
Result<Experiment> setUpAdvised(Project& project, DatasetId id)
{
    const auto dataset = labelwright::dataset(project, id);
    if (!dataset)
        return failureOf(dataset);
    const ExperimentTarget target{dataset->name, {}};
    const auto advice = adviseFor(project, target, {});
    return advice ? setUpExperiment(project, target, *advice, suggestedName(*advice, dataset->name))
                  : Result<Experiment>(failureOf(advice));
}

} // namespace

ModelingPage::ModelingPage(const UiContext& context, QWidget* parent)
    : StepPage(context, tr("Modeling"), parent)
    , m_document(new ExperimentDocument(context.workspace, this))
    , m_stack(new QStackedWidget(this))
    , m_wizard(new ExperimentWizard(context, this))
{
    buildActions();
    buildEmptyStates();
    m_stack->addWidget(m_wizard);
    m_stack->addWidget(buildMain());
    setContent(m_stack);
    connectParts();
    reload();
}

void ModelingPage::buildActions()
{
    m_new = new QPushButton(icon(QStringLiteral("add")), tr("New experiment"), this);
    m_new->setObjectName(QStringLiteral("newExperiment"));
    m_new->setShortcut(QKeySequence(QStringLiteral("Ctrl+E")));
    m_new->setToolTip(tr("Make an experiment (Ctrl+E)"));
    m_results = new QPushButton(icon(QStringLiteral("evaluation")), tr("Open in Evaluation"), this);
    m_results->setObjectName(QStringLiteral("openEvaluation"));
    m_run = new QPushButton(tr("Run"), this);
    m_run->setObjectName(QStringLiteral("run"));
    setPrimary(m_run);
    for (QPushButton* button : {m_new, m_results, m_run})
        StepPage::addAction(button);
    auto* const action = new QAction(this);
    action->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(QStringLiteral("Ctrl+R"))});
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, m_run, &QPushButton::click);
    QWidget::addAction(action);
}

void ModelingPage::buildEmptyStates()
{
    m_noDataset = new EmptyState(QStringLiteral("datasets"), tr("Import data first"),
                                 tr("An experiment trains a network on a dataset. Import images "
                                    "with labels, then come back here."),
                                 this);
    QPushButton* const import = m_noDataset->addButton(tr("Go to Datasets"));
    import->setObjectName(QStringLiteral("goToDatasets"));
    m_noExperiment = new EmptyState(
        QStringLiteral("modeling"), tr("Create the first experiment"),
        tr("Network and settings are chosen for your data, each with its reason. You can run it "
           "at once or change whatever you like."),
        this);
    QPushButton* const create = m_noExperiment->addButton(tr("New experiment"));
    create->setObjectName(QStringLiteral("firstExperiment"));
    connect(import, &QPushButton::clicked, this, [this] { context().navigator.show(Step::Datasets); });
    connect(create, &QPushButton::clicked, this, [this] { openWizard({}, {}); });
    m_stack->addWidget(m_noDataset);
    m_stack->addWidget(m_noExperiment);
}

QWidget* ModelingPage::buildMain()
{
    auto* const splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    m_list = new ExperimentList(context(), splitter);
    m_view = new ExperimentView(context(), *m_document, splitter);
    splitter->addWidget(m_list);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    m_main = splitter;
    return splitter;
}

void ModelingPage::connectParts()
{
    connect(&workspace(), &Workspace::experimentsChanged, this,
            &ModelingPage::reloadIfVisible);
    connect(&workspace(), &Workspace::datasetsChanged, this, &ModelingPage::reloadIfVisible);
    connect(&workspace().training(), &TrainingRunner::ended, this, &ModelingPage::showRunEnd);
    connect(&context().navigator, &Navigator::wizardRequested, this, &ModelingPage::openWizard);
    connect(&context().navigator, &Navigator::experimentRequested, this,
            [this](Step step, ExperimentId id) {
        if (step != Step::Modeling)
            return;
        context().navigator.show(Step::Modeling);
        closeWizard();
        m_list->select(id);
    });
    connect(&context().navigator, &Navigator::trainingRequested, this, &ModelingPage::trainAtOnce);
    connect(m_new, &QPushButton::clicked, this, [this] { openWizard({}, {}); });
    connect(m_run, &QPushButton::clicked, this, &ModelingPage::run);
    connect(m_results, &QPushButton::clicked, this, [this] {
        context().navigator.showExperiment(Step::Evaluation, m_list->selected());
    });
    connect(m_list, &ExperimentList::selectedChanged, this, [this] {
        messages().clear();
        showExperiment();
    });
    connect(m_list, &ExperimentList::failed, this, &StepPage::showError);
    connect(m_list, &ExperimentList::duplicated, this, [this](const QString& note) {
        messages().show(MessageKind::Success,
                        note.isEmpty() ? tr("Duplicated: the copy can be changed.") : note);
    });
    connect(m_document, &ExperimentDocument::failed, this, &StepPage::showError);
    connect(m_document, &ExperimentDocument::changed, this, [this] {
        m_list->update(m_document->experiment());
        updateRun();
    });
    connect(m_view, &ExperimentView::duplicateRequested, this, [this] { m_list->duplicate(false); });
    connect(m_view, &ExperimentView::weightsArrived, this, [this] { messages().clear(); });
    connect(m_wizard, &ExperimentWizard::failed, this, &StepPage::showError);
    connect(m_wizard, &ExperimentWizard::cancelled, this, &ModelingPage::closeWizard);
    connect(m_wizard, &ExperimentWizard::created, this, [this](ExperimentId id) {
        closeWizard();
        m_list->select(id);
        m_run->setFocus();
    });
}

void ModelingPage::enter()
{
    reload();
}

void ModelingPage::reloadIfVisible()
{
    if (isVisible())
        reload();
}

void ModelingPage::reload()
{
    m_list->reload();
    showExperiment();
    showFitting();
}

void ModelingPage::showExperiment()
{
    const Experiment* const shown =
        m_list->model().at(m_list->model().rowOf(m_list->selected()));
    if (shown == nullptr) {
        m_document->close();
    } else {
        const auto labels = labelNames(workspace().project(), shown->labels);
        if (accept(labels))
            m_document->open(*shown, *labels);
    }
    updateRun();
}

void ModelingPage::showFitting()
{
    const auto all = datasets(workspace().project());
    const bool hasData = accept(all) && !all->empty();
    const bool hasExperiments = m_list->model().rowCount() > 0;
    m_inWizard = m_inWizard && hasData;
    m_stack->setCurrentWidget(m_inWizard       ? static_cast<QWidget*>(m_wizard)
                              : hasExperiments ? m_main
                              : hasData        ? static_cast<QWidget*>(m_noExperiment)
                                               : m_noDataset);
    m_new->setVisible(!m_inWizard && hasExperiments);
    updateRun();
}

void ModelingPage::openWizard(DatasetId dataset, FeatureSetId featureSet)
{
    context().navigator.show(Step::Modeling);
    messages().clear();
    m_inWizard = true;
    showFitting();
    if (m_inWizard)
        m_wizard->begin(dataset, featureSet);
}

void ModelingPage::closeWizard()
{
    m_inWizard = false;
    showFitting();
}

void ModelingPage::updateRun()
{
    const bool isShown = !m_inWizard && m_document->isOpen();
    m_run->setVisible(isShown);
    m_results->setVisible(isShown
                          && m_document->experiment().state != ExperimentState::Created);
    if (!isShown)
        return;
    const ExperimentState state = m_document->experiment().state;
    const bool isValid = m_document->check().ok();
    QString text = tr("Run");
    QString tip = tr("Train this experiment (F5)");
    if (state == ExperimentState::Stopped)
        text = tr("Resume");
    if (state == ExperimentState::Failed)
        text = tr("Try again");
    if (state == ExperimentState::Running) {
        text = tr("Running…");
        tip = tr("This experiment is being trained; Evaluation shows how it goes");
    } else if (state == ExperimentState::Finished) {
        tip = tr("This experiment has finished; duplicate it to train something else");
    } else if (!isValid) {
        tip = tr("Solve the problems of the network first");
    }
    m_run->setText(text);
    m_run->setToolTip(tip);
    m_run->setEnabled(isValid && state != ExperimentState::Running
                      && state != ExperimentState::Finished);
}

bool ModelingPage::explainMissingWeights()
{
    const BackboneBlock* const backbone = labelwright::find<BackboneBlock>(m_document->spec());
    if (backbone == nullptr || !backbone->pretrained || hasBackboneWeights(backbone->name))
        return false;
    const BackboneFacts* const facts = backboneFacts(backbone->name);
    m_view->showBackbone();
    messages().showAction(MessageKind::Warning,
                          tr("The weights of %1 are not on this machine. Download them, or choose "
                             "a file in the settings of the backbone.")
                              .arg(facts != nullptr ? facts->title : backbone->name),
                          tr("Download"), [this] {
        for (auto* const missing : m_view->findChildren<MissingWeights*>())
            missing->download();
    });
    return true;
}

bool ModelingPage::takeTyped()
{
    bool isStored = true;
    const auto listening = connect(m_document, &ExperimentDocument::failed, this,
                                   [&isStored] { isStored = false; });
    m_run->setFocus(); // Leaving a field ends what is typed there.
    disconnect(listening);
    return isStored && m_document->check().ok();
}

void ModelingPage::run()
{
    if (!m_document->isOpen() || !takeTyped() || explainMissingWeights())
        return;
    start(m_document->experiment().id);
}

void ModelingPage::trainAtOnce(DatasetId dataset)
{
    workspace().run<Experiment>(
        tr("Preparing the training"), this,
        [dataset](Project& project, const ProgressCallback&, const std::stop_token&) {
            return setUpAdvised(project, dataset);
        },
        [this](const Result<Experiment>& made) {
            workspace().tellExperimentsChanged();
            if (accept(made) && start(made->id))
                return;
            context().navigator.show(Step::Modeling); // Which says why.
        });
}

bool ModelingPage::start(ExperimentId id)
{
    if (!accept(workspace().training().start(workspace().project(), id)))
        return false;
    messages().clear();
    // The start has reloaded what is shown; the next view comes as a step of its own.
    QTimer::singleShot(0, this, [this, id] {
        context().navigator.showExperiment(Step::Evaluation, id);
    });
    return true;
}

void ModelingPage::showRunEnd(const RunEnd& end)
{
    if (end.failed() && m_document->isOpen() && m_document->experiment().id == end.experiment)
        messages().show(MessageKind::Error, end.sentence);
}

} // namespace labelwright
