#pragma once

#include "core/session/workspace.h"
#include "ui/datasets/datasets_page.h"
#include "ui/dialogs.h"
#include "ui/navigator.h"

#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <functional>
#include <memory>

class QAction;

namespace labelwright::tests {

/// The datasets view on an empty project, shown, with answers for its questions at hand.
class DatasetsTest : public testing::Test
{
protected:
    DatasetsTest();
    ~DatasetsTest() override;

    /// A named widget below `parent` (the page where none is given); fails the test without it.
    template <class Widget>
    Widget* find(const char* name, QWidget* parent = nullptr)
    {
        auto* const widget =
            (parent != nullptr ? parent : page.get())->findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(widget, nullptr) << name;
        return widget;
    }

    void click(const char* name, QWidget* parent = nullptr);
    /// Triggers an action of the page's menus.
    void trigger(const char* name);
    /// Waits until something holds, at most half a minute; false when it never does.
    static bool waitFor(const std::function<bool()>& holds);
    /// What the page's message bar says.
    [[nodiscard]] QString message() const;
    /// Imports a source with all defaults through the core, then shows it.
    void importByCore(const QString& path, const QString& name);
    /// Draws that many landscapes; returns the zip's path.
    QString sampleZip(int count);
    /// Writes index.csv and `images` coloured images 0.png, 1.png … into a folder.
    QString sourceFolder(const QString& name, const QByteArray& index, int images);
    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    /// Saves a picture where LABELWRIGHT_SCREENSHOTS names a folder.
    void screenshot(const QString& name, QWidget* widget = nullptr);

    QTemporaryDir folder;
    Navigator navigator;
    Dialogs dialogs;
    QString chosenFile;         ///< What openFile, saveFile and openFolder answer.
    QString typedText;          ///< What askText answers.
    bool confirms = true;       ///< What confirm answers.
    QStringList questions;      ///< Texts of confirmations.
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<DatasetsPage> page;
};

} // namespace labelwright::tests
