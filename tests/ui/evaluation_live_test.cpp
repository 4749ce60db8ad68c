// While a run goes on, its curves and the figures of its labels change before the user's eyes.

#include "tests/ui/evaluation_fixture.h"

#include "core/project/run_history.h"
#include "ui/evaluation/confusion_matrix.h"
#include "ui/evaluation/label_table.h"
#include "ui/widgets/chart_panel.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <set>

namespace labelwright::tests {

namespace {

/// What a person sees of a run at a moment.
struct Sight
{
    int epoch = 0;
    std::vector<QPointF> validationLoss;
    ConfusionCounts counts;
    std::vector<QPointF> roc;
};


} // namespace

class EvaluationLiveTest : public EvaluationTest
{
protected:
    /// Looks again and again while the run goes on; one entry per epoch that came into sight.
    std::vector<Sight> watch(ExperimentId experiment)
    {
        std::vector<Sight> seen;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, page.get(), [&] {
            const auto& counts = find<ConfusionMatrix>("epochMatrix")->counts();
            if (!find<ConfusionMatrix>("epochMatrix")->isVisible())
                return;
            const int epoch = find<QSpinBox>("epochNumber")->value();
            if (!counts || workspace->training().running() != experiment
                || (!seen.empty() && seen.back().epoch == epoch))
                return;
            seen.push_back({epoch, find<ChartPanel>("lossChart")->series().front().points, *counts,
                            find<ChartPanel>("epochRoc")->series().front().points});
        });
        look.start(5);
        EXPECT_TRUE(
            QTest::qWaitFor([this] { return !workspace->training().running(); }, 120'000));
        return seen;
    }
};

TEST_F(EvaluationLiveTest, WithoutExperimentsThePageSaysWhatToDo)
{
    openPage();
    EXPECT_FALSE(find<QComboBox>("experiment")->isVisible());
    EXPECT_FALSE(find<QPushButton>("createDeployment")->isVisible());
    picture("none");
    importSample();
    const ExperimentId id = addExperiment();
    ExperimentId asked;
    QObject::connect(&navigator, &Navigator::experimentRequested, page.get(),
                     [&](Step step, ExperimentId experiment) {
                         if (step == Step::Modeling)
                             asked = experiment;
                     });
    click("goToModeling");
    EXPECT_EQ(asked, id);
    picture("never-run");
}

TEST_F(EvaluationLiveTest, LossMatrixAndRocChangeFromEpochToEpoch)
{
    importSample();
    openPage();
    const ExperimentId id = addExperiment({.epochs = 12, .side = 96});
    ASSERT_TRUE(workspace->training().start(workspace->project(), id));
    EXPECT_EQ(page->shownExperiment(), id);
    const std::vector<Sight> seen = watch(id);
    ASSERT_GE(seen.size(), 3U) << "epochs were not seen while the run went on";
    std::set<std::vector<std::int64_t>> matrices;
    std::vector<std::vector<QPointF>> curves;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const ConfusionCounts& c = seen[i].counts;
        matrices.insert({c.truePositive, c.falsePositive, c.trueNegative, c.falseNegative});
        if (std::find(curves.begin(), curves.end(), seen[i].roc) == curves.end())
            curves.push_back(seen[i].roc);
        if (i > 0) {
            EXPECT_GT(seen[i].epoch, seen[i - 1].epoch);
            EXPECT_GE(seen[i].validationLoss.size(), seen[i - 1].validationLoss.size());
        }
    }
    EXPECT_GT(seen.back().validationLoss.size(), seen.front().validationLoss.size());
    EXPECT_GE(matrices.size(), 2U);
    EXPECT_GE(curves.size(), 2U);
    EXPECT_TRUE(settle());
    picture("trained");
}

TEST_F(EvaluationLiveTest, ARunCanBePausedAndStoppedAndGoesOn)
{
    importSample();
    openPage();
    const ExperimentId id = addExperiment({.epochs = 400});
    ASSERT_TRUE(workspace->training().start(workspace->project(), id));
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return find<QLabel>("runState")->text().contains("of 400"); }, 60'000));
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return find<ConfusionMatrix>("epochMatrix")->counts().has_value(); }, 60'000));
    click("pauseRun");
    EXPECT_TRUE(workspace->training().isPaused());
    EXPECT_TRUE(find<QLabel>("runState")->text().startsWith("Paused"));
    picture("paused");
    click("pauseRun");
    EXPECT_FALSE(workspace->training().isPaused());
    click("stopRun");
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace->training().running(); }, 60'000));
    EXPECT_TRUE(find<QLabel>("runState")->text().startsWith("Stopped after"));
    const int before = experiment(workspace->project(), id)->epochs;
    find<QSpinBox>("moreEpochs")->setValue(2);
    click("goOn");
    EXPECT_EQ(workspace->training().running(), id);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace->training().running(); }, 60'000));
    EXPECT_EQ(experiment(workspace->project(), id)->epochs, before + 2);
}

TEST_F(EvaluationLiveTest, AFailedRunSaysWhyAndCanBeTriedAgain)
{
    qputenv("LABELWRIGHT_BACKBONES", "");
    importSample();
    const ExperimentId id = addExperiment({.backbone = QStringLiteral("mobilenet_v2")});
    openPage();
    ASSERT_TRUE(workspace->training().start(workspace->project(), id));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace->training().running(); }, 60'000));
    EXPECT_TRUE(find<QLabel>("runState")->text().startsWith("Failed"));
    EXPECT_FALSE(find<QLabel>("runDetails")->text().isEmpty());
    EXPECT_EQ(page->messages().kind(), MessageKind::Error);
    EXPECT_FALSE(page->messages().text().isEmpty());
    EXPECT_TRUE(find<QPushButton>("goOn")->isVisible());
    EXPECT_FALSE(find<QPushButton>("createDeployment")->isVisible());
    picture("failed");
    click("goOn");
    EXPECT_FALSE(page->messages().isVisible()) << "the run before is over";
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace->training().running(); }, 60'000));
    EXPECT_TRUE(page->messages().isVisible());
    navigator.showExperiment(Step::Evaluation, addExperiment({.name = "other"}));
    EXPECT_FALSE(page->messages().isVisible()) << "another experiment is shown";
}

TEST_F(EvaluationLiveTest, AnEarlierRunShowsItsEpochsAndCanBeOverlaid)
{
    importSample();
    const ExperimentId first = addExperiment({.epochs = 5, .name = "first"});
    run(first);
    const ExperimentId second = addExperiment({.epochs = 3, .seed = 2, .name = "second"});
    run(second);
    openPage();
    EXPECT_EQ(page->shownExperiment(), second);
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return find<ConfusionMatrix>("epochMatrix")->counts().has_value(); }, 10'000));
    EXPECT_EQ(find<QSpinBox>("epochNumber")->value(), 3);
    EXPECT_EQ(find<ChartPanel>("lossChart")->series().front().points.size(), 3U);
    const auto latest = find<ChartPanel>("epochRoc")->series().front().points;
    find<QSpinBox>("epochNumber")->setValue(1);
    ASSERT_TRUE(QTest::qWaitFor([this] {
        return find<QLabel>("epochTitle")->text().contains("epoch 1,");
    }, 10'000));
    EXPECT_NE(find<ChartPanel>("epochRoc")->series().front().points, latest);
    QMenu* const overlays = find<QPushButton>("overlayRuns")->menu();
    ASSERT_EQ(overlays->actions().size(), 1);
    overlays->actions().front()->trigger();
    const auto& series = find<ChartPanel>("lossChart")->series();
    ASSERT_EQ(series.back().name, "first");
    EXPECT_EQ(series.back().points.size(), 5U);
    picture("overlay");
    navigator.showExperiment(Step::Evaluation, first);
    EXPECT_EQ(page->shownExperiment(), first);
}

TEST_F(EvaluationLiveTest, ExperimentsAreComparedSideBySide)
{
    importSample();
    const ExperimentId first = addExperiment({.epochs = 2, .name = "first"});
    run(first);
    const ExperimentId second = addExperiment({.epochs = 6, .seed = 2, .name = "second"});
    run(second);
    openPage();
    find<QTabWidget>("evaluationTabs")->setCurrentIndex(2);
    click("compare");
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return find<QLabel>("comparisonSentence")->isVisible(); }, 60'000));
    EXPECT_TRUE(find<QLabel>("comparisonSentence")->text().contains("mAP"));
    const QAbstractItemModel* const settings = find<QTableView>("comparedSettings")->model();
    QStringList names;
    for (int row = 0; row < settings->rowCount(); ++row)
        names.append(settings->index(row, 0).data().toString());
    EXPECT_EQ(names, QStringList({"Epochs", "Seed"}));
    EXPECT_EQ(find<ChartPanel>("comparedLoss")->series().size(), 2U);
    picture("compare");
}

TEST_F(EvaluationLiveTest, AnOverlayGoesWithItsExperiment)
{
    importSample();
    const ExperimentId first = addExperiment({.epochs = 2, .name = "first"});
    run(first);
    run(addExperiment({.epochs = 2, .seed = 2, .name = "second"}));
    openPage();
    find<QPushButton>("overlayRuns")->menu()->actions().front()->trigger();
    ASSERT_EQ(find<ChartPanel>("lossChart")->series().back().name, "first");
    ASSERT_TRUE(deleteExperiment(workspace->project(), first));
    workspace->tellExperimentsChanged();
    EXPECT_NE(find<ChartPanel>("lossChart")->series().back().name, "first");
}

TEST_F(EvaluationLiveTest, TheEndOfARunTellsOfTheDecisionsItFitted)
{
    importSample();
    const ExperimentId id = addExperiment({.epochs = 1});
    std::vector<CheckpointId> told;
    QObject::connect(workspace.get(), &Workspace::decisionsChanged,
                     [&](CheckpointId checkpoint) { told.push_back(checkpoint); });
    run(id);
    const auto fitted = checkpoints(workspace->project(), id);
    ASSERT_TRUE(fitted);
    ASSERT_FALSE(fitted->empty());
    for (const Checkpoint& each : *fitted)
        EXPECT_NE(std::find(told.begin(), told.end(), each.id), told.end());
}

} // namespace labelwright::tests
