#include "core/session/training_runner.h"

#include "core/dataset/sample_dataset.h"
#include "core/project/checkpoints.h"
#include "core/project/experiments.h"
#include "core/project/labels.h"
#include "core/session/decision_job.h"
#include "core/session/experiment_setup.h"
#include "core/session/import_job.h"
#include "core/session/training_job.h"
#include "tests/core/session/event_wait.h"
#include "tests/core/session/small_dataset.h"

#include <algorithm>

namespace labelwright::tests {

namespace {

/// An experiment on drawn landscapes whose epoch takes a fraction of a second.
class TrainingRunnerTest : public SmallDatasetTest
{
protected:
    void SetUp() override
    {
        const QString zip = path(QStringLiteral("landscapes.zip"));
        ASSERT_TRUE(writeSampleDataset(zip, {SampleKind::Landscapes, 40, 4}).has_value());
        ImportRequest request;
        request.path = zip;
        ASSERT_TRUE(importDataset(project, request).has_value());
        AdviceWishes wishes;
        wishes.backbone = QStringLiteral("none");
        auto advice = adviseFor(project, {}, wishes);
        ASSERT_TRUE(advice.has_value()) << advice.error().summary.toStdString();
        auto* const input = find<InputBlock>(advice->spec);
        input->preprocessing.width = input->preprocessing.height = 48;
        advice->settings.epochs = 3;
        advice->settings.batchSize = 8;
        advice->settings.threads = 1;
        advice->settings.precision = Precision::F32;
        const auto made = setUpExperiment(project, {}, *advice);
        ASSERT_TRUE(made.has_value()) << made.error().summary.toStdString();
        experiment = made->id;
        QObject::connect(&runner, &TrainingRunner::epochDone,
                         [this](ExperimentId, const EpochReport& report) {
                             epochs.push_back(report.epoch);
                         });
        QObject::connect(&runner, &TrainingRunner::stepsDone,
                         [this](ExperimentId, const std::vector<StepReport>& reports) {
                             steps.insert(steps.end(), reports.begin(), reports.end());
                         });
        QObject::connect(&runner, &TrainingRunner::ended,
                         [this](const RunEnd& given) { end = given; });
    }

    ExperimentId experiment;
    std::vector<int> epochs;
    std::vector<StepReport> steps;
    std::optional<RunEnd> end;
    TrainingRunner runner;
};

} // namespace

TEST_F(TrainingRunnerTest, TellsEveryStepAndEpochInOrder)
{
    ASSERT_TRUE(runner.start(project, experiment).has_value());
    EXPECT_EQ(runner.running(), experiment);
    EXPECT_FALSE(runner.start(project, experiment).has_value()) << "one run at a time";
    ASSERT_TRUE(waitUntil([&] { return end.has_value(); }));
    EXPECT_FALSE(end->failed()) << end->sentence.toStdString();
    EXPECT_EQ(epochs, (std::vector<int>{1, 2, 3}));
    ASSERT_FALSE(steps.empty());
    EXPECT_EQ(steps.size(), static_cast<std::size_t>(3 * steps.front().steps));
    EXPECT_FALSE(runner.running().has_value());
}

TEST_F(TrainingRunnerTest, PausedAndStoppedRunsKeepTheirWork)
{
    auto settings = valueOf(labelwright::experiment(project, experiment)).settings;
    settings.epochs = 500;
    ASSERT_TRUE(setRunSettings(project, experiment, settings).has_value());
    ASSERT_TRUE(runner.start(project, experiment).has_value());
    ASSERT_TRUE(waitUntil([&] { return !epochs.empty(); }));
    runner.setPaused(true);
    EXPECT_TRUE(runner.isPaused());
    runner.stop();
    ASSERT_TRUE(waitUntil([&] { return end.has_value(); }));
    const auto stopped = valueOf(labelwright::experiment(project, experiment));
    EXPECT_EQ(stopped.state, ExperimentState::Stopped);
    EXPECT_GE(stopped.epochs, 1);
    EXPECT_LT(stopped.epochs, 500);
}

TEST_F(TrainingRunnerTest, WhatIsDecidedWhileThresholdsAreFittedStays)
{
    const auto labels = valueOf(labelwright::experiment(project, experiment)).labels;
    const QString label = valueOf(labelNames(project, labels)).front();
    int scored = 0;
    TrainingEvents events;
    events.progress = [&](const Progress& progress) {
        if (progress.step != "Scoring images" || scored++ > 0)
            return;
        for (const Checkpoint& each : valueOf(checkpoints(project, experiment)))
            valueOf(setThreshold(project, each.id, label, 0.125));
    };
    RunControl control;
    valueOf(runExperiment(project, experiment, events, control, {}));
    ASSERT_GT(scored, 0);
    for (const Checkpoint& each : valueOf(checkpoints(project, experiment))) {
        const DecisionSet set = valueOf(decisions(project, each.id));
        EXPECT_FALSE(isUnfitted(set));
        EXPECT_TRUE(isSetByHand(set.labels[0]));
        EXPECT_FLOAT_EQ(set.labels[0].threshold,
                        thresholdUnder(0.125F, {}, set.labels[0].calibration));
        EXPECT_FALSE(isSetByHand(set.labels[1]));
    }
}

TEST_F(TrainingRunnerTest, ClosingGivesUpTheFitThatIsMadeGoodLater)
{
    std::stop_source closing;
    TrainingEvents events;
    events.epoch = [&](const EpochReport& report) {
        if (report.epoch == 2)
            closing.request_stop();
    };
    RunControl control;
    EXPECT_FALSE(
        valueOf(runExperiment(project, experiment, events, control, {}, closing.get_token()))
            .finished);
    EXPECT_EQ(valueOf(labelwright::experiment(project, experiment)).state,
              ExperimentState::Stopped);
    const auto found = valueOf(checkpoints(project, experiment));
    ASSERT_FALSE(found.empty());
    for (const Checkpoint& each : found) {
        EXPECT_TRUE(isUnfitted(valueOf(decisions(project, each.id))));
        ASSERT_TRUE(fitMissingDecisions(project, each.id));
        EXPECT_FALSE(isUnfitted(valueOf(decisions(project, each.id))));
    }
}

} // namespace labelwright::tests
