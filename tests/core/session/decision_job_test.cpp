#include "core/session/decision_job.h"

#include "core/project/checkpoints.h"
#include "core/project/experiments.h"
#include "core/project/feature_sets.h"
#include "core/project/scores.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "core/session/evaluation_job.h"
#include "tests/core/session/small_dataset.h"

#include <limits>

namespace labelwright::tests {

namespace {

constexpr int perSubset = 40;

/// A checkpoint whose scores on validation and test are known: the logit of "water" tells it
/// perfectly around 1, that of "sky" says the opposite, and "rare" has one positive.
class DecisionJobTest : public SmallDatasetTest
{
protected:
    void SetUp() override
    {
        QByteArray text = "image,water,sky,rare,subset\n";
        for (int i = 0; i < 2 * perSubset; ++i)
            text += QByteArray::number(i) + ".png," + (i % 2 == 0 ? "1," : "0,") +
                    (i % 2 == 0 ? "1," : "0,") + (i == 0 ? "1," : "0,") +
                    (i < perSubset ? "validation\n" : "test\n");
        const DatasetId dataset =
            valueOf(importDataset(project, request(source("photos", text, 2 * perSubset))))
                .dataset;
        ExperimentPlan plan;
        plan.version = valueOf(createVersion(project, dataset)).id;
        plan.featureSet = valueOf(featureSets(project, dataset)).front().id;
        plan.spec = {{InputBlock{}, PoolingBlock{}, DenseBlock{}, ActivationBlock{},
                      TargetBlock{}}};
        const Experiment made = valueOf(createExperiment(project, plan));
        CheckpointFile file;
        file.epoch = 1;
        file.path = project.runFolder(made.id) + "/epoch-0001.safetensors";
        file.sha256 = QByteArray(64, 'a');
        makeFolder(project.runFolder(made.id), {{QString("epoch-0001.safetensors"), "weights"}});
        checkpoint = valueOf(recordCheckpoint(project, made.id, CheckpointKind::Best, file));
        keepScores(dataset, plan.version);
    }

    void keepScores(DatasetId dataset, VersionId version)
    {
        const Snapshot snapshot = valueOf(currentSnapshot(project, dataset));
        for (const Subset subset : {Subset::Validation, Subset::Test}) {
            ScoreTable table;
            table.labels = 3;
            for (std::size_t row = 0; row < snapshot.samples.size(); ++row) {
                if (snapshot.subsets[row] != subset)
                    continue;
                const float spread = static_cast<float>(row % 10) / 10;
                const float sign = row % 2 == 0 ? 1.0F : -1.0F;
                table.samples.push_back(snapshot.samples[row]);
                table.logits.insert(table.logits.end(), {1 + sign * (0.5F + spread),
                                                         -sign * (0.5F + spread), spread});
            }
            ASSERT_EQ(table.samples.size(), std::size_t(perSubset));
            ASSERT_TRUE(storeScores(project, {checkpoint, version, subset}, table));
        }
    }

    ConfusionCounts countsOf(int label)
    {
        return valueOf(evaluateCheckpoint(project, {}, Subset::Test))
            .figures.labels[static_cast<std::size_t>(label)]
            .counts;
    }

    CheckpointId checkpoint;
};

} // namespace

TEST_F(DecisionJobTest, FitsCalibrationThenThresholdsOnValidation)
{
    const DecisionSet set = valueOf(fitDecisions(project, checkpoint, {CalibrationKind::Platt, {}}));
    EXPECT_EQ(set, valueOf(decisions(project, checkpoint))) << "what is fitted is stored";
    EXPECT_EQ(set.calibration, CalibrationKind::Platt);
    EXPECT_EQ(set.calibrationSource, "platt, fitted on validation (40 images)");
    EXPECT_EQ(set.thresholdSource, "max-f1 on validation (40 images)");
    EXPECT_GT(set.labels[0].calibration.scale, 0);
    EXPECT_EQ(set.labels[1].calibration, LabelCalibration{}) << "the order would turn round";
    EXPECT_TRUE(set.labels[0].attainable);
    EXPECT_EQ(set.labels[2].threshold, defaultThreshold);
    EXPECT_FALSE(set.labels[2].note.isEmpty()) << "one positive is too few";
    EXPECT_EQ(countsOf(0).falsePositive + countsOf(0).falseNegative, 0);
}

TEST_F(DecisionJobTest, ThresholdsFollowTheGoalUnderTheCalibrationThatIs)
{
    const DecisionSet before =
        valueOf(fitDecisions(project, checkpoint, {CalibrationKind::Temperature, {}}));
    const DecisionSet after =
        valueOf(fitThresholds(project, checkpoint, {ThresholdGoalKind::RecallAtLeast, 1}));
    for (std::size_t label = 0; label < 3; ++label)
        EXPECT_EQ(after.labels[label].calibration, before.labels[label].calibration);
    EXPECT_EQ(after.thresholdSource, "recall 1 on validation (40 images)");
    const DecisionSet hopeless =
        valueOf(fitThresholds(project, checkpoint, {ThresholdGoalKind::PrecisionAtLeast, 0.9}));
    EXPECT_TRUE(hopeless.labels[0].attainable);
    EXPECT_FALSE(hopeless.labels[1].attainable) << "sky scores say the opposite";
    EXPECT_FALSE(hopeless.labels[1].note.isEmpty());
}

TEST_F(DecisionJobTest, OneLabelLeavesTheOthersAlone)
{
    valueOf(setThreshold(project, checkpoint, {}, 0.125));
    const DecisionSet fitted = valueOf(
        fitThresholds(project, checkpoint, {ThresholdGoalKind::RecallAtLeast, 0.5}, "water"));
    EXPECT_NE(fitted.labels[0].threshold, 0.125F);
    EXPECT_EQ(fitted.labels[1].threshold, 0.125F);
    const DecisionSet set = valueOf(setThreshold(project, checkpoint, "sky", 1));
    EXPECT_EQ(set.labels[0].threshold, fitted.labels[0].threshold);
    EXPECT_EQ(set.labels[1].threshold, 1);
    EXPECT_EQ(set.labels[1].note, "set by hand");
    EXPECT_EQ(countsOf(1).truePositive + countsOf(1).falsePositive, 0);
}

TEST_F(DecisionJobTest, RefusesWhatIsNotThere)
{
    const DecisionSet before = valueOf(decisions(project, checkpoint));
    EXPECT_EQ(summaryOf(setThreshold(project, checkpoint, "whale", 0.5)),
              "The experiment experiment 1 has no label 'whale'; it has water, sky, rare.");
    for (const double wrong : {-0.01, 1.01, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_EQ(summaryOf(setThreshold(project, checkpoint, "sky", wrong)),
                  "A threshold is a number from 0 to 1.");
    EXPECT_FALSE(fitThresholds(project, checkpoint, {}, "whale"));
    EXPECT_FALSE(fitDecisions(project, CheckpointId{99}, {}));
    EXPECT_EQ(valueOf(decisions(project, checkpoint)), before);
}

} // namespace labelwright::tests
