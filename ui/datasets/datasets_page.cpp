#include "ui/datasets/datasets_page.h"

#include "core/project/labels.h"
#include "core/session/workspace.h"
#include "ui/datasets/dataset_commands.h"
#include "ui/datasets/dataset_list.h"
#include "ui/datasets/dataset_words.h"
#include "ui/datasets/feature_set_dialog.h"
#include "ui/datasets/feature_sets_panel.h"
#include "ui/datasets/import_page.h"
#include "ui/datasets/sample_details.h"
#include "ui/datasets/sample_view.h"
#include "ui/datasets/split_dialog.h"
#include "ui/datasets/subsets_panel.h"
#include "ui/datasets/versions_panel.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/whole_titles.h"

#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace labelwright {

DatasetsPage::DatasetsPage(const UiContext& context, QWidget* parent)
    : StepPage(context, tr("Datasets"), parent)
    , m_commands(new DatasetCommands(context, *this))
    , m_import(new ImportPage(context, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(makeEmptyState())
    , m_browser(makeBrowser())
{
    buildActions();
    // Blank at first: whether there are datasets is not known yet.
    for (QWidget* each : {new QWidget(this), static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_import), m_browser})
        m_stack->addWidget(each);
    setContent(m_stack);
    connectCommands();
    connectPanels();
    m_importTimer.setInterval(1500); // Between two looks at a growing dataset.
    connect(&m_importTimer, &QTimer::timeout, this, [this] {
        const JobRunner& jobs = workspace().jobs();
        if (!m_commands->isImporting())
            m_importTimer.stop();
        else if (!jobs.isRunning(m_listJob) && !jobs.isRunning(m_detailsJob))
            listDatasets(); // A look that takes longer than the interval comes to its end.
    });
    connect(&workspace(), &Workspace::datasetsChanged, this, &DatasetsPage::reloadList);
    connect(&workspace(), &Workspace::experimentsChanged, this, &DatasetsPage::reloadUse);
    reloadList();
}

DatasetsPage::~DatasetsPage() = default;

void DatasetsPage::buildActions()
{
    m_importButton = new QPushButton(icon(QStringLiteral("import")), tr("Import"), this);
    m_importButton->setObjectName(QStringLiteral("importButton"));
    m_importButton->setStyleSheet(QStringLiteral(
        "QPushButton::menu-indicator { subcontrol-position: right center; right: 8px; }"));
    auto* const menu = new QMenu(m_importButton);
    menu->addAction(icon(QStringLiteral("file")), tr("Zip or CSV file…"), this,
                    &DatasetsPage::askForFile)
        ->setObjectName(QStringLiteral("importFileAction"));
    menu->addAction(icon(QStringLiteral("folder")), tr("Folder…"), this,
                    &DatasetsPage::askForFolder)
        ->setObjectName(QStringLiteral("importFolderAction"));
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("wand")), tr("Draw the sample"), m_commands,
                    &DatasetCommands::importSample)
        ->setObjectName(QStringLiteral("drawSampleAction"));
    m_importButton->setMenu(menu);
    m_experiment = new QPushButton(tr("New experiment"), this);
    m_experiment->setObjectName(QStringLiteral("newExperiment"));
    m_experiment->setToolTip(tr("Train a model on this dataset with the chosen feature set"));
    setPrimary(m_experiment);
    addAction(m_importButton);
    addAction(m_experiment);
    connect(m_experiment, &QPushButton::clicked, this, &DatasetsPage::newExperiment);
}

EmptyState* DatasetsPage::makeEmptyState()
{
    auto* const state = new EmptyState(
        QStringLiteral("datasets"), tr("Bring in your images"),
        tr("Drop a zip or a folder here: images with an index.csv (a column per label), a folder per "
           "label, or images alone. You see what comes in before anything is stored."),
        this);
    QPushButton* const file = state->addButton(tr("Import a file…"));
    file->setObjectName(QStringLiteral("emptyImport"));
    QPushButton* const folder = state->addButton(tr("Import a folder…"));
    QPushButton* const sample = state->addButton(tr("Try the sample"));
    sample->setObjectName(QStringLiteral("emptySample"));
    connect(file, &QPushButton::clicked, this, &DatasetsPage::askForFile);
    connect(folder, &QPushButton::clicked, this, &DatasetsPage::askForFolder);
    connect(sample, &QPushButton::clicked, m_commands, &DatasetCommands::importSample);
    connect(state, &EmptyState::cancelRequested, m_commands, &DatasetCommands::cancelImport);
    connect(&workspace().jobs(), &JobRunner::changed, this, &DatasetsPage::refreshEmpty);
    return state;
}

QWidget* DatasetsPage::makeBrowser()
{
    const int step = gridStep(this);
    m_list = new DatasetList(this);
    m_samples = new SampleView(workspace(), this);
    m_sample = new SampleDetails(workspace(), this);
    m_subsets = new SubsetsPanel(this);
    m_featureSets = new FeatureSetsPanel(this);
    m_versions = new VersionsPanel(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("datasetTabs"));
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_sample, tr("Image"));
    m_tabs->addTab(m_subsets, tr("Subsets"));
    m_tabs->addTab(m_featureSets, tr("Feature sets"));
    m_tabs->addTab(m_versions, tr("Versions"));
    keepTitlesWhole(*m_tabs);
    auto* const browser = new QSplitter(this);
    browser->setHandleWidth(4 * step);
    browser->addWidget(m_list);
    browser->addWidget(m_samples);
    browser->addWidget(m_tabs);
    browser->setStretchFactor(1, 1);
    browser->setChildrenCollapsible(false);
    browser->setSizes({50 * step, 134 * step, 88 * step});
    return browser;
}

void DatasetsPage::connectCommands()
{
    Navigator& navigator = context().navigator;
    connect(&navigator, &Navigator::importRequested, this, &DatasetsPage::openImport);
    connect(&navigator, &Navigator::sampleRequested, m_commands, &DatasetCommands::importSample);
    connect(m_commands, &DatasetCommands::importStarted, &m_importTimer,
            qOverload<>(&QTimer::start));
    connect(m_commands, &DatasetCommands::imported, this, [this](DatasetId dataset) {
        m_wanted = dataset;
        reloadList();
    });
    connect(m_commands, &DatasetCommands::featureSetAdded, this,
            [this](FeatureSetId featureSet) { m_wantedSet = featureSet; });
    connect(m_import, &ImportPage::cancelled, this, &DatasetsPage::refreshState);
    connect(m_import, &ImportPage::importRequested, this, [this](const ImportRequest& request) {
        m_commands->import(request);
        m_import->close();
        refreshState();
    });
    const std::pair<void (DatasetList::*)(), void (DatasetCommands::*)(const Dataset&)> commands[]{
        {&DatasetList::renameRequested, &DatasetCommands::rename},
        {&DatasetList::deleteRequested, &DatasetCommands::remove},
        {&DatasetList::exportRequested, &DatasetCommands::exportZip},
        {&DatasetList::checkRequested, &DatasetCommands::checkAgain}};
    for (const auto& [wanted, act] : commands)
        connect(m_list, wanted, this, [this, act = act] {
            if (const auto chosen = m_list->chosen())
                (m_commands->*act)(chosen->dataset);
        });
}

void DatasetsPage::connectPanels()
{
    connect(m_list, &DatasetList::chosenChanged, this, &DatasetsPage::reloadDetails);
    connect(m_samples, &SampleView::currentChanged, this,
            [this](std::optional<std::size_t> row) { m_sample->setSample(m_contents, row); });
    connect(m_subsets, &SubsetsPanel::newSplitRequested, this, &DatasetsPage::newSplit);
    connect(m_featureSets, &FeatureSetsPanel::newRequested, this, &DatasetsPage::newFeatureSet);
    connect(m_featureSets, &FeatureSetsPanel::deleteRequested, m_commands,
            &DatasetCommands::removeFeatureSet);
    connect(m_featureSets, &FeatureSetsPanel::experimentRequested, this,
            &DatasetsPage::newExperiment);
}

void DatasetsPage::enter()
{
    refreshState();
}

void DatasetsPage::reloadList()
{
    ++m_edits;
    reloadUse();
}

void DatasetsPage::reloadUse()
{
    m_areDetailsOld = true;
    listDatasets();
}

void DatasetsPage::listDatasets()
{
    using Summaries = std::vector<DatasetSummary>;
    workspace().jobs().cancel(m_listJob);
    m_listJob = workspace().run<Summaries>(
        {}, this,
        [](Project& project, const ProgressCallback&, const std::stop_token&) {
            return datasetSummaries(project);
        },
        [this, question = ++m_listQuestion](const Result<Summaries>& summaries) {
            if (question == m_listQuestion && accept(summaries))
                showDatasets(*summaries);
        });
}

void DatasetsPage::showDatasets(const std::vector<DatasetSummary>& summaries)
{
    m_isListed = true;
    m_list->setDatasets(summaries);
    if (m_wanted.isValid())
        m_list->choose(m_wanted);
    m_wanted = {};
    if (m_areDetailsOld)
        reloadDetails();
    refreshState();
}

void DatasetsPage::refreshState()
{
    const bool any = !m_list->datasets().empty();
    m_experiment->setEnabled(m_contents != nullptr && !m_contents->labels.isEmpty());
    const bool importing = m_import->isOpen();
    m_importButton->setVisible(!importing);
    m_experiment->setVisible(!importing);
    if (importing)
        m_stack->setCurrentWidget(m_import);
    else if (m_isListed)
        m_stack->setCurrentWidget(any ? m_browser : m_empty);
    setSubtitle(m_contents ? QStringLiteral("%1 · %2").arg(
                    m_contents->dataset.name,
                    imagesInWords(static_cast<qint64>(m_contents->samples.size())))
                           : QString());
}

void DatasetsPage::refreshEmpty()
{
    const auto import = m_commands->importStatus();
    if (!import) {
        m_empty->endBusy();
        return;
    }
    const Progress& progress = import->progress;
    QString text = progress.step;
    std::optional<double> share;
    if (progress.total > 0) {
        text += QStringLiteral(" · %1 / %2").arg(QLocale().toString(progress.done),
                                                QLocale().toString(progress.total));
        share = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    }
    m_empty->showBusy(import->title + QStringLiteral("…"), text, share);
}

Result<DatasetsPage::Details> DatasetsPage::loadDetails(const Project& project, DatasetId dataset,
                                                        const ContentsPointer& known)
{
    auto contents = known ? Result<ContentsPointer>(known) : loadContents(project, dataset);
    auto sets = featureSets(project, dataset);
    auto versions = versionFacts(project, dataset);
    if (!contents || !sets)
        return contents ? failureOf(sets) : failureOf(contents);
    if (!versions)
        return failureOf(versions);
    Details details{std::move(*contents), std::move(*sets), {}, std::move(*versions)};
    for (const FeatureSet& featureSet : details.featureSets) {
        const auto names = labelNames(project, featureSet.labels);
        if (!names)
            return failureOf(names);
        details.featureSetLabels.push_back(*names);
    }
    return details;
}

void DatasetsPage::reloadDetails()
{
    const auto chosen = m_list->chosen();
    workspace().jobs().cancel(m_detailsJob);
    m_areDetailsOld = false;
    if (!chosen || (m_contents && m_contents->dataset.id != chosen->dataset.id))
        clearDetails(); // Nothing may be done to the dataset that was chosen before.
    if (!chosen)
        return;
    // A run's start or end changes no image: reading 100,000 once more would only disturb it.
    const bool isKnown = m_contents && m_shownEdits == m_edits
                         && DatasetSummary{m_contents->dataset} == DatasetSummary{chosen->dataset};
    m_detailsJob = workspace().run<Details>(
        {}, this,
        [id = chosen->dataset.id, known = isKnown ? m_contents : nullptr](
            Project& project, const ProgressCallback&, const std::stop_token&) {
            return loadDetails(project, id, known);
        },
        [this, edits = m_edits, question = ++m_detailsQuestion](Result<Details> details) {
            if (question != m_detailsQuestion || !accept(details))
                return;
            m_shownEdits = edits;
            showDetails(std::move(*details));
        });
}

void DatasetsPage::showDetails(Details details)
{
    const bool isNew = m_contents != details.contents;
    m_contents = details.contents;
    m_featureSetNames.clear();
    for (const FeatureSet& featureSet : details.featureSets)
        m_featureSetNames.append(featureSet.name);
    if (isNew) {
        m_samples->setContents(m_contents);
        m_subsets->setContents(m_contents);
    }
    m_featureSets->setFeatureSets(std::move(details.featureSets), details.featureSetLabels);
    if (m_wantedSet.isValid())
        m_featureSets->choose(m_wantedSet);
    m_wantedSet = {};
    m_versions->setVersions(details.versions);
    refreshState();
}

void DatasetsPage::clearDetails()
{
    ++m_detailsQuestion; // What is still being read is not wanted any more.
    m_contents.reset();
    m_samples->setContents(nullptr);
    m_subsets->setContents(nullptr);
    m_featureSets->setFeatureSets({}, {});
    m_versions->setVersions({});
    refreshState();
}

void DatasetsPage::askForFile()
{
    openImport(context().dialogs.openFile(
        this, {tr("Import"), tr("Data (*.zip *.csv *.tsv);;All files (*)"), {}}));
}

void DatasetsPage::askForFolder()
{
    openImport(context().dialogs.openFolder(this, {tr("Import a folder"), {}, {}}));
}

void DatasetsPage::openImport(const QString& path)
{
    if (path.isEmpty())
        return;
    QStringList names;
    for (const DatasetSummary& summary : m_list->datasets())
        names.append(summary.dataset.name);
    messages().clear();
    m_import->open(path, names);
    refreshState();
}

void DatasetsPage::newSplit()
{
    if (!m_contents)
        return;
    auto* const dialog = new SplitDialog(workspace(), m_contents, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, dataset = m_contents->dataset] {
        m_commands->split(dataset, dialog->options(), dialog->mayMove());
    });
    dialog->open();
}

void DatasetsPage::newFeatureSet()
{
    if (!m_contents)
        return;
    auto* const dialog = new FeatureSetDialog(m_contents->labels, m_featureSetNames, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, contents = m_contents] {
        std::vector<LabelId> ids;
        for (const QString& label : dialog->labels())
            ids.push_back(contents->snapshot
                              .labels[static_cast<std::size_t>(contents->labels.indexOf(label))]);
        m_commands->addFeatureSet(contents->dataset, dialog->name(), std::move(ids));
    });
    dialog->open();
}

void DatasetsPage::newExperiment()
{
    if (!m_contents)
        return;
    const auto featureSet = m_featureSets->chosen();
    context().navigator.newExperiment(m_contents->dataset.id,
                                      featureSet ? featureSet->id : FeatureSetId());
}

} // namespace labelwright
