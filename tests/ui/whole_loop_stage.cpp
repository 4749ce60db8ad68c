#include "tests/ui/whole_loop_stage.h"
#include "tests/ui/scripted_dialogs.h"

#include "ui/preferences.h"
#include "ui/step_page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <QWindow>

namespace labelwright::tests {

namespace {

constexpr int patience = 120'000; ///< Milliseconds; a loaded machine trains slowly.

bool isNamed(const QWidget* widget, const char* name)
{
    for (; widget != nullptr; widget = widget->parentWidget())
        if (widget->objectName() == QLatin1String(name))
            return true;
    return false;
}

/// As a person scrolls to what is not in sight.
void scrollTo(QWidget* widget)
{
    for (QWidget* outer = widget->parentWidget(); outer != nullptr; outer = outer->parentWidget())
        if (auto* const area = qobject_cast<QScrollArea*>(outer))
            area->ensureWidgetVisible(widget, 8, 8);
}

} // namespace

WholeLoopStage::WholeLoopStage()
{
    qputenv("LABELWRIGHT_BACKBONES", "");
    QSettings().remove(QStringLiteral("recentProjects"));
    chooseProjectsFolder(folder.filePath(QStringLiteral("projects")));
    window = std::make_unique<MainWindow>(scriptedDialogs(answer));
    window->resize(1280, 800);
    window->show();
    window->activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
}

WholeLoopStage::~WholeLoopStage()
{
    window.reset();
    chooseProjectsFolder({});
}

QWidget* WholeLoopStage::front() const
{
    QWidget* const active = QApplication::activeWindow();
    return active != nullptr ? active : window.get();
}

QWidget* WholeLoopStage::sight() const
{
    if (front() != window.get())
        return front();
    // Pages hide one another, and yet a name may stand on two of them.
    if (StepPage* const page = window->page(window->currentStep()))
        return page;
    return window.get();
}

void WholeLoopStage::returnToWindow() const
{
    EXPECT_TRUE(waitFor([this] { return front() == window.get(); }));
    window->activateWindow(); // A window manager does that; the offscreen platform has none.
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
}

bool WholeLoopStage::waitFor(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(holds, patience);
}

bool WholeLoopStage::sees(const QString& words) const
{
    const auto has = [&](const QString& text) { return text.contains(words); };
    for (const QLabel* label : front()->findChildren<QLabel*>())
        if (label->isVisible() && has(label->text()))
            return true;
    for (const QAbstractButton* button : front()->findChildren<QAbstractButton*>())
        if (button->isVisible() && has(button->text()))
            return true;
    for (const QComboBox* box : front()->findChildren<QComboBox*>())
        if (box->isVisible() && has(box->currentText()))
            return true;
    return false;
}

bool WholeLoopStage::willSee(const QString& words) const
{
    return waitFor([&] { return sees(words); });
}

QString WholeLoopStage::textOf(const char* name) const
{
    const auto* const widget = find<QWidget>(name);
    if (widget == nullptr)
        return {};
    for (const char* property : {"text", "currentText"})
        if (const QVariant text = widget->property(property); text.isValid())
            return text.toString();
    ADD_FAILURE() << name << " has no text";
    return {};
}

bool WholeLoopStage::isEnabled(const char* name) const
{
    const auto* const widget = find<QWidget>(name);
    return widget != nullptr && widget->isEnabled();
}

void WholeLoopStage::click(const char* name) const
{
    auto* const widget = find<QWidget>(name);
    ASSERT_NE(widget, nullptr);
    ASSERT_TRUE(widget->isEnabled()) << name << " is disabled";
    clickAt(widget, widget->rect().center());
}

void WholeLoopStage::clickAt(QWidget* widget, const QPoint& point) const
{
    scrollTo(widget);
    QTest::qWait(0); // Layouts settle before a person's hand is there.
    QWidget* const shown = widget->window();
    const QPoint place = widget->mapTo(shown, point);
    ASSERT_TRUE(shown->rect().contains(place)) << widget->objectName().toStdString();
    QTest::mouseClick(shown->windowHandle(), Qt::LeftButton, {}, place);
}

void WholeLoopStage::clickItem(const char* view, const QModelIndex& index) const
{
    auto* const items = find<QAbstractItemView>(view);
    ASSERT_NE(items, nullptr);
    ASSERT_TRUE(index.isValid()) << view;
    items->scrollTo(index);
    clickAt(items->viewport(), items->visualRect(index).center());
}

void WholeLoopStage::clickTab(const char* tabs, const QString& title) const
{
    auto* const widget = find<QTabWidget>(tabs);
    ASSERT_NE(widget, nullptr);
    for (int i = 0; i < widget->count(); ++i)
        if (widget->tabText(i) == title) {
            clickAt(widget->tabBar(), widget->tabBar()->tabRect(i).center());
            EXPECT_EQ(widget->currentIndex(), i) << title.toStdString();
            return;
        }
    ADD_FAILURE() << "no tab " << title.toStdString();
}

void WholeLoopStage::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(front()->windowHandle(), key, modifiers);
}

void WholeLoopStage::type(const QString& text) const
{
    for (const QChar letter : text)
        QTest::keyClick(front()->windowHandle(), letter.toLatin1());
}

void WholeLoopStage::fill(const char* field, const QString& text) const
{
    click(field);
    key(Qt::Key_A, Qt::ControlModifier);
    type(text);
    key(Qt::Key_Tab);
}

bool WholeLoopStage::hasFocus(const char* name)
{
    return isNamed(QApplication::focusWidget(), name);
}

void WholeLoopStage::tabTo(const char* name) const
{
    QStringList passed;
    for (int i = 0; i < 200 && !hasFocus(name); ++i) {
        key(Qt::Key_Tab);
        const QWidget* const now = QApplication::focusWidget();
        passed.append(now != nullptr ? now->objectName() : QStringLiteral("nothing"));
    }
    EXPECT_TRUE(hasFocus(name)) << "Tab does not lead to " << name << " but over "
                                << passed.mid(0, 60).join(u' ').toStdString();
}

void WholeLoopStage::tabToTab(const char* tabs, const QString& title) const
{
    auto* const widget = find<QTabWidget>(tabs);
    ASSERT_NE(widget, nullptr);
    for (int i = 0; i < 200 && !widget->tabBar()->hasFocus(); ++i)
        key(Qt::Key_Tab);
    EXPECT_TRUE(widget->tabBar()->hasFocus()) << "Tab does not lead to the tabs of " << tabs;
    for (int i = 0; i < widget->count() && widget->tabText(widget->currentIndex()) != title; ++i)
        key(Qt::Key_Right);
    EXPECT_EQ(widget->tabText(widget->currentIndex()), title);
}

void WholeLoopStage::chooseOneThread() const
{
    tabTo("precision");
    key(Qt::Key_Down);
    EXPECT_EQ(textOf("precision"), QString("32 bit (f32)"));
    key(Qt::Key_Tab);
    ASSERT_TRUE(hasFocus("threads"));
    type("1");
    key(Qt::Key_Tab);
}

QString WholeLoopStage::rowText(const char* view, int row) const
{
    const auto* const items = find<QAbstractItemView>(view);
    QStringList words;
    for (int column = 0; items != nullptr && column < items->model()->columnCount(); ++column)
        words.append(items->model()->index(row, column).data().toString());
    return words.join(u' ').simplified();
}

int WholeLoopStage::cell(const char* name) const
{
    // A cell paints its number itself and tells it to a screen reader.
    const auto* const button = find<QAbstractButton>(name);
    return button == nullptr ? -1 : button->accessibleName().section(u' ', -1).toInt();
}

void WholeLoopStage::picture(const char* name) const
{
    const QString target = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
    if (target.isEmpty())
        return;
    QDir().mkpath(target);
    QTest::qWait(100);
    window->grab().save(QStringLiteral("%1/loop-%2.png").arg(target, QLatin1String(name)));
}

} // namespace labelwright::tests
