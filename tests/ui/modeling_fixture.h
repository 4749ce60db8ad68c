#pragma once

#include "core/project/experiments.h"
#include "core/session/workspace.h"
#include "ui/dialogs.h"
#include "ui/modeling/modeling_page.h"
#include "ui/navigator.h"

#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace labelwright::tests {

/// Input 32×32, one convolution, global pooling, Dense, Sigmoid, target: trains in no time.
ModelSpec tinySpec();

/// The modeling page on a project of its own, without pretrained weights on the machine.
class ModelingTest : public testing::Test
{
protected:
    ModelingTest();
    ~ModelingTest() override;

    /// Draws and imports the sample landscapes.
    void importSample(int count = 48);
    /// Makes an experiment of `tinySpec` and one epoch, and shows it.
    ExperimentId addTiny();
    void openPage();

    [[nodiscard]] Experiment stored(ExperimentId id) const;

    /// The visible one where several have that name.
    template <class Widget>
    Widget* find(const char* name) const
    {
        Widget* found = nullptr;
        for (Widget* const one : page->findChildren<Widget*>(QString::fromLatin1(name)))
            if (found == nullptr || one->isVisible())
                found = one;
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    /// Clicks with the left button in the middle.
    void click(const char* name) const;
    /// Chooses an entry as a person does: sets it and tells so.
    void choose(const char* combo, const QString& data) const;
    [[nodiscard]] QString message() const;
    /// Waits for jobs to end.
    bool settle() const;
    /// Saves a picture of the page when LABELWRIGHT_SCREENSHOTS names a folder.
    void picture(const QString& name) const;

    QTemporaryDir folder;
    QString answerFile; ///< What the injected dialogs answer.
    QString answerText;
    bool answerConfirm = true;
    Dialogs dialogs;
    Navigator navigator;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<ModelingPage> page;
};

} // namespace labelwright::tests
