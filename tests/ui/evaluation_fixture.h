#pragma once

#include "core/project/experiments.h"
#include "core/session/workspace.h"
#include "ui/dialogs.h"
#include "ui/evaluation/evaluation_page.h"
#include "ui/navigator.h"

#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace labelwright::tests {

/// How an experiment of the tests is trained.
struct TinyRun
{
    int epochs = 4;
    int side = 32; ///< Pixels.
    std::uint64_t seed = 1;
    QString name = QStringLiteral("tiny");
    QString backbone{}; ///< Instead of a convolution; its weights are looked for.
};

/// The evaluation page on a project of its own: 80 drawn landscapes, of which 32 validate.
class EvaluationTest : public testing::Test
{
protected:
    EvaluationTest();
    ~EvaluationTest() override;

    void importSample();
    ExperimentId addExperiment(const TinyRun& wanted = {});
    /// Starts and waits for the end.
    void run(ExperimentId experiment);
    /// Makes and shows the page.
    void openPage(QSize size = {1180, 760});
    /// To the tab Predictions with everything evaluated.
    void inspect();

    template <class Widget>
    Widget* find(const char* name) const
    {
        const auto all = page->findChildren<Widget*>(QString::fromLatin1(name));
        EXPECT_FALSE(all.isEmpty()) << name;
        for (Widget* widget : all)
            if (widget->isVisible())
                return widget;
        return all.value(0);
    }
    void click(const char* name) const;
    /// Waits until no job goes on.
    bool settle() const;
    /// Saves pictures of the page, light and dark, when LABELWRIGHT_SCREENSHOTS names a folder.
    void picture(const QString& name) const;

    QTemporaryDir folder;
    QString answerFile; ///< What the injected dialogs answer.
    Dialogs dialogs;
    Navigator navigator;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<EvaluationPage> page;
};

} // namespace labelwright::tests
