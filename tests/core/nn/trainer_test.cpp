#include "core/nn/trainer.h"

#include "core/nn/training_run.h"
#include "tests/core/nn/toy_data.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <new>
#include <stdexcept>
#include <thread>

namespace labelwright {

using namespace tests;

namespace {

/// A run of the toy network in a folder of its own.
struct ToyRun
{
    ModelSpec spec = toySpec();
    RunSettings settings = toySettings();
    TrainingData data = toyData(160);
    RunCallbacks callbacks;
    RunControl control;
    std::stop_source stop;
    TrainingFaults faults;
    QTemporaryDir folder;
    std::vector<EpochReport> reports;
    std::vector<StepReport> steps;
    RunFacts facts;

    ToyRun()
    {
        callbacks.started = [this](const RunFacts& given) { facts = given; };
        callbacks.step = [this](const StepReport& report) { steps.push_back(report); };
        callbacks.epoch = [this](const EpochReport& report) { reports.push_back(report); };
    }
    Result<RunOutcome> train()
    {
        const RunPlaces places{{}, folder.path(), {}};
        return runTraining(
            {spec, settings, data, places, callbacks, control, stop.get_token(), faults});
    }
};

QByteArray digestAfter(const std::function<void(ToyRun&)>& change)
{
    ToyRun run;
    run.settings.epochs = 2;
    change(run);
    const auto outcome = run.train();
    return outcome && outcome->last ? outcome->last->sha256 : QByteArray("failed");
}

} // namespace

TEST(Trainer, LearnsToTellTheMarks)
{
    ToyRun run;
    run.data = toyData(400);
    run.settings.epochs = 20;
    const auto outcome = run.train();
    ASSERT_TRUE(outcome.has_value()) << outcome.error().summary.toStdString();
    EXPECT_TRUE(outcome->finished);
    EXPECT_EQ(outcome->epochs, 20);
    ASSERT_EQ(run.reports.size(), 20U);
    EXPECT_GT(run.reports.back().validationMap.value_or(0), 0.95);
    EXPECT_LT(run.reports.back().trainingLoss, run.reports.front().trainingLoss / 2);
    EXPECT_EQ(run.reports.back().validationScores.size(), 300U);
    EXPECT_EQ(run.reports.back().labels.size(), 3U);
}

TEST(Trainer, ReportsEveryStepAndItsRate)
{
    ToyRun run;
    run.settings.schedule = ScheduleKind::Constant;
    ASSERT_TRUE(run.train().has_value());
    ASSERT_EQ(run.steps.size(), 4U * 8U);
    EXPECT_EQ(run.steps.back().step, 8);
    EXPECT_EQ(run.steps.back().steps, 8);
    EXPECT_EQ(run.steps.back().epoch, 4);
    EXPECT_DOUBLE_EQ(run.steps.back().learningRate, 0.01);
    EXPECT_EQ(run.facts.device, QStringLiteral("cpu"));
    EXPECT_EQ(run.facts.threads, 1);
    EXPECT_EQ(run.facts.precision, Precision::F32);
}

TEST(Trainer, SameSeedGivesTheSameBytesAndAnotherSeedOthers)
{
    const QByteArray digest = digestAfter([](ToyRun&) {});
    EXPECT_EQ(digest.size(), 64);
    EXPECT_EQ(digestAfter([](ToyRun&) {}), digest);
    EXPECT_NE(digestAfter([](ToyRun& run) { run.settings.seed = 2; }), digest);
}

TEST(Trainer, EverySettingTrains)
{
    const std::vector<std::function<void(ToyRun&)>> changes{
        [](ToyRun& run) { run.settings.optimizer = OptimizerKind::Sgd; },
        [](ToyRun& run) { run.settings.schedule = ScheduleKind::Cosine; },
        [](ToyRun& run) { run.settings.emaDecay = 0.9; },
        [](ToyRun& run) { run.settings.gradientClip = 0.1; },
        [](ToyRun& run) { run.settings.precision = Precision::Bf16; },
        [](ToyRun& run) { run.settings.batchSize = 1; },
        [](ToyRun& run) { run.settings.freezeBatchNorm = true; },
        [](ToyRun& run) { find<TargetBlock>(run.spec)->loss = LossKind::Asymmetric; },
        [](ToyRun& run) { find<TargetBlock>(run.spec)->positiveWeightCap = 5; },
        [](ToyRun& run) { run.data.validation.clear(); },
        [](ToyRun& run) { run.data.training.resize(17); }};
    for (std::size_t i = 0; i < changes.size(); ++i)
        EXPECT_EQ(digestAfter(changes[i]).size(), 64) << i;
}

TEST(Trainer, BestIsTheEpochOfLowestValidationLoss)
{
    ToyRun run;
    run.settings.epochs = 6;
    const auto outcome = run.train();
    ASSERT_TRUE(outcome.has_value());
    const auto lowest = std::min_element(
        run.reports.begin(), run.reports.end(),
        [](const auto& a, const auto& b) { return a.validationLoss < b.validationLoss; });
    ASSERT_TRUE(outcome->best.has_value());
    EXPECT_EQ(outcome->best->epoch, lowest->epoch);
    EXPECT_EQ(outcome->last->epoch, 6);
    EXPECT_TRUE(QFile::exists(outcome->best->path));
    const auto found = readRunCheckpoints(run.folder.path());
    EXPECT_EQ(found->best->sha256, outcome->best->sha256);
    EXPECT_EQ(found->last->path, outcome->last->path);
}

TEST(Trainer, StopsEarlyWhenPatienceIsOver)
{
    ToyRun run;
    run.settings.epochs = 40;
    run.settings.patience = 1;
    run.settings.learningRate = 0.1;
    run.settings.schedule = ScheduleKind::Constant;
    const auto outcome = run.train();
    ASSERT_TRUE(outcome.has_value());
    EXPECT_TRUE(outcome->finished);
    EXPECT_LT(outcome->epochs, 40);
    EXPECT_EQ(outcome->epochs, outcome->best->epoch + 1);
    EXPECT_TRUE(outcome->reason.contains(QStringLiteral("early")));
}

TEST(Trainer, UnknownCellsAreAsIfTheyWereNotThere)
{
    const auto hide = [](ToyRun& run, Annotation value) {
        for (const std::uint32_t image : run.data.training)
            run.data.truth.at(image * 3 + image % 3) = value;
    };
    ToyRun present;
    hide(present, Annotation::Unknown);
    present.settings.epochs = 1;
    ASSERT_TRUE(present.train().has_value());
    ToyRun known;
    hide(known, Annotation::Present);
    known.settings.epochs = 1;
    ASSERT_TRUE(known.train().has_value());
    EXPECT_NE(present.reports.at(0).trainingLoss, known.reports.at(0).trainingLoss);

    ToyRun none;
    std::fill(none.data.truth.begin(), none.data.truth.end(), Annotation::Unknown);
    const auto refused = none.train();
    ASSERT_FALSE(refused.has_value());
    EXPECT_TRUE(refused.error().summary.contains(QStringLiteral("No label is known")));
}

TEST(Trainer, StopKeepsWhatIsDoneAndGoesOnToTheSameBytes)
{
    const QByteArray expected = digestAfter([](ToyRun& run) { run.settings.epochs = 4; });
    ToyRun run;
    run.callbacks.epoch = [&](const EpochReport& report) {
        if (report.epoch == 2)
            run.stop.request_stop();
    };
    const auto stopped = run.train();
    ASSERT_TRUE(stopped.has_value());
    EXPECT_FALSE(stopped->finished);
    EXPECT_EQ(stopped->epochs, 2);
    run.stop = std::stop_source();
    const auto outcome = run.train();
    ASSERT_TRUE(outcome.has_value());
    EXPECT_TRUE(outcome->finished);
    EXPECT_EQ(outcome->last->sha256, expected);
}

TEST(Trainer, PauseHoldsTheRunUntilItIsLifted)
{
    ToyRun run;
    run.control.paused = true;
    std::atomic<int> steps = 0;
    run.callbacks.step = [&](const StepReport&) { ++steps; };
    std::jthread worker([&] { EXPECT_TRUE(run.train().has_value()); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_EQ(steps, 0);
    run.control.paused = false;
    worker.join();
    EXPECT_EQ(steps, 32);
}

TEST(Trainer, OutOfMemoryHalvesTheBatchAndSaysSo)
{
    ToyRun run;
    run.faults.beforeForward = [](std::size_t images) {
        if (images > 5)
            throw std::bad_alloc();
    };
    const auto outcome = run.train();
    ASSERT_TRUE(outcome.has_value()) << outcome.error().summary.toStdString();
    ASSERT_FALSE(run.reports.empty());
    ASSERT_FALSE(run.reports.front().notes.empty());
    EXPECT_TRUE(run.reports.front().notes.back().contains(QStringLiteral("halved to 4")));
    EXPECT_EQ(readRunFacts(run.folder.path())->value().batchSize, 4);
    EXPECT_EQ(readRunHistory(run.folder.path())->front().notes, run.reports.front().notes);
    EXPECT_LT(run.reports.back().trainingLoss, run.reports.front().trainingLoss);
}

TEST(Trainer, WithoutMemoryForOneImageItFailsWithASentence)
{
    ToyRun run;
    run.faults.beforeForward = [](std::size_t) { throw std::bad_alloc(); };
    const auto outcome = run.train();
    ASSERT_FALSE(outcome.has_value());
    EXPECT_TRUE(outcome.error().summary.contains(QStringLiteral("memory")));
}

TEST(Trainer, AnExplodingLossEndsTheRunAndKeepsTheLastGoodCheckpoint)
{
    ToyRun run;
    run.settings.optimizer = OptimizerKind::Sgd;
    run.settings.schedule = ScheduleKind::OneCycle;
    run.settings.warmUpShare = 0.5;
    run.settings.learningRate = 10;
    run.settings.momentum = 0.99;
    run.settings.epochs = 30;
    find<DropoutBlock>(run.spec)->rate = 0;
    run.spec.blocks.at(1) = ConvBlock{8, 3, 1, false};
    const auto outcome = run.train();
    ASSERT_TRUE(outcome.has_value()) << outcome.error().summary.toStdString();
    EXPECT_TRUE(outcome->reason.contains(QStringLiteral("The loss")))
        << outcome->reason.toStdString();
    EXPECT_LT(outcome->epochs, 30);
    EXPECT_EQ(outcome->last.has_value(), outcome->epochs > 0);
    for (const EpochReport& report : run.reports)
        EXPECT_TRUE(std::isfinite(report.trainingLoss));
}

TEST(Trainer, RefusesARunThatBeganOtherwise)
{
    ToyRun run;
    run.settings.epochs = 1;
    ASSERT_TRUE(run.train().has_value());
    run.settings.epochs = 2;
    EXPECT_TRUE(run.train().has_value());
    run.settings.learningRate = 0.5;
    const auto refused = run.train();
    ASSERT_FALSE(refused.has_value());
    EXPECT_TRUE(refused.error().summary.contains(QStringLiteral("start a new run")));
}

TEST(Trainer, LabelsMayBeRenamedWhileARunIsStopped)
{
    ToyRun run;
    run.settings.epochs = 1;
    ASSERT_TRUE(run.train().has_value());
    run.settings.epochs = 2;
    run.data.labels.first() = QStringLiteral("level");
    const auto outcome = run.train();
    ASSERT_TRUE(outcome.has_value()) << outcome.error().summary.toStdString();
    EXPECT_EQ(outcome->epochs, 2);
    run.data.truth.front() = run.data.truth.front() == Annotation::Present ? Annotation::Absent
                                                                           : Annotation::Present;
    EXPECT_FALSE(run.train().has_value());
}

TEST(Trainer, RefusesADamagedCheckpoint)
{
    ToyRun run;
    run.settings.epochs = 1;
    const auto outcome = run.train();
    ASSERT_TRUE(outcome.has_value());
    QFile weights(outcome->last->path);
    ASSERT_TRUE(weights.open(QIODevice::ReadWrite));
    weights.seek(weights.size() - 10);
    weights.write("x");
    weights.close();
    run.settings.epochs = 2;
    EXPECT_FALSE(run.train().has_value());
}

TEST(Trainer, RefusesDataThatDoesNotFit)
{
    const std::vector<std::function<void(ToyRun&)>> changes{
        [](ToyRun& run) { run.data.training.clear(); },
        [](ToyRun& run) { run.data.training.push_back(1000); },
        [](ToyRun& run) { run.data.truth.pop_back(); },
        [](ToyRun& run) { find<InputBlock>(run.spec)->preprocessing.width = 40; }};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        ToyRun run;
        changes[i](run);
        const auto outcome = run.train();
        ASSERT_FALSE(outcome.has_value()) << i;
        EXPECT_FALSE(outcome.error().summary.isEmpty());
    }
}

TEST(Trainer, HistoryOutlivesTheProcess)
{
    ToyRun run;
    ASSERT_TRUE(run.train().has_value());
    const auto history = readRunHistory(run.folder.path());
    ASSERT_TRUE(history.has_value());
    ASSERT_EQ(history->size(), run.reports.size());
    for (std::size_t i = 0; i < history->size(); ++i) {
        EXPECT_EQ(history->at(i).epoch, run.reports[i].epoch);
        EXPECT_EQ(history->at(i).validationLoss, run.reports[i].validationLoss);
        EXPECT_EQ(history->at(i).labels.at(2).averagePrecision,
                  run.reports[i].labels.at(2).averagePrecision);
        EXPECT_EQ(history->at(i).best, run.reports[i].best);
    }
}

TEST(RateFinder, RaisesTheRateAndLeavesNoTrace)
{
    ToyRun run;
    const auto points =
        findLearningRate(run.spec, run.settings, run.data, {{}, run.folder.path(), {}}, {});
    ASSERT_TRUE(points.has_value());
    ASSERT_GT(points->size(), 20U);
    for (std::size_t i = 1; i < points->size(); ++i)
        EXPECT_GT(points->at(i).learningRate, points->at(i - 1).learningRate);
    const auto lowest = std::min_element(
        points->begin(), points->end(), [](const RatePoint& a, const RatePoint& b) {
            return a.loss < b.loss;
        });
    EXPECT_LT(lowest->loss, points->front().loss);
    EXPECT_TRUE(QDir(run.folder.path()).isEmpty());
}

} // namespace labelwright
