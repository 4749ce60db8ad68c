// The way from a dataset to a run without a mouse.

#include "tests/ui/made_project.h"
#include "tests/ui/whole_loop_stage.h"

namespace labelwright::tests {

using WholeLoopKeys = WholeLoopStage;

TEST_F(WholeLoopKeys, GoesFromDataToARunWithoutAMouse)
{
    const QString path = folder.filePath("keys");
    ASSERT_EQ(makeProject(path, {.images = 60, .epochs = 0}), QString());
    ASSERT_TRUE(window->openProject(path));
    ASSERT_TRUE(willSee("Landscapes · 60 images"));
    key(Qt::Key_3, Qt::AltModifier);
    ASSERT_EQ(window->currentStep(), Step::Modeling);
    tabTo("firstExperiment");
    key(Qt::Key_Space);
    ASSERT_TRUE(willSee("60 images, usually"));
    tabToTab("wizardTabs", "Problem type");
    EXPECT_TRUE(sees("Multi-label image classification"));
    key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([] { return hasFocus("run"); })) << "one more key trains it";
    tabTo("blockCard0");
    key(Qt::Key_Return);
    ASSERT_TRUE(hasFocus("inputWidth"));
    type("32");
    key(Qt::Key_Tab);
    ASSERT_TRUE(hasFocus("inputHeight"));
    type("32");
    EXPECT_TRUE(sees("32×32, colour"));
    tabToTab("settingsTabs", "Run settings");
    tabTo("epochs");
    type("3");
    chooseOneThread();
    key(Qt::Key_F5);
    ASSERT_EQ(window->currentStep(), Step::Evaluation);
    ASSERT_TRUE(willSee("Finished after 3 epochs"));
    key(Qt::Key_3, Qt::AltModifier);
    EXPECT_FALSE(isEnabled("run"));
    key(Qt::Key_4, Qt::AltModifier);
    EXPECT_EQ(window->currentStep(), Step::Evaluation);
}

} // namespace labelwright::tests
