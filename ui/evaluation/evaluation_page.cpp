#include "ui/evaluation/evaluation_page.h"

#include "core/session/workspace.h"
#include "ui/evaluation/comparison_view.h"
#include "ui/evaluation/evaluation_exports.h"
#include "ui/evaluation/inspection_view.h"
#include "ui/evaluation/run_bar.h"
#include "ui/evaluation/run_recorder.h"
#include "ui/evaluation/run_words.h"
#include "ui/evaluation/training_view.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace labelwright {

EvaluationPage::EvaluationPage(const UiContext& context, QWidget* parent)
    : StepPage(context, tr("Evaluation"), parent)
    , m_recorder(new RunRecorder(context.workspace.training(), this))
    , m_choice(new QComboBox(this))
    , m_export(new QPushButton(tr("Export"), this))
    , m_deploy(new QPushButton(tr("Create deployment"), this))
    , m_faces(new QStackedWidget(this))
{
    buildActions();
    auto* const none = new EmptyState(
        QStringLiteral("evaluation"), tr("Nothing to evaluate yet"),
        tr("Train an experiment, and its curves, figures and mistakes stand here."), m_faces);
    connect(none->addButton(tr("Go to Datasets")), &QPushButton::clicked, this,
            [this] { this->context().navigator.show(Step::Datasets); });
    auto* const unrun = new EmptyState(
        QStringLiteral("modeling"), tr("This experiment was not run yet"),
        tr("Run it in Modeling; its curves appear here from the first step on."), m_faces);
    QPushButton* const modeling = unrun->addButton(tr("Go to Modeling"));
    modeling->setObjectName(QStringLiteral("goToModeling"));
    connect(modeling, &QPushButton::clicked, this, [this] {
        this->context().navigator.showExperiment(Step::Modeling, shownExperiment());
    });
    m_faces->addWidget(none);
    m_faces->addWidget(unrun);
    m_faces->addWidget(makeBody());
    setContent(m_faces);
    connectRun();
    reload();
}

void EvaluationPage::buildActions()
{
    m_choice->setObjectName(QStringLiteral("experiment"));
    m_choice->setAccessibleName(tr("Experiment"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMinimumWidth(45 * gridStep(this));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &EvaluationPage::showChosen);
    auto* const menu = new QMenu(m_export);
    const auto subject = [this] {
        return ExportSubject{{shownExperiment(), m_inspection->kind()}, m_inspection->subset(),
                             m_choice->currentText()};
    };
    QAction* const report = menu->addAction(tr("Report as a web page…"));
    report->setObjectName(QStringLiteral("exportReport"));
    connect(report, &QAction::triggered, this,
            [this, subject] { exportReport(context(), *this, subject()); });
    QAction* const table = menu->addAction(tr("Table of labels as CSV…"));
    table->setObjectName(QStringLiteral("exportTable"));
    connect(table, &QAction::triggered, this,
            [this, subject] { exportTable(context(), *this, subject()); });
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setIcon(icon(QStringLiteral("export")));
    m_export->setMenu(menu);
    setPrimary(m_deploy);
    m_deploy->setObjectName(QStringLiteral("createDeployment"));
    connect(m_deploy, &QPushButton::clicked, this, [this] {
        context().navigator.newDeployment(shownExperiment(), m_inspection->kind());
    });
    addAction(m_choice);
    addAction(m_export);
    addAction(m_deploy);
}

QWidget* EvaluationPage::makeBody()
{
    auto* const body = new QWidget(m_faces);
    m_runBar = new RunBar(context(), body);
    m_training = new TrainingView(context(), *m_recorder, body);
    m_inspection = new InspectionView(context(), body);
    m_comparison = new ComparisonView(context(), body);
    m_inspectionFaces = new QStackedWidget(body);
    m_waiting = new QLabel(tr("Predictions can be inspected after the first epoch."), body);
    m_waiting->setAlignment(Qt::AlignCenter);
    setMuted(m_waiting);
    m_inspectionFaces->addWidget(m_waiting);
    m_inspectionFaces->addWidget(m_inspection);
    m_tabs = new QTabWidget(body);
    m_tabs->setObjectName(QStringLiteral("evaluationTabs"));
    m_tabs->setAccessibleName(tr("Parts of the evaluation"));
    m_tabs->setDocumentMode(true);
    auto* const training = new QWidget(body);
    auto* const trainingLayout = new QVBoxLayout(training);
    trainingLayout->setContentsMargins(0, 2 * gridStep(this), 0, 0);
    trainingLayout->setSpacing(0);
    trainingLayout->addWidget(m_runBar);
    trainingLayout->addWidget(m_training, 1);
    m_tabs->addTab(training, tr("Training"));
    m_tabs->addTab(m_inspectionFaces, tr("Predictions"));
    m_tabs->addTab(m_comparison, tr("Compare"));
    auto* const layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    const auto tell = [this](const Error& error) { showError(error); };
    connect(m_runBar, &RunBar::failed, this, tell);
    connect(m_training, &TrainingView::failed, this, tell);
    connect(m_inspection, &InspectionView::failed, this, tell);
    connect(m_comparison, &ComparisonView::failed, this, tell);
    return body;
}

void EvaluationPage::connectRun()
{
    connect(&workspace(), &Workspace::experimentsChanged, this, &EvaluationPage::reload);
    connect(&workspace().training(), &TrainingRunner::started, this,
            [this](ExperimentId experiment) {
                if (experiment == shownExperiment())
                    messages().clear(); // It speaks of the run before.
            });
    connect(&context().navigator, &Navigator::experimentRequested, this,
            [this](Step step, ExperimentId experiment) {
                if (step == Step::Evaluation)
                    showExperiment(experiment);
            });
    connect(m_recorder, &RunRecorder::changed, this, [this](ExperimentId experiment) {
        if (experiment != shownExperiment())
            return;
        m_training->refreshSteps();
        refreshRun();
    });
    connect(m_recorder, &RunRecorder::epochDone, this,
            [this](ExperimentId experiment, const EpochReport& report) {
                const auto known = std::find_if(m_experiments.begin(), m_experiments.end(),
                                                [&](const Experiment& e) { return e.id == experiment; });
                if (known != m_experiments.end())
                    known->epochs = report.epoch;
                if (experiment != shownExperiment())
                    return;
                m_training->addEpoch(report);
                refreshCheckpoints();
            });
    connect(m_recorder, &RunRecorder::ended, this, [this](const RunEnd& end) {
        if (end.failed())
            messages().show(MessageKind::Error, end.sentence);
        // The workspace, told before the recorder, has had everything else reloaded.
        m_training->refreshSteps();
        refreshRun();
        refreshCheckpoints();
    });
}

void EvaluationPage::enter()
{
    if (const auto running = workspace().training().running())
        if (!shownExperiment().isValid())
            showExperiment(*running);
}

void EvaluationPage::showExperiment(ExperimentId experiment)
{
    const int index = m_choice->findData(experiment.value);
    if (index < 0)
        reload();
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(experiment.value)));
}

ExperimentId EvaluationPage::shownExperiment() const
{
    return ExperimentId{m_choice->currentData().toLongLong()};
}

const Experiment* EvaluationPage::chosen() const
{
    const auto found = std::find_if(m_experiments.begin(), m_experiments.end(),
                                    [id = shownExperiment()](const Experiment& experiment) {
                                        return experiment.id == id;
                                    });
    return found == m_experiments.end() ? nullptr : &*found;
}

void EvaluationPage::reload()
{
    auto all = experiments(workspace().project());
    if (!accept(all))
        return;
    const std::size_t before = m_experiments.size();
    const bool hasNew = all->size() > before;
    m_experiments = *std::move(all);
    ExperimentId wanted = shownExperiment();
    // A new experiment, or one that begins to run, comes to the front.
    if (const auto running = workspace().training().running())
        wanted = hasNew || !wanted.isValid() ? *running : wanted;
    {
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        for (auto experiment = m_experiments.rbegin(); experiment != m_experiments.rend();
             ++experiment)
            m_choice->addItem(experiment->name, experiment->id.value);
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(wanted.value)));
    }
    showChosen();
}

void EvaluationPage::showChosen()
{
    const Experiment* const experiment = chosen();
    if (std::exchange(m_lastShown, shownExperiment()) != shownExperiment())
        messages().clear();
    m_choice->setVisible(experiment != nullptr);
    m_export->setVisible(experiment != nullptr && experiment->epochs > 0);
    m_deploy->setVisible(experiment != nullptr && experiment->epochs > 0);
    if (experiment == nullptr) {
        setSubtitle({});
        m_training->clear();
        m_faces->setCurrentIndex(NoExperiment);
        return;
    }
    const LiveRun* const live = m_recorder->find(experiment->id);
    const bool isRunning = workspace().training().running() == experiment->id;
    const bool isUnrun = experiment->state == ExperimentState::Created && live == nullptr
                         && !isRunning;
    m_faces->setCurrentIndex(isUnrun ? NeverRun : Body);
    m_training->setExperiment(*experiment, m_experiments);
    m_comparison->setExperiments(experiment->id, m_experiments);
    refreshRun();
    refreshCheckpoints();
    if (experiment->state == ExperimentState::Failed && !isRunning)
        messages().show(MessageKind::Error, experiment->stateReason.isEmpty()
                                                ? tr("This experiment's run failed.")
                                                : experiment->stateReason);
}

void EvaluationPage::refreshRun()
{
    const Experiment* const experiment = chosen();
    if (experiment == nullptr)
        return setSubtitle({});
    const LiveRun* const live = m_recorder->find(experiment->id);
    m_runBar->show(*experiment, live);
    setSubtitle(runStateInWords(*experiment, live));
}

void EvaluationPage::refreshCheckpoints()
{
    const auto found = checkpoints(workspace().project(), shownExperiment());
    if (!accept(found))
        return;
    m_inspectionFaces->setCurrentIndex(found->empty() ? 0 : 1);
    m_export->setVisible(!found->empty());
    m_deploy->setVisible(!found->empty());
    m_inspection->setExperiment(shownExperiment(), *found);
}

} // namespace labelwright
