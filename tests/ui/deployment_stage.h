#pragma once

#include "core/session/deployment_host.h"
#include "core/session/workspace.h"
#include "tests/ui/made_project.h"
#include "ui/deployment/deployment_page.h"
#include "ui/dialogs.h"
#include "ui/navigator.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>

namespace labelwright::tests {

/// A test with a deployment page on a project that was trained for real, once for all tests.
class DeploymentStage : public testing::Test
{
protected:
    static void SetUpTestSuite();
    static void TearDownTestSuite() { s_template.reset(); }

    /// A fresh copy of the trained project, opened.
    DeploymentStage();
    ~DeploymentStage() override;

    void openProject();
    void closeProject();

    template <class T>
    [[nodiscard]] T* child(const char* name) const
    {
        T* const found = page->findChild<T*>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

    void click(const char* name) const;

    /// Creates a deployment by clicks in the dialog; its id.
    DeploymentId createByClicks(const QString& name = {});

    /// Enables the shown deployment and waits until it is ready.
    void enableByClick();

    [[nodiscard]] DeploymentState state() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString message() const;
    /// A real image of the kind the network was trained on.
    [[nodiscard]] QString image(int number) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    /// Saves the page when LABELWRIGHT_SCREENSHOTS names a folder.
    void shoot(const QString& name) const;

    QString fileAnswer, folderAnswer, textAnswer;
    bool confirmAnswer = true;
    QStringList confirmed; ///< Titles of the questions asked.
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Navigator> navigator;
    std::unique_ptr<DeploymentPage> page;

private:
    static std::unique_ptr<QTemporaryDir> s_template;
    QTemporaryDir m_folder;
    Dialogs m_dialogs;
};

} // namespace labelwright::tests
