// The window around the views: start page, projects, steps, drops, menus and dialogs.

#include "ui/main_window.h"

#include "core/project/datasets.h"
#include "core/session/experiment_setup.h"
#include "core/session/workspace.h"
#include "tests/ui/made_project.h"
#include "tests/ui/scripted_dialogs.h"
#include "ui/preferences.h"
#include "ui/recent_projects.h"
#include "ui/shortcut_sheet.h"
#include "ui/start/start_page.h"
#include "ui/step_page.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QUrl>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

class MainWindowTest : public testing::Test
{
protected:
    MainWindowTest()
    {
        QSettings().remove(QStringLiteral("recentProjects"));
        chooseProjectsFolder(folder.filePath(QStringLiteral("projects")));
        Dialogs dialogs = scriptedDialogs(answer);
        dialogs.confirm = [this](QWidget*, const ConfirmQuestion&) {
            ++asked;
            return confirms;
        };
        window = std::make_unique<MainWindow>(dialogs);
        window->show();
        window->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }

    ~MainWindowTest() override { chooseProjectsFolder({}); }

    template <class T>
    T* child(const char* name) const
    {
        T* const found = window->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

    /// A project without dataset that is closed again.
    QString emptyProject(const QString& name)
    {
        const QString path = folder.filePath(name);
        EXPECT_TRUE(makeProject(path, {.images = 0}).isEmpty());
        return path;
    }

    /// Starts a run in the open project that would take long.
    void startLongRun()
    {
        Project& project = window->workspace()->project();
        AdviceWishes wishes;
        wishes.backbone = QStringLiteral("none");
        auto advice = adviseFor(project, {}, wishes);
        ASSERT_TRUE(advice) << advice.error().summary.toStdString();
        advice->settings.epochs = 500;
        const auto made = setUpExperiment(project, {}, *advice);
        ASSERT_TRUE(made) << made.error().summary.toStdString();
        ASSERT_TRUE(window->workspace()->training().start(project, made->id));
    }

    bool startPageIsShown() const { return window->findChild<StartPage*>()->isVisible(); }

    void drop(const QString& path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &event);
        EXPECT_TRUE(event.isAccepted());
    }

    QTemporaryDir folder;
    QString answer; ///< What the person chooses in the next file dialog.
    bool confirms = true;
    int asked = 0; ///< Questions that were to be confirmed.
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_F(MainWindowTest, StartsWithThreeWaysIn)
{
    EXPECT_TRUE(startPageIsShown());
    EXPECT_FALSE(child<QWidget>("sidebar")->isVisible());
    for (const char* name : {"trySample", "newProject", "openProject"}) {
        auto* const card = child<QAbstractButton>(name);
        EXPECT_TRUE(card->isVisible()) << name;
        EXPECT_FALSE(card->text().isEmpty()) << name;
        EXPECT_FALSE(card->accessibleDescription().isEmpty()) << name;
    }
    EXPECT_FALSE(child<QListWidget>("recentProjects")->isVisible()) << "there are none yet";
}

TEST_F(MainWindowTest, NewMakesAProjectAndShowsItsDatasets)
{
    answer = folder.filePath(QStringLiteral("Birds"));
    QTest::mouseClick(child<QAbstractButton>("newProject"), Qt::LeftButton);
    ASSERT_NE(window->workspace(), nullptr);
    EXPECT_TRUE(Project::existsIn(answer));
    EXPECT_EQ(window->currentStep(), Step::Datasets);
    EXPECT_TRUE(child<QWidget>("sidebar")->isVisible());
    EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("Birds")));
    EXPECT_EQ(recentProjects().value(0), answer);
}

TEST_F(MainWindowTest, CancelledQuestionsChangeNothing)
{
    QTest::mouseClick(child<QAbstractButton>("newProject"), Qt::LeftButton);
    QTest::mouseClick(child<QAbstractButton>("openProject"), Qt::LeftButton);
    EXPECT_EQ(window->workspace(), nullptr);
    EXPECT_TRUE(startPageIsShown());
}

TEST_F(MainWindowTest, AFolderThatIsNoProjectIsExplainedOnTheStartPage)
{
    answer = folder.path();
    QTest::keyClick(child<QAbstractButton>("openProject"), Qt::Key_Return);
    EXPECT_EQ(window->workspace(), nullptr);
    const MessageBar& messages = window->findChild<StartPage*>()->messages();
    EXPECT_TRUE(messages.isVisible());
    EXPECT_EQ(messages.kind(), MessageKind::Error);
    EXPECT_FALSE(messages.text().isEmpty());
}

TEST_F(MainWindowTest, RecentProjectsOpenByEnterAndByClick)
{
    const QString first = emptyProject(QStringLiteral("first"));
    const QString second = emptyProject(QStringLiteral("second"));
    ASSERT_TRUE(window->openProject(first));
    ASSERT_TRUE(window->openProject(second));
    window->closeProject();
    auto* const list = child<QListWidget>("recentProjects");
    ASSERT_EQ(list->count(), 2);
    EXPECT_EQ(list->item(0)->text(), QStringLiteral("second"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->workspace() != nullptr; }));
    EXPECT_EQ(window->workspace()->project().folder(), second);
    window->closeProject();
    const QRect item = list->visualItemRect(list->item(1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, item.center());
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->workspace() != nullptr; }));
    EXPECT_EQ(window->workspace()->project().folder(), first);
}

TEST_F(MainWindowTest, AltAndANumberShowTheSteps)
{
    ASSERT_TRUE(window->openProject(emptyProject(QStringLiteral("steps"))));
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::AltModifier);
        EXPECT_EQ(window->currentStep(), static_cast<Step>(i));
        EXPECT_TRUE(window->page(static_cast<Step>(i))->isVisible()) << i;
    }
    QTest::mouseClick(child<QAbstractButton>("step-modeling"), Qt::LeftButton);
    EXPECT_EQ(window->currentStep(), Step::Modeling);
}

TEST_F(MainWindowTest, ViewsThatAskForAnExperimentBringItsStepToTheFront)
{
    ASSERT_TRUE(window->openProject(emptyProject(QStringLiteral("asked"))));
    for (const Step step : {Step::Evaluation, Step::Modeling}) {
        window->navigator().showExperiment(step, {});
        EXPECT_EQ(window->currentStep(), step);
    }
}

TEST_F(MainWindowTest, ClosingAProjectReturnsToTheStart)
{
    ASSERT_TRUE(window->openProject(emptyProject(QStringLiteral("closed"))));
    QTest::keyClick(window.get(), Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(window->workspace(), nullptr);
    EXPECT_TRUE(startPageIsShown());
    EXPECT_EQ(window->windowTitle(), QStringLiteral("Labelwright"));
}

TEST_F(MainWindowTest, ADroppedFolderBecomesAProjectOfItsName)
{
    const QString photos = folder.filePath(QStringLiteral("photos"));
    ASSERT_TRUE(QDir().mkpath(photos));
    QSignalSpy imports(&window->navigator(), &Navigator::importRequested);
    drop(photos);
    ASSERT_NE(window->workspace(), nullptr);
    EXPECT_EQ(window->workspace()->name(), QStringLiteral("photos"));
    EXPECT_EQ(window->currentStep(), Step::Datasets);
    ASSERT_EQ(imports.count(), 1);
    EXPECT_EQ(imports.first().first().toString(), photos);
}

TEST_F(MainWindowTest, TheSampleIsDrawnIntoAProjectOfItsOwn)
{
    QTest::mouseClick(child<QAbstractButton>("trySample"), Qt::LeftButton);
    ASSERT_NE(window->workspace(), nullptr);
    EXPECT_TRUE(window->workspace()->project().folder().startsWith(projectsFolder()));
    EXPECT_TRUE(QTest::qWaitFor(
        [this] {
            const auto all = datasets(window->workspace()->project());
            return all && all->size() == 1 && all->front().samples > 0
                   && window->workspace()->jobs().running().empty();
        },
        120'000));
}

TEST_F(MainWindowTest, TheShortcutSheetListsMenusAndFindsEntries)
{
    ASSERT_TRUE(window->openProject(emptyProject(QStringLiteral("keys"))));
    QTest::keyClick(window.get(), Qt::Key_F1);
    auto* const sheet = child<ShortcutSheet>("shortcutSheet");
    ASSERT_TRUE(QTest::qWaitFor([sheet] { return sheet->isVisible(); }));
    const auto lines = shortcutsOf(window.get());
    EXPECT_TRUE(lines.contains({QStringLiteral("View"), QStringLiteral("Evaluation"),
                                QStringLiteral("Alt+4")}));
    QTest::keyClicks(sheet->findChild<QLineEdit*>(), QStringLiteral("evaluation"));
    auto* const tree = sheet->findChild<QTreeWidget*>();
    int shown = 0;
    for (QTreeWidgetItemIterator item(tree, QTreeWidgetItemIterator::NotHidden); *item != nullptr;
         ++item)
        shown += (*item)->childCount() == 0 ? 1 : 0;
    EXPECT_GE(shown, 1);
    EXPECT_LT(shown, lines.size());
    sheet->close();
}

TEST_F(MainWindowTest, NoKeysMeanTwoThings)
{
    ASSERT_TRUE(window->openProject(emptyProject(QStringLiteral("twice"))));
    QHash<QString, QString> everywhere;
    for (const ShortcutLine& line : shortcutsOf(window.get())) {
        if (line.group != QStringLiteral("File") && line.group != QStringLiteral("View")
            && line.group != QStringLiteral("Help"))
            continue;
        EXPECT_FALSE(everywhere.contains(line.keys))
            << line.keys.toStdString() << ": " << line.text.toStdString() << " and "
            << everywhere.value(line.keys).toStdString();
        everywhere.insert(line.keys, line.text);
    }
    for (const ShortcutLine& line : shortcutsOf(window.get()))
        EXPECT_EQ(everywhere.value(line.keys, line.text), line.text) << line.group.toStdString();
}

TEST_F(MainWindowTest, SettingsAreStoredAtOnce)
{
    QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto* const settings = child<QDialog>("settingsDialog");
    auto* const looks = settings->findChild<QComboBox*>(QStringLiteral("appearance"));
    looks->setCurrentIndex(looks->findData(static_cast<int>(ColorScheme::Dark)));
    EXPECT_EQ(chosenColorScheme(), ColorScheme::Dark);
    EXPECT_TRUE(isDark(QApplication::palette()));
    looks->setCurrentIndex(looks->findData(static_cast<int>(ColorScheme::Light)));
    EXPECT_FALSE(isDark(QApplication::palette()));
    auto* const language = settings->findChild<QComboBox*>(QStringLiteral("language"));
    language->setCurrentIndex(language->findData(QStringLiteral("sv")));
    EXPECT_EQ(chosenLanguage(), QStringLiteral("sv"));
    language->setCurrentIndex(0);
    EXPECT_TRUE(chosenLanguage().isEmpty());
    answer = folder.filePath(QStringLiteral("elsewhere"));
    QTest::mouseClick(
        settings->findChild<QPushButton*>(QStringLiteral("chooseProjectsFolder")),
        Qt::LeftButton);
    EXPECT_EQ(projectsFolder(), answer);
    settings->close();
    chooseColorScheme(ColorScheme::System);
}

TEST_F(MainWindowTest, TheRecentMenuOpensProjects)
{
    const QString path = emptyProject(QStringLiteral("again"));
    ASSERT_TRUE(window->openProject(path));
    window->closeProject();
    auto* const menu = child<QMenu>("recentMenu");
    Q_EMIT menu->aboutToShow();
    ASSERT_EQ(menu->actions().size(), 1);
    menu->actions().first()->trigger();
    ASSERT_NE(window->workspace(), nullptr);
    EXPECT_EQ(window->workspace()->project().folder(), path);
}

TEST_F(MainWindowTest, ARunIsNotStoppedWithoutAsking)
{
    const QString busy = folder.filePath(QStringLiteral("busy"));
    ASSERT_TRUE(makeProject(busy, {.images = 24, .epochs = 0, .deployed = false}).isEmpty());
    const QString other = emptyProject(QStringLiteral("other"));
    ASSERT_TRUE(window->openProject(busy));
    EXPECT_EQ(asked, 0) << "nothing is being trained";
    ASSERT_NO_FATAL_FAILURE(startLongRun());
    confirms = false;
    EXPECT_FALSE(window->close());
    EXPECT_FALSE(window->openProject(other));
    QTest::keyClick(window.get(), Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(asked, 3);
    ASSERT_NE(window->workspace(), nullptr);
    EXPECT_TRUE(window->workspace()->training().running());
    confirms = true;
    EXPECT_TRUE(window->openProject(other));
    EXPECT_EQ(asked, 4);
    EXPECT_EQ(window->workspace()->project().folder(), other);
}

} // namespace labelwright::tests
