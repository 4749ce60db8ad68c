#pragma once

#include "ui/main_window.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

class QDialog;

namespace labelwright::screenshots {

/// Where pictures go and how their names end: "datasets-full_dark_2x_1280x800.png".
struct Studio
{
    QString folder;   ///< Of the pictures.
    QString projects; ///< Holds the projects "data" and "full", "more.zip" and "picture.png".
    QString suffix;
    QString only; ///< Part of the names wanted; empty: all.
};

/// A window that is driven as a person would and photographed.
class Stage
{
public:
    Stage(const Studio& studio, QSize size);

    [[nodiscard]] MainWindow& window() { return *m_window; }

    /// Opens a copy of a made project; "empty" makes one without dataset.
    void open(const QString& project);

    /// Shows the step and waits until its jobs have ended.
    void show(Step step);

    /// Photographs the window, with the dialog in front of it if there is one. `name`: kebab-case.
    void shoot(const QString& name);

    /// Clicks the button of that object name or text, in the window or in the dialog in front. False,
    /// with a line on stderr, when there is none to click.
    bool click(const QString& button);

    /// Shows a page of the tab widget of that object name.
    void chooseTab(const QString& tabs, int index);

    /// Closes the dialog in front.
    void closeDialog();

    /// Lets events pass until `holds`, or 20 s.
    void waitUntil(const std::function<bool()>& holds);
    void waitForJobs();

    [[nodiscard]] QDialog* dialog() const;

private:
    const Studio& m_studio;
    QTemporaryDir m_copies;
    std::unique_ptr<MainWindow> m_window;
};

/// All pictures of one size.
void shootStart(const Studio& studio, QSize size);
void shootPages(const Studio& studio, QSize size);
void shootDialogs(const Studio& studio, QSize size);
void shootViews(const Studio& studio, QSize size);
void shootTraining(const Studio& studio, QSize size);
void shootBusy(const Studio& studio, QSize size);

} // namespace labelwright::screenshots
