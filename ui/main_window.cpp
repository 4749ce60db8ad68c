#include "ui/main_window.h"

#include "core/session/workspace.h"
#include "ui/datasets/datasets_page.h"
#include "ui/deployment/deployment_page.h"
#include "ui/evaluation/evaluation_page.h"
#include "ui/jobs_indicator.h"
#include "ui/labeling/labeling_page.h"
#include "ui/main_menus.h"
#include "ui/modeling/modeling_page.h"
#include "ui/preferences.h"
#include "ui/recent_projects.h"
#include "ui/start/start_page.h"
#include "ui/step_page.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace labelwright {

namespace {

struct StepWords
{
    Step step;
    const char* name;
    const char* iconName;
};

constexpr StepWords stepWords[] = {
    {Step::Datasets, QT_TRANSLATE_NOOP("labelwright::MainWindow", "Datasets"), "datasets"},
    {Step::Labeling, QT_TRANSLATE_NOOP("labelwright::MainWindow", "Labeling"), "labeling"},
    {Step::Modeling, QT_TRANSLATE_NOOP("labelwright::MainWindow", "Modeling"), "modeling"},
    {Step::Evaluation, QT_TRANSLATE_NOOP("labelwright::MainWindow", "Evaluation"), "evaluation"},
    {Step::Deployment, QT_TRANSLATE_NOOP("labelwright::MainWindow", "Deployment"), "deployment"},
};

/// `folder/name`, with a number where that is taken.
QString freeFolder(const QString& folder, const QString& name)
{
    QString path = QDir(folder).filePath(name);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QDir(folder).filePath(QStringLiteral("%1 %2").arg(name).arg(number));
    return path;
}

QString droppedPath(const QMimeData* data)
{
    if (data == nullptr || data->urls().isEmpty() || !data->urls().first().isLocalFile())
        return {};
    return data->urls().first().toLocalFile();
}

} // namespace

MainWindow::MainWindow(Dialogs dialogs, QWidget* parent)
    : QMainWindow(parent)
    , m_dialogs(std::move(dialogs))
    , m_stack(new QStackedWidget(this))
{
    setAcceptDrops(true);
    auto* const body = new QWidget(this);
    auto* const layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildSidebar();
    layout->addWidget(m_sidebar);
    layout->addWidget(m_stack, 1);
    setCentralWidget(body);
    m_start = new StartPage(m_stack);
    m_stack->addWidget(m_start);
    connect(m_start, &StartPage::newRequested, this, &MainWindow::askNew);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::recentRequested, this, &MainWindow::openProject);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::trySample);
    connect(&m_navigator, &Navigator::stepRequested, this, &MainWindow::showStep);
    connect(&m_navigator, &Navigator::experimentRequested, this,
            [this](Step step) { showStep(step); });
    m_jobs = new JobsIndicator(this);
    statusBar()->addPermanentWidget(m_jobs, 1);
    statusBar()->setSizeGripEnabled(false);
    buildMenus();
    resize(1280, 800);
    restoreGeometry(QSettings().value(QStringLiteral("window/geometry")).toByteArray());
    closeProject();
}

MainWindow::~MainWindow()
{
    closeProject();
}

void MainWindow::buildSidebar()
{
    m_sidebar = new QWidget(this);
    m_sidebar->setObjectName(QStringLiteral("sidebar"));
    m_sidebar->setAccessibleName(tr("Steps"));
    const int step = gridStep(this);
    auto* const layout = new QVBoxLayout(m_sidebar);
    layout->setContentsMargins(step, 3 * step, step, step);
    layout->setSpacing(step);
    m_steps = new QButtonGroup(this);
    for (const StepWords& words : stepWords) {
        auto* const button = new QToolButton(m_sidebar);
        button->setObjectName(QStringLiteral("step-%1").arg(QLatin1String(words.iconName)));
        button->setText(tr(words.name));
        button->setAccessibleName(tr(words.name));
        button->setIcon(icon(QLatin1String(words.iconName)));
        button->setIconSize(QSize(6 * step, 6 * step));
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setCheckable(true);
        button->setMinimumWidth(23 * step);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const int number = static_cast<int>(words.step) + 1;
        button->setToolTip(QStringLiteral("%1 (Alt+%2)").arg(tr(words.name)).arg(number));
        m_steps->addButton(button, static_cast<int>(words.step));
        layout->addWidget(button);
    }
    layout->addStretch();
    connect(m_steps, &QButtonGroup::idClicked, this,
            [this](int id) { showStep(static_cast<Step>(id)); });
}

void MainWindow::buildMenus()
{
    MenuActions actions;
    actions.newProject = [this] { askNew(); };
    actions.openProject = [this] { askOpen(); };
    actions.closeProject = [this] {
        if (mayLeaveProject())
            closeProject();
    };
    actions.openRecent = [this](const QString& folder) { openProject(folder); };
    actions.trySample = [this] { trySample(); };
    actions.importFile = [this] {
        const QString path = m_dialogs.openFile(
            this, {tr("Import"), tr("Data (*.zip *.csv *.tsv *.txt);;All files (*)"), {}});
        if (!path.isEmpty())
            importDropped(path);
    };
    actions.importFolder = [this] {
        const QString path = m_dialogs.openFolder(this, {tr("Import a folder"), {}, {}});
        if (!path.isEmpty())
            importDropped(path);
    };
    actions.showStep = [this](Step step) { showStep(step); };
    actions.hasProject = [this] { return m_workspace != nullptr; };
    actions.dialogs = m_dialogs;
    addMenus(*this, actions);
}

void MainWindow::buildPages()
{
    const UiContext context{*m_workspace, m_navigator, m_dialogs};
    m_pages = {new DatasetsPage(context, m_stack), new LabelingPage(context, m_stack),
               new ModelingPage(context, m_stack), new EvaluationPage(context, m_stack),
               new DeploymentPage(context, m_stack)};
    for (StepPage* page : m_pages)
        m_stack->addWidget(page);
}

bool MainWindow::openProject(const QString& folder)
{
    return mayLeaveProject() && adoptOrShow(Workspace::open(folder));
}

bool MainWindow::createProject(const QString& folder)
{
    return mayLeaveProject() && adoptOrShow(Workspace::create(folder));
}

bool MainWindow::adoptOrShow(Result<std::unique_ptr<Workspace>> workspace)
{
    if (!workspace) {
        showError(workspace.error());
        return false;
    }
    adopt(std::move(*workspace));
    return true;
}

bool MainWindow::mayLeaveProject()
{
    if (!m_workspace || !m_workspace->training().running())
        return true;
    return m_dialogs.confirm(
        this, {tr("Stop the training?"),
               tr("An experiment is being trained. Closing its project stops the run; its best and "
                  "last checkpoints stay, and it can be resumed later."),
               tr("Stop and close")});
}

void MainWindow::adopt(std::unique_ptr<Workspace> workspace)
{
    closeProject();
    m_workspace = std::move(workspace);
    rememberRecentProject(m_workspace->project().folder());
    buildPages();
    m_jobs->setWorkspace(m_workspace.get());
    m_sidebar->setVisible(true);
    showStep(Step::Datasets);
    updateTitle();
}

void MainWindow::closeProject()
{
    m_stack->setCurrentWidget(m_start);
    for (StepPage* page : m_pages)
        delete page;
    m_pages.clear();
    m_jobs->setWorkspace(nullptr);
    m_workspace.reset();
    m_sidebar->setVisible(false);
    m_start->refresh();
    updateTitle();
}

StepPage* MainWindow::page(Step step) const
{
    const auto index = static_cast<std::size_t>(step);
    return index < m_pages.size() ? m_pages[index] : nullptr;
}

Step MainWindow::currentStep() const
{
    return static_cast<Step>(std::max(0, m_steps->checkedId()));
}

void MainWindow::showStep(Step step)
{
    StepPage* const wanted = page(step);
    if (wanted == nullptr)
        return;
    m_steps->button(static_cast<int>(step))->setChecked(true);
    m_stack->setCurrentWidget(wanted);
    wanted->enter();
}

bool MainWindow::makeProjectFor(const QString& name)
{
    const QString parent = projectsFolder();
    QDir().mkpath(parent);
    return createProject(freeFolder(parent, name));
}

void MainWindow::importDropped(const QString& path)
{
    if (!m_workspace && !makeProjectFor(QFileInfo(path).completeBaseName()))
        return;
    showStep(Step::Datasets);
    m_navigator.importFile(path);
}

void MainWindow::trySample()
{
    if (!m_workspace && !makeProjectFor(tr("Sample")))
        return;
    showStep(Step::Datasets);
    m_navigator.importSample();
}

void MainWindow::askNew()
{
    const QString folder = m_dialogs.saveFile(
        this, {tr("New project: name its folder"), {},
               freeFolder(projectsFolder(), tr("Project"))});
    if (!folder.isEmpty())
        createProject(folder);
}

void MainWindow::askOpen()
{
    const QString folder =
        m_dialogs.openFolder(this, {tr("Open a project's folder"), {}, projectsFolder()});
    if (!folder.isEmpty())
        openProject(folder);
}

void MainWindow::showError(const Error& error)
{
    if (auto* const page = qobject_cast<StepPage*>(m_stack->currentWidget()))
        page->showError(error);
    else
        m_start->messages().show(MessageKind::Error, error.summary, error.detail);
}

void MainWindow::updateTitle()
{
    setWindowTitle(m_workspace ? QStringLiteral("%1 — Labelwright").arg(m_workspace->name())
                               : QStringLiteral("Labelwright"));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeaveProject())
        return event->ignore();
    QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedPath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    importDropped(path);
}

} // namespace labelwright
