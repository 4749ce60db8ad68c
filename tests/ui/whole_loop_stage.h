#pragma once

#include "ui/dialogs.h"
#include "ui/main_window.h"

#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <functional>
#include <memory>

class QModelIndex;

namespace labelwright::tests {

/// A person before the window: clicks and keys go to the window in front as the platform would send
/// them, so that what is covered, disabled or without focus stays out of reach; what is read is what
/// stands on the screen.
class WholeLoopStage : public testing::Test
{
protected:
    WholeLoopStage();
    ~WholeLoopStage() override;

    /// The window that keys go to: a dialog where one is open, else the main window.
    [[nodiscard]] QWidget* front() const;
    /// What the window in front shows: its dialog, the current step's page, or all of it.
    [[nodiscard]] QWidget* sight() const;

    /// The visible widget of that name; fails the test without one.
    template <class T>
    T* find(const char* name) const
    {
        for (T* widget : sight()->findChildren<T*>(QLatin1String(name)))
            if (widget->isVisible())
                return widget;
        ADD_FAILURE() << name << " cannot be seen";
        return nullptr;
    }

    /// Waits until the dialog in front has closed.
    void returnToWindow() const;

    /// Waits until something holds, at most two minutes.
    static bool waitFor(const std::function<bool()>& holds);
    /// A label, button or box that can be seen says these words.
    [[nodiscard]] bool sees(const QString& words) const;
    [[nodiscard]] bool willSee(const QString& words) const;
    /// What the label or button of that name says.
    [[nodiscard]] QString textOf(const char* name) const;
    [[nodiscard]] bool isEnabled(const char* name) const;

    /// A click in the middle of a named widget, or at a point of a widget.
    void click(const char* name) const;
    void clickAt(QWidget* widget, const QPoint& point) const;
    void clickItem(const char* view, const QModelIndex& index) const;
    void clickTab(const char* tabs, const QString& title) const;

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(const QString& text) const;
    /// Clicks into a field, takes everything out that is there, types.
    void fill(const char* field, const QString& text) const;
    /// Tab after Tab until the focus is in the named widget.
    void tabTo(const char* name) const;
    /// To a bar of tabs by Tab, then by arrows to the one of that title.
    void tabToTab(const char* tabs, const QString& title) const;
    [[nodiscard]] static bool hasFocus(const char* name);
    /// In the run settings: other work on the machine then does not hold the run up at every step.
    void chooseOneThread() const;

    /// The words in front of an item view: a row's texts, joined.
    [[nodiscard]] QString rowText(const char* view, int row) const;
    /// What the matrix says in that cell.
    [[nodiscard]] int cell(const char* name) const;

    /// Saves the window where LABELWRIGHT_SCREENSHOTS names a folder.
    void picture(const char* name) const;

    QTemporaryDir folder;
    QString answer; ///< What the person chooses in the next file dialog.
    std::unique_ptr<MainWindow> window;
};

} // namespace labelwright::tests
