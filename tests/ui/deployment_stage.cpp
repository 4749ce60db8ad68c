#include "tests/ui/deployment_stage.h"

#include "core/project/deployments.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace labelwright::tests {

namespace {

constexpr int patience = 30'000; ///< Milliseconds.

void copyFolder(const QString& from, const QString& to)
{
    QDirIterator walk(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString file = walk.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(file);
        QDir().mkpath(QFileInfo(target).absolutePath());
        QFile::copy(file, target);
    }
}

} // namespace

std::unique_ptr<QTemporaryDir> DeploymentStage::s_template;

void DeploymentStage::SetUpTestSuite()
{
    s_template = std::make_unique<QTemporaryDir>();
    MadeProject wanted;
    wanted.deployed = false;
    const QString problem = makeProject(s_template->filePath(QStringLiteral("p")), wanted);
    ASSERT_TRUE(problem.isEmpty()) << problem.toStdString();
}

DeploymentStage::DeploymentStage()
{
    copyFolder(s_template->filePath(QStringLiteral("p")), path(QStringLiteral("p")));
    m_dialogs.openFile = [this](QWidget*, const FileQuestion&) { return fileAnswer; };
    m_dialogs.saveFile = m_dialogs.openFile;
    m_dialogs.openFolder = [this](QWidget*, const FileQuestion&) { return folderAnswer; };
    m_dialogs.confirm = [this](QWidget*, const ConfirmQuestion& question) {
        confirmed.append(question.title);
        return confirmAnswer;
    };
    m_dialogs.askText = [this](QWidget*, const QString&, const QString&) { return textAnswer; };
    openProject();
}

DeploymentStage::~DeploymentStage()
{
    closeProject();
}

void DeploymentStage::openProject()
{
    auto opened = Workspace::open(path(QStringLiteral("p")));
    ASSERT_TRUE(opened) << opened.error().summary.toStdString();
    workspace = *std::move(opened);
    navigator = std::make_unique<Navigator>();
    page = std::make_unique<DeploymentPage>(UiContext{*workspace, *navigator, m_dialogs});
    page->resize(1180, 740);
    page->show();
    page->enter();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(page.get()));
}

void DeploymentStage::closeProject()
{
    page.reset();
    navigator.reset();
    workspace.reset();
}

void DeploymentStage::click(const char* name) const
{
    auto* const button = child<QAbstractButton>(name);
    ASSERT_NE(button, nullptr);
    ASSERT_TRUE(button->isEnabled()) << name;
    QTest::mouseClick(button, Qt::LeftButton);
    QApplication::processEvents();
}

DeploymentId DeploymentStage::createByClicks(const QString& name)
{
    const auto before = deployments(workspace->project())->size();
    click("createDeployment");
    auto* const dialog = child<QDialog>("createDeploymentDialog");
    if (dialog == nullptr)
        return {};
    auto* const edit = dialog->findChild<QLineEdit*>(QStringLiteral("deploymentName"));
    if (!name.isEmpty()) {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, name);
    }
    QTest::mouseClick(dialog->findChild<QAbstractButton*>(QStringLiteral("deploymentCreate")),
                      Qt::LeftButton);
    const bool made = QTest::qWaitFor(
        [&] {
            return deployments(workspace->project())->size() > before
                   && child<QLabel>("deploymentTitle")->isVisible();
        },
        patience);
    EXPECT_TRUE(made) << message().toStdString();
    return made ? deployments(workspace->project())->back().id : DeploymentId();
}

void DeploymentStage::enableByClick()
{
    click("deploymentEnable");
    EXPECT_TRUE(QTest::qWaitFor([&] { return state() == DeploymentState::Ready; }, patience));
}

DeploymentState DeploymentStage::state() const
{
    const auto all = deployments(workspace->project());
    return all->empty() ? DeploymentState::Disabled
                        : workspace->deployments().state(all->back().id);
}

QString DeploymentStage::stateText() const
{
    return child<QLabel>("deploymentState")->text();
}

QString DeploymentStage::message() const
{
    return page->messages().text();
}

QString DeploymentStage::image(int number) const
{
    QStringList found;
    QDirIterator walk(path(QStringLiteral("p/originals")), QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        found.append(walk.next());
    found.sort();
    EXPECT_LT(number, found.size());
    return found.value(number);
}

void DeploymentStage::shoot(const QString& name) const
{
    const QString folder = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const ColorScheme scheme : {ColorScheme::Dark, ColorScheme::Light}) {
        applyTheme(*qApp, scheme);
        QTest::qWait(100);
        page->grab().save(QStringLiteral("%1/deployment-%2-%3.png")
                              .arg(folder, name, colorSchemeWord(scheme)));
        if (auto* const dialog = page->findChild<QDialog*>())
            dialog->grab().save(QStringLiteral("%1/deployment-%2-dialog-%3.png")
                                    .arg(folder, name, colorSchemeWord(scheme)));
    }
}

} // namespace labelwright::tests
