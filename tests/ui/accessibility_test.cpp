// Walks all widgets of all pages and dialogs: a person who does not see them, or has no mouse, must
// be able to tell and reach each one.

#include "core/session/workspace.h"
#include "tests/ui/made_project.h"
#include "ui/about_dialog.h"
#include "ui/main_window.h"
#include "ui/settings_dialog.h"
#include "ui/shortcut_sheet.h"
#include "ui/step_page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

/// A part that Qt makes inside one of its own widgets and names by the outer one.
bool isInner(const QWidget* widget)
{
    if (widget->objectName().startsWith(QStringLiteral("qt_"))
        || qobject_cast<const QScrollBar*>(widget) != nullptr
        || qobject_cast<const QHeaderView*>(widget) != nullptr)
        return true;
    for (const QWidget* outer = widget->parentWidget(); outer != nullptr && !widget->isWindow();
         outer = outer->parentWidget()) {
        if (qobject_cast<const QComboBox*>(outer) != nullptr
            || qobject_cast<const QAbstractSpinBox*>(outer) != nullptr
            || qobject_cast<const QLineEdit*>(outer) != nullptr
            || qobject_cast<const QTabBar*>(outer) != nullptr
            || qobject_cast<const QMenu*>(outer) != nullptr)
            return true;
        // The corner button of tables; buttons that views put into cells are checked.
        if (qobject_cast<const QAbstractItemView*>(outer) != nullptr
            && qobject_cast<const QAbstractButton*>(widget) != nullptr
            && QByteArray(widget->metaObject()->className()).startsWith("QTableCorner"))
            return true;
    }
    return false;
}

bool isInteractive(const QWidget* widget)
{
    const bool interactive = qobject_cast<const QAbstractButton*>(widget) != nullptr
                             || qobject_cast<const QLineEdit*>(widget) != nullptr
                             || qobject_cast<const QComboBox*>(widget) != nullptr
                             || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr
                             || qobject_cast<const QAbstractSlider*>(widget) != nullptr
                             || qobject_cast<const QAbstractItemView*>(widget) != nullptr
                             || qobject_cast<const QTabBar*>(widget) != nullptr
                             || qobject_cast<const QPlainTextEdit*>(widget) != nullptr
                             || qobject_cast<const QTextEdit*>(widget) != nullptr;
    // Widgets that are painted by hand take part as soon as they can be reached by Tab.
    const bool own = widget->focusPolicy() & Qt::TabFocus
                     && QByteArray(widget->metaObject()->className()).startsWith("labelwright::");
    return (interactive || own) && !isInner(widget);
}

/// Hidden by its view until there is something for it to do, which is when it gets its text.
bool isPutAway(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) != nullptr
           && widget->testAttribute(Qt::WA_WState_ExplicitShowHide)
           && widget->testAttribute(Qt::WA_WState_Hidden);
}

bool hasBuddy(const QWidget* widget)
{
    for (const QLabel* label : widget->window()->findChildren<QLabel*>())
        if (label->buddy() == widget && !label->text().isEmpty())
            return true;
    return false;
}

bool isNamed(const QWidget* widget)
{
    if (!widget->accessibleName().isEmpty() || hasBuddy(widget))
        return true;
    if (const auto* const button = qobject_cast<const QAbstractButton*>(widget))
        return !button->text().isEmpty();
    if (const auto* const tabs = qobject_cast<const QTabBar*>(widget))
        return tabs->count() == 0 || !tabs->tabText(0).isEmpty();
    return false;
}

/// Where a widget stands, outermost first, for the person who mends it.
QString place(const QWidget* widget)
{
    QStringList parts;
    for (; widget != nullptr; widget = widget->parentWidget()) {
        QString part = QLatin1String(widget->metaObject()->className());
        part.remove(QStringLiteral("labelwright::"));
        if (!widget->objectName().isEmpty())
            part += QLatin1Char('#') + widget->objectName();
        parts.prepend(part);
    }
    return parts.join(QStringLiteral(" > "));
}

QStringList complaints(const QWidget* root)
{
    QStringList found;
    QList<const QWidget*> all{root};
    for (const QWidget* widget : root->findChildren<QWidget*>())
        all.append(widget);
    for (const QWidget* widget : all) {
        if (!isInteractive(widget) || isPutAway(widget))
            continue;
        if (!isNamed(widget))
            found.append(place(widget) + QStringLiteral(" has no name"));
        const auto* const button = qobject_cast<const QAbstractButton*>(widget);
        if (button != nullptr && !button->icon().isNull() && button->text().isEmpty()
            && button->toolTip().isEmpty())
            found.append(place(widget) + QStringLiteral(" is an icon without tooltip"));
    }
    return found;
}

class AccessibilityTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        folder = new QTemporaryDir;
        problem = makeProject(projectFolder(), {});
    }
    static void TearDownTestSuite() { delete folder; }

    void SetUp() override
    {
        ASSERT_TRUE(problem.isEmpty()) << problem.toStdString();
        Dialogs dialogs;
        dialogs.openFile = [](QWidget*, const FileQuestion&) { return QString(); };
        dialogs.saveFile = dialogs.openFile;
        dialogs.openFolder = dialogs.openFile;
        dialogs.confirm = [](QWidget*, const ConfirmQuestion&) { return false; };
        dialogs.askText = [](QWidget*, const QString&, const QString&) { return QString(); };
        window = std::make_unique<MainWindow>(dialogs);
        window->show();
    }

    static QString projectFolder() { return folder->filePath(QStringLiteral("project")); }

    void openAndSettle(Step step)
    {
        if (window->workspace() == nullptr) {
            ASSERT_TRUE(window->openProject(projectFolder()));
        }
        window->showStep(step);
        QTest::qWait(300);
        EXPECT_TRUE(QTest::qWaitFor(
            [this] { return window->workspace()->jobs().running().empty(); }, 60'000));
    }

    static inline QTemporaryDir* folder = nullptr;
    static inline QString problem;
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_F(AccessibilityTest, EveryWidgetOfTheStartPageHasAName)
{
    const QStringList found = complaints(window.get());
    EXPECT_TRUE(found.isEmpty()) << found.join(QLatin1Char('\n')).toStdString();
}

TEST_F(AccessibilityTest, EveryWidgetOfEveryPageHasAName)
{
    for (int i = 0; i < 5; ++i)
        openAndSettle(static_cast<Step>(i));
    const QStringList found = complaints(window.get());
    EXPECT_TRUE(found.isEmpty()) << found.join(QLatin1Char('\n')).toStdString();
}

TEST_F(AccessibilityTest, EveryWidgetOfTheWindowsDialogsHasAName)
{
    showSettings(window.get(), {});
    showShortcuts(window.get());
    showAbout(window.get());
    const auto dialogs = window->findChildren<QDialog*>();
    EXPECT_EQ(dialogs.size(), 3);
    for (const QDialog* dialog : dialogs) {
        EXPECT_FALSE(dialog->windowTitle().isEmpty()) << place(dialog).toStdString();
        const QStringList found = complaints(dialog);
        EXPECT_TRUE(found.isEmpty()) << found.join(QLatin1Char('\n')).toStdString();
    }
}

TEST_F(AccessibilityTest, EveryWidgetOfTheViewsDialogsHasAName)
{
    const std::pair<Step, const char*> openers[] = {{Step::Datasets, "newSplit"},
                                                    {Step::Datasets, "newFeatureSet"},
                                                    {Step::Datasets, "newExperiment"},
                                                    {Step::Deployment, "createDeployment"}};
    for (const auto& [step, name] : openers) {
        openAndSettle(step);
        auto* const button =
            window->page(step)->findChild<QAbstractButton*>(QLatin1String(name));
        ASSERT_NE(button, nullptr) << name;
        button->click();
        QTest::qWait(200);
        const QStringList found = complaints(window.get());
        EXPECT_TRUE(found.isEmpty()) << name << found.join(QLatin1Char('\n')).toStdString();
        for (QDialog* dialog : window->findChildren<QDialog*>())
            dialog->reject();
    }
}

TEST_F(AccessibilityTest, AWidgetWithoutNameIsNoticed)
{
    QWidget root;
    auto* const field = new QLineEdit(&root);
    EXPECT_EQ(complaints(&root).size(), 1);
    auto* const label = new QLabel(QStringLiteral("Name"), &root);
    label->setBuddy(field);
    EXPECT_TRUE(complaints(&root).isEmpty());
    auto* const button = new QPushButton(&root);
    EXPECT_EQ(complaints(&root).size(), 1);
    button->setText(QStringLiteral("Open"));
    EXPECT_TRUE(complaints(&root).isEmpty());
}

} // namespace labelwright::tests
