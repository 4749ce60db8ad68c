#include "ui/modeling/experiment_wizard.h"

#include "core/nn/backbone_store.h"
#include "core/session/user_folders.h"
#include "core/session/workspace.h"
#include "ui/modeling/advice_panel.h"
#include "ui/modeling/advice_words.h"
#include "ui/modeling/wizard_tabs.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

ExperimentWizard::ExperimentWizard(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_tabs(new QTabWidget(this))
    , m_datasetTab(new DatasetTab(this))
    , m_targetTab(new TargetTab(this))
    , m_panel(new AdvicePanel(context, this))
    , m_name(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_create(new QPushButton(tr("Create"), this))
{
    setObjectName(QStringLiteral("experimentWizard"));
    build();
    connectParts();
}

void ExperimentWizard::build()
{
    const int step = gridStep(this);
    m_tabs->setObjectName(QStringLiteral("wizardTabs"));
    m_tabs->setAccessibleName(tr("New experiment"));
    m_tabs->addTab(m_datasetTab, tr("Dataset"));
    m_tabs->addTab(m_targetTab, tr("Inputs / target"));
    m_tabs->addTab(new ProblemTab(this), tr("Problem type"));
    auto* const heading = new QLabel(tr("New experiment"), this);
    setHeading(heading, 2);
    auto* const nameLabel = new QLabel(tr("Name"), this);
    nameLabel->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("wizardName"));
    m_name->setAccessibleName(tr("Name"));
    auto* const head = new QHBoxLayout;
    head->setSpacing(3 * step);
    head->addWidget(heading);
    head->addSpacing(6 * step);
    head->addWidget(nameLabel);
    head->addWidget(m_name, 1);
    auto* const body = new QHBoxLayout;
    body->setSpacing(4 * step);
    body->addWidget(m_tabs, 4);
    body->addWidget(m_panel, 5);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, step, 0, 0);
    layout->setSpacing(3 * step);
    layout->addLayout(head);
    layout->addLayout(body, 1);
    buildFoot(layout);
}

void ExperimentWizard::buildFoot(QVBoxLayout* layout)
{
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("wizardCancel"));
    connect(cancel, &QPushButton::clicked, this, &ExperimentWizard::cancelled);
    m_create->setObjectName(QStringLiteral("wizardCreate"));
    m_create->setToolTip(tr("Make the experiment (Ctrl+Enter)"));
    m_create->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return")));
    setPrimary(m_create);
    setMuted(m_hint);
    auto* const foot = new QHBoxLayout;
    foot->setSpacing(2 * gridStep(this));
    foot->addWidget(m_hint, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_create);
    layout->addLayout(foot);
}

void ExperimentWizard::connectParts()
{
    connect(m_datasetTab, &DatasetTab::chosenChanged, this,
            [this](DatasetId dataset) { setDataset(dataset, {}); });
    connect(m_targetTab, &TargetTab::chosenChanged, this, &ExperimentWizard::readFacts);
    connect(m_panel, &AdvicePanel::wishesChanged, this, &ExperimentWizard::advise);
    connect(m_panel, &AdvicePanel::weightsChanged, this, &ExperimentWizard::refreshWeights);
    connect(m_create, &QPushButton::clicked, this, &ExperimentWizard::create);
}

void ExperimentWizard::begin(DatasetId dataset, FeatureSetId featureSet)
{
    auto all = datasets(m_context.workspace.project());
    if (!all) {
        Q_EMIT failed(all.error());
        return;
    }
    m_datasets = std::move(*all);
    if (m_datasets.empty())
        return;
    m_panel->reset();
    m_name->clear();
    m_name->setModified(false);
    m_tabs->setCurrentIndex(0);
    m_createWhenReady = false;
    m_isCreating = false;
    setDataset(dataset.isValid() ? dataset : m_datasets.back().id, featureSet);
    m_create->setFocus();
}

void ExperimentWizard::setDataset(DatasetId dataset, FeatureSetId featureSet)
{
    m_datasetTab->setDatasets(m_datasets, dataset);
    const auto sets = featureSets(m_context.workspace.project(), dataset);
    if (!sets) {
        Q_EMIT failed(sets.error());
        return;
    }
    m_targetTab->setFeatureSets(*sets, featureSet);
    readFacts();
}

ExperimentTarget ExperimentWizard::target() const
{
    const auto found = std::ranges::find(m_datasets, m_datasetTab->chosen(), &Dataset::id);
    return {found != m_datasets.end() ? found->name : QString(), m_targetTab->chosen()};
}

void ExperimentWizard::readFacts()
{
    m_facts.reset();
    m_advice.reset();
    m_panel->showBusy();
    m_datasetTab->showBusy();
    m_hint->clear();
    m_create->setEnabled(true);
    m_context.workspace.run<DataFacts>(
        {}, this,
        [target = target()](Project& project, const ProgressCallback&, std::stop_token) {
            return dataFacts(project, target);
        },
        [this, generation = ++m_generation](const Result<DataFacts>& facts) {
            if (generation == m_generation)
                takeFacts(facts);
        });
}

void ExperimentWizard::takeFacts(const Result<DataFacts>& facts)
{
    if (!facts) {
        m_createWhenReady = false;
        m_create->setEnabled(false);
        m_panel->showProblem(facts.error().summary);
        return;
    }
    m_facts = *facts;
    m_datasetTab->showFacts(*facts);
    m_targetTab->showFacts(*facts);
    advise();
}

void ExperimentWizard::advise()
{
    if (!m_facts)
        return;
    // Plain arithmetic on the facts: no job is needed.
    const Result<Advice> advice = labelwright::advise(*m_facts, m_panel->wishes());
    m_create->setEnabled(advice.has_value());
    if (!advice) {
        m_advice.reset();
        m_createWhenReady = false;
        m_panel->showProblem(advice.error().summary);
        m_hint->setText(tr("Nothing can be trained like this yet."));
        return;
    }
    m_advice = *advice;
    m_panel->showAdvice(*advice);
    m_hint->setText(tr("Everything can still be changed after Create."));
    if (!m_name->isModified())
        m_name->setText(suggestedName(*advice, target().dataset));
    if (m_createWhenReady)
        create();
}

void ExperimentWizard::refreshWeights()
{
    if (!m_facts)
        return;
    m_facts->availableBackbones.clear();
    for (const BackboneWeights& weights : findBackbones(backboneFolders()))
        m_facts->availableBackbones.push_back(weights.name);
    advise();
}

void ExperimentWizard::create()
{
    if (m_isCreating)
        return;
    if (!m_advice) {
        m_createWhenReady = true; // The advice is on its way.
        m_hint->setText(tr("Creating as soon as the data has been looked at …"));
        return;
    }
    m_createWhenReady = false;
    m_isCreating = true;
    m_create->setEnabled(false);
    m_context.workspace.run<Experiment>(
        {}, this,
        [target = target(), advice = *m_advice, name = m_name->text()](
            Project& project, const ProgressCallback&, std::stop_token) {
            return setUpExperiment(project, target, advice, name);
        },
        [this](const Result<Experiment>& made) { finish(made); });
}

void ExperimentWizard::finish(const Result<Experiment>& made)
{
    m_isCreating = false;
    m_create->setEnabled(true);
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    m_context.workspace.tellExperimentsChanged();
    Q_EMIT created(made->id);
}

void ExperimentWizard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace labelwright
