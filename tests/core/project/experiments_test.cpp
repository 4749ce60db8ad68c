#include "core/project/experiments.h"

#include "core/project/checkpoints.h"
#include "core/project/datasets.h"
#include "core/project/decisions.h"
#include "core/project/feature_sets.h"
#include "core/project/imports.h"
#include "core/project/labels.h"
#include "core/project/run_history.h"
#include "core/project/scores.h"
#include "core/project/versions.h"
#include "tests/core/project/made_plan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

ModelSpec madeSpec()
{
    return {{InputBlock{}, BackboneBlock{"mobilenet_v2", true, true, 0}, PoolingBlock{},
             DropoutBlock{0.3}, DenseBlock{}, ActivationBlock{}, TargetBlock{}}};
}

class ExperimentsTest : public testing::Test
{
protected:
    ExperimentsTest() : project(*Project::create(folder()))
    {
        dataset = importNew(project, QStringLiteral("photos"), madePlan(10, 3, 1), Keeping::Copy)
                      ->dataset;
        plan.version = createVersion(project, dataset)->id;
        plan.featureSet = featureSets(project, dataset)->front().id;
        plan.spec = madeSpec();
        plan.settings.epochs = 7;
        plan.settings.learningRate = 0.0123456789;
        plan.reasons = QJsonArray{QStringLiteral("because")};
    }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("p")); }

    /// A checkpoint file in the experiment's run folder.
    CheckpointFile weights(ExperimentId id, int epoch, const char* name = "best.safetensors")
    {
        QDir().mkpath(project.runFolder(id));
        CheckpointFile file;
        file.epoch = epoch;
        file.path = project.runFolder(id) + u'/' + QString::fromLatin1(name);
        file.sha256 = QByteArray::number(epoch).rightJustified(64, '0');
        file.validationLoss = 0.25;
        QFile target(file.path);
        EXPECT_TRUE(target.open(QIODevice::WriteOnly));
        return file;
    }

    template <class T>
    static std::string summaryOf(const Result<T>& result)
    {
        return result ? "done" : result.error().summary.toStdString();
    }

private:
    QTemporaryDir m_folder;

protected:
    Project project;
    DatasetId dataset;
    ExperimentPlan plan;
};

EpochReport madeReport(int epoch)
{
    EpochReport report;
    report.epoch = epoch;
    report.trainingLoss = 1.0 / epoch;
    report.validationLoss = 1.5 / epoch;
    report.labels = {{0.5, 0.25, std::nullopt}, {std::nullopt, std::nullopt, 0.125}};
    report.learningRate = 1e-5;
    report.best = epoch % 2 == 0;
    report.notes = {QStringLiteral("batch halved to 16: out of memory")};
    report.validationScores = {1.F, -2.5F, std::numeric_limits<float>::min(), float(epoch)};
    return report;
}

} // namespace

TEST_F(ExperimentsTest, ComesBackAsItWasMade)
{
    EXPECT_THAT(summaryOf(newestExperiment(project)), HasSubstr("no experiment yet; train one"));
    const Result<Experiment> made = createExperiment(project, plan);
    ASSERT_TRUE(made) << summaryOf(made);
    const Result<Project> reader = Project::open(folder(), Access::ReadOnly);
    const Result<Experiment> read = newestExperiment(*reader);
    ASSERT_TRUE(read) << summaryOf(read);
    EXPECT_EQ(read->id, made->id);
    EXPECT_EQ(read->name, QStringLiteral("experiment 1"));
    EXPECT_EQ(read->spec, plan.spec);
    EXPECT_EQ(read->settings, plan.settings);
    EXPECT_EQ(read->reasons, plan.reasons);
    EXPECT_EQ(read->labels, featureSets(project, dataset)->front().labels);
    EXPECT_EQ(read->featureSetName, QStringLiteral("all labels"));
    EXPECT_EQ(read->state, ExperimentState::Created);
    EXPECT_EQ(read->facts, std::nullopt);
}

TEST_F(ExperimentsTest, KeepsItsTargetsWhenTheDatasetGrows)
{
    const Result<Experiment> made = createExperiment(project, plan);
    ASSERT_TRUE(addLabel(project, dataset, QStringLiteral("new")));
    ASSERT_TRUE(archiveLabel(project, made->labels[1]));
    EXPECT_EQ(experiment(project, made->id)->labels, made->labels);
    EXPECT_EQ(labelNames(project, made->labels)->at(1), QStringLiteral("label 1"));
    EXPECT_THAT(summaryOf(deleteDataset(project, dataset)), HasSubstr("experiments stand on it"));
}

TEST_F(ExperimentsTest, StateFactsAndSettingsChange)
{
    const ExperimentId id = createExperiment(project, plan)->id;
    RunSettings longer = plan.settings;
    longer.epochs = 17;
    RunFacts facts{QStringLiteral("cpu"), Precision::Bf16, 2, 16, {QStringLiteral("bf16 chosen")}};
    ASSERT_TRUE(setRunSettings(project, id, longer));
    ASSERT_TRUE(setRunFacts(project, id, facts));
    ASSERT_TRUE(setExperimentState(project, id, ExperimentState::Failed, QStringLiteral("NaN.")));
    ASSERT_TRUE(renameExperiment(project, id, QStringLiteral("first")));
    const Result<Experiment> read = experiment(project, id);
    EXPECT_EQ(read->settings, longer);
    EXPECT_EQ(read->facts->precision, Precision::Bf16);
    EXPECT_EQ(read->facts->notes, facts.notes);
    EXPECT_EQ(read->facts->batchSize, 16);
    EXPECT_EQ(experimentStateName(read->state), QStringLiteral("failed"));
    EXPECT_EQ(read->stateReason, QStringLiteral("NaN."));
    EXPECT_EQ(read->name, QStringLiteral("first"));
    EXPECT_THAT(summaryOf(setRunFacts(project, ExperimentId{99}, facts)),
                HasSubstr("There is no experiment 99"));
}

TEST_F(ExperimentsTest, RunOfAKilledProcessIsStoppedWhenOpenedAgain)
{
    const ExperimentId id = createExperiment(project, plan)->id;
    ASSERT_TRUE(setExperimentState(project, id, ExperimentState::Running, QString()));
    EXPECT_THAT(summaryOf(deleteExperiment(project, id)), HasSubstr("stop it first"));
    project = Project::create(folder() + QStringLiteral("2")).value();
    EXPECT_EQ(experiment(*Project::open(folder(), Access::ReadOnly), id)->state,
              ExperimentState::Running);
    const Result<Project> again = Project::open(folder(), Access::ReadWrite);
    EXPECT_EQ(experiment(*again, id)->state, ExperimentState::Stopped);
    EXPECT_THAT(experiment(*again, id)->stateReason.toStdString(), HasSubstr("can be resumed"));
}

TEST_F(ExperimentsTest, PlansThatDoNotFitAreRefused)
{
    const DatasetId other = *createDataset(project, QStringLiteral("empty"));
    ExperimentPlan foreign = plan;
    foreign.featureSet = featureSets(project, other)->front().id;
    EXPECT_THAT(summaryOf(createExperiment(project, foreign)), HasSubstr("does not belong"));
    ExperimentPlan unlabelled = foreign;
    unlabelled.version = createVersion(project, other)->id;
    EXPECT_THAT(summaryOf(createExperiment(project, unlabelled)), HasSubstr("has no labels"));
    EXPECT_TRUE(experiments(project)->empty());
}

TEST_F(ExperimentsTest, HistoryIsKeptAndReplacedFromARepeatedEpochOn)
{
    const ExperimentId id = createExperiment(project, plan)->id;
    for (int epoch = 1; epoch <= 5; ++epoch)
        ASSERT_TRUE(appendEpoch(project, id, madeReport(epoch)));
    EpochReport odd = madeReport(4);
    odd.trainingLoss = std::nan("");
    odd.validationLoss = std::nullopt;
    ASSERT_TRUE(appendEpoch(project, id, odd));
    const auto reports = *epochReports(*Project::open(folder(), Access::ReadOnly), id);
    ASSERT_EQ(reports.size(), 4U);
    EXPECT_EQ(reports[2].trainingLoss, 1.0 / 3);
    EXPECT_EQ(reports[2].labels[0].averagePrecision, 0.5);
    EXPECT_EQ(reports[2].labels[0].f1, std::nullopt);
    EXPECT_EQ(reports[2].labels[1].f1, 0.125);
    EXPECT_EQ(reports[1].best, true);
    EXPECT_EQ(reports[1].notes, madeReport(2).notes);
    EXPECT_TRUE(std::isnan(reports[3].trainingLoss));
    EXPECT_EQ(reports[3].validationLoss, std::nullopt);
    EXPECT_EQ(*epochValidationScores(project, id, 3), madeReport(3).validationScores);
    EXPECT_TRUE(epochValidationScores(project, id, 9)->empty());
    EXPECT_EQ(experiment(project, id)->epochs, 4);
}

TEST_F(ExperimentsTest, NewWeightsGetANewIdAndTheSameWeightsKeepIt)
{
    const ExperimentId id = createExperiment(project, plan)->id;
    EXPECT_THAT(summaryOf(checkpoint(project, id, CheckpointKind::Best)),
                HasSubstr("no checkpoint 'best' yet"));
    const auto first = recordCheckpoint(project, id, CheckpointKind::Best, weights(id, 2));
    ASSERT_TRUE(first) << summaryOf(first);
    EXPECT_EQ(*recordCheckpoint(project, id, CheckpointKind::Best, weights(id, 2)), *first);
    const auto last = recordCheckpoint(project, id, CheckpointKind::Last,
                                       weights(id, 3, "last.safetensors"));
    const ScoreKey key{*first, plan.version, Subset::Test};
    ASSERT_TRUE(storeScores(project, key, {{SampleId{4}, SampleId{9}}, 1, {0.5F, -1.F}}));
    const auto second = recordCheckpoint(project, id, CheckpointKind::Best, weights(id, 4));
    EXPECT_GT(*second, *last);
    EXPECT_FALSE(checkpoint(project, *first));
    EXPECT_EQ(loadScores(project, key), std::nullopt);
    EXPECT_EQ(checkpoints(project, id)->size(), 2U);
    const Result<Checkpoint> best = checkpoint(project, id, CheckpointKind::Best);
    EXPECT_EQ(best->epoch, 4);
    EXPECT_EQ(best->path, weights(id, 4).path);
    EXPECT_EQ(best->sha256, weights(id, 4).sha256);
    EXPECT_EQ(best->validationLoss, 0.25);
}

TEST_F(ExperimentsTest, CheckpointsOutsideTheProjectAreRefused)
{
    const ExperimentId id = createExperiment(project, plan)->id;
    CheckpointFile outside = weights(id, 1);
    outside.path = QStringLiteral("/usr/lib/os-release");
    EXPECT_THAT(summaryOf(recordCheckpoint(project, id, CheckpointKind::Best, outside)),
                HasSubstr("does not lie in the project's folder"));
    outside.path = project.runFolder(id) + QStringLiteral("/missing");
    EXPECT_THAT(summaryOf(recordCheckpoint(project, id, CheckpointKind::Best, outside)),
                HasSubstr("is missing"));
}

TEST_F(ExperimentsTest, DecisionsAreOneSetPerCheckpoint)
{
    const Result<Experiment> made = createExperiment(project, plan);
    const auto best = recordCheckpoint(project, made->id, CheckpointKind::Best,
                                       weights(made->id, 2));
    Result<DecisionSet> set = decisions(project, *best);
    ASSERT_TRUE(set);
    ASSERT_EQ(set->labels.size(), 3U);
    EXPECT_EQ(set->labels[1], (LabelDecision{made->labels[1], {}, 0.5F, true, {}}));
    set->calibration = CalibrationKind::Platt;
    set->calibrationSource = QStringLiteral("Platt on validation");
    set->labels[0].calibration = {1.1F, -0.3F};
    set->labels[0].threshold = 0.37F;
    set->labels[2].attainable = false;
    set->labels[2].note = QStringLiteral("too few positives");
    ASSERT_TRUE(storeDecisions(project, *best, *set));
    ASSERT_TRUE(storeDecisions(project, *best, *set));
    EXPECT_EQ(*decisions(*Project::open(folder(), Access::ReadOnly), *best), *set);
    DecisionSet bad = *set;
    bad.labels[0].threshold = std::nanf("");
    EXPECT_FALSE(storeDecisions(project, *best, bad));
    bad = *set;
    std::swap(bad.labels[0], bad.labels[1]);
    EXPECT_THAT(summaryOf(storeDecisions(project, *best, bad)), HasSubstr("do not fit"));
    EXPECT_EQ(*decisions(project, *best), *set);
}

TEST_F(ExperimentsTest, ScoresComeBackExactlyOrNotAtAll)
{
    const ScoreKey key{CheckpointId{5}, plan.version, Subset::Validation};
    const ScoreTable table{{SampleId{1}, SampleId{1LL << 40}}, 2, {1.F, -0.F, 1e-30F, 3e38F}};
    EXPECT_EQ(loadScores(project, key), std::nullopt);
    const Result<Project> reader = Project::open(folder(), Access::ReadOnly);
    ASSERT_TRUE(storeScores(*reader, key, table));
    EXPECT_EQ(loadScores(project, key), table);
    EXPECT_EQ(loadScores(project, {key.checkpoint, key.version, Subset::Test}), std::nullopt);
    const QString path = project.scoresFolder() + u'/'
                         + QDir(project.scoresFolder()).entryList(QDir::Files).front();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    const QByteArray good = file.readAll();
    for (qint64 place = 0; place < good.size(); ++place) {
        QByteArray bad = good;
        bad[place] = static_cast<char>(bad[place] ^ 1);
        file.seek(0);
        file.write(bad);
        file.flush();
        EXPECT_EQ(loadScores(project, key), std::nullopt) << place;
    }
    ASSERT_TRUE(file.resize(good.size() / 2));
    EXPECT_EQ(loadScores(project, key), std::nullopt);
}

TEST_F(ExperimentsTest, DeletingAnExperimentTakesItsFilesAndReusesNoId)
{
    const ExperimentId id = createExperiment(project, plan)->id;
    const auto best = recordCheckpoint(project, id, CheckpointKind::Best, weights(id, 2));
    ASSERT_TRUE(storeScores(project, {*best, plan.version, Subset::Test}, {{}, 1, {}}));
    ASSERT_TRUE(deleteExperiment(project, id));
    EXPECT_FALSE(QDir(project.runFolder(id)).exists());
    EXPECT_TRUE(QDir(project.scoresFolder()).isEmpty());
    EXPECT_GT(createExperiment(project, plan)->id, id);
}

} // namespace labelwright::tests
