#include "tests/ui/modeling_fixture.h"

#include "core/project/experiment_spec.h"
#include "ui/modeling/experiment_list_model.h"
#include "ui/widgets/chart_panel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>

namespace labelwright::tests {

namespace {

class ModelingRunTest : public ModelingTest
{
protected:
    void SetUp() override
    {
        importSample(32);
        id = addTiny();
        openPage();
        ASSERT_TRUE(settle());
    }

    bool runToItsEnd()
    {
        QSignalSpy ended(&workspace->training(), &TrainingRunner::ended);
        click("run");
        return QTest::qWaitFor([&] { return ended.count() == 1; }, 60'000) && settle();
    }

    ExperimentId id;
};

} // namespace

TEST_F(ModelingRunTest, RunLeadsToEvaluationAndFreezesTheExperiment)
{
    QSignalSpy requests(&navigator, &Navigator::experimentRequested);
    QSignalSpy ended(&workspace->training(), &TrainingRunner::ended);
    QTest::keyClick(page.get(), Qt::Key_F5);
    EXPECT_FALSE(find<QPushButton>("run")->isEnabled());
    EXPECT_EQ(find<QPushButton>("run")->text(), QString("Running…"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return requests.count() == 1; }, 60'000));
    EXPECT_EQ(requests.first().first().value<Step>(), Step::Evaluation);
    picture("running");
    ASSERT_TRUE(QTest::qWaitFor([&] { return ended.count() == 1; }, 60'000));
    ASSERT_TRUE(settle());
    EXPECT_EQ(stored(id).state, ExperimentState::Finished);
    EXPECT_TRUE(find<QLabel>("experimentNotice")->isVisible());
    auto* const list = find<QListView>("experimentList");
    const QString detail = list->model()->index(0, 0).data(ExperimentListModel::DetailRole).toString();
    EXPECT_TRUE(detail.contains("mAP") || detail.contains("loss")) << detail.toStdString();
    picture("finished");
    click("duplicateToChange");
    ASSERT_TRUE(settle());
    const auto all = *experiments(workspace->project());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.back().name, QString("copy of tiny"));
    EXPECT_EQ(all.back().spec, stored(id).spec);
    EXPECT_TRUE(find<QPushButton>("run")->isEnabled());
}

TEST_F(ModelingRunTest, DuplicatesWithBestWeightsAndRunsOnFromThem)
{
    auto* const action = page->findChild<QAction*>("duplicateWeights");
    EXPECT_FALSE(action->isEnabled()) << "there are no weights before a run";
    ASSERT_TRUE(runToItsEnd());
    ASSERT_TRUE(action->isEnabled());
    action->trigger();
    ASSERT_TRUE(settle());
    EXPECT_TRUE(message().contains("starts from the weights of epoch 1")) << message().toStdString();
    EXPECT_TRUE(find<QLabel>("networkTotals")->text().contains("trained weights"));
    ASSERT_TRUE(runToItsEnd());
    EXPECT_EQ(experiments(workspace->project())->back().state, ExperimentState::Finished);
}

TEST_F(ModelingRunTest, RenamesAndDeletes)
{
    auto* const list = find<QListView>("experimentList");
    const QAbstractItemModelTester tester(list->model());
    answerText = "first try";
    page->findChild<QAction*>("renameExperiment")->trigger();
    EXPECT_EQ(stored(id).name, QString("first try"));
    EXPECT_EQ(find<QLabel>("experimentName")->text(), QString("first try"));
    answerConfirm = false;
    page->findChild<QAction*>("deleteExperiment")->trigger();
    EXPECT_EQ(experiments(workspace->project())->size(), 1U);
    answerConfirm = true;
    page->findChild<QAction*>("deleteExperiment")->trigger();
    ASSERT_TRUE(settle());
    EXPECT_TRUE(experiments(workspace->project())->empty());
    EXPECT_TRUE(find<QWidget>("firstExperiment")->isVisible());
}

TEST_F(ModelingRunTest, WhatIsAskedAboutIsDeletedWhateverIsChosenMeanwhile)
{
    auto* const list = find<QListView>("experimentList");
    ExperimentId newer;
    dialogs.confirm = [&](QWidget*, const ConfirmQuestion&) {
        newer = addTiny();
        list->setCurrentIndex(list->model()->index(0, 0));
        return true;
    };
    page->findChild<QAction*>("deleteExperiment")->trigger();
    ASSERT_TRUE(settle());
    const auto left = *experiments(workspace->project());
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.front().id, newer);
}

TEST_F(ModelingRunTest, AStoppedExperimentResumes)
{
    ASSERT_TRUE(setExperimentState(workspace->project(), id, ExperimentState::Stopped, {}));
    workspace->tellExperimentsChanged();
    EXPECT_EQ(find<QPushButton>("run")->text(), QString("Resume"));
    EXPECT_TRUE(find<QWidget>("openEvaluation")->isVisible());
    EXPECT_TRUE(runToItsEnd());
    EXPECT_EQ(stored(id).state, ExperimentState::Finished);
    EXPECT_FALSE(find<QPushButton>("run")->isEnabled());
}

TEST_F(ModelingRunTest, NavigatorSelectsAnExperiment)
{
    const ExperimentId second = addTiny();
    auto* const list = find<QListView>("experimentList");
    EXPECT_EQ(list->currentIndex().row(), 1) << "the selection stays";
    navigator.showExperiment(Step::Modeling, second);
    EXPECT_EQ(list->currentIndex().row(), 0);
    navigator.showExperiment(Step::Evaluation, id);
    EXPECT_EQ(list->currentIndex().row(), 0);
}

TEST_F(ModelingRunTest, ASolvedHeadTakesNoSettingsWithoutEffect)
{
    BackboneBlock backbone;
    backbone.name = "mobilenet_v2";
    const ModelSpec frozen{{InputBlock{}, backbone, PoolingBlock{}, DenseBlock{},
                            ActivationBlock{}, TargetBlock{}}};
    ASSERT_TRUE(setExperimentDesign(workspace->project(), id, frozen, stored(id).settings));
    workspace->tellExperimentsChanged();
    auto* const tabs = find<QTabWidget>("settingsTabs")->tabBar();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    for (const char* name : {"epochs", "patience", "batchSize", "learningRate", "schedule",
                             "optimizer", "mixup", "headFromEmbeddings"}) {
        EXPECT_FALSE(find<QWidget>(name)->isEnabled()) << name;
        EXPECT_TRUE(find<QWidget>(name)->toolTip().startsWith("No effect:")) << name;
    }
    for (const char* name : {"bestBy", "precision", "threads"})
        EXPECT_TRUE(find<QWidget>(name)->isEnabled()) << name;
    backbone.frozen = false;
    ModelSpec tuned = frozen;
    tuned.blocks[1] = backbone;
    ASSERT_TRUE(setExperimentDesign(workspace->project(), id, tuned, stored(id).settings));
    workspace->tellExperimentsChanged();
    EXPECT_TRUE(find<QWidget>("learningRate")->isEnabled());
}

TEST_F(ModelingRunTest, FindsALearningRate)
{
    auto* const tabs = find<QTabWidget>("settingsTabs")->tabBar();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    click("findRate");
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return !find<ChartPanel>("rateChart")->series().empty(); }, 60'000));
    EXPECT_GT(find<ChartPanel>("rateChart")->series().front().points.size(), 10U);
    picture("rate-finder");
    if (auto* const use = find<QPushButton>("useRate"); use->isVisible()) {
        QTest::mouseClick(use, Qt::LeftButton);
        EXPECT_EQ(QStringLiteral("Use %1").arg(find<QLineEdit>("learningRate")->text()), use->text());
    }
    EXPECT_EQ(stored(id).state, ExperimentState::Created);
}

TEST_F(ModelingRunTest, WhatIsBeingTypedSurvivesReloadsAndIsRun)
{
    page->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
    find<QTabWidget>("settingsTabs")->setCurrentIndex(1);
    for (const auto& [name, text] : {std::pair("learningRate", "0.0042"), std::pair("seed", "77")}) {
        auto* const line = find<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        workspace->tellExperimentsChanged();
        EXPECT_EQ(line->text(), QString(text)) << name;
    }
    QSignalSpy ended(&workspace->training(), &TrainingRunner::ended);
    QTest::keyClick(find<QLineEdit>("seed"), Qt::Key_F5);
    EXPECT_DOUBLE_EQ(stored(id).settings.learningRate, 0.0042);
    EXPECT_EQ(stored(id).settings.seed, 77U);
    ASSERT_TRUE(QTest::qWaitFor([&] { return ended.count() == 1; }, 60'000));
    ASSERT_TRUE(settle());
    EXPECT_EQ(stored(id).settings.seed, 77U);
}

} // namespace labelwright::tests
