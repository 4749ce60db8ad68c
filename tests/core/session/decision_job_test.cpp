#include "core/session/decision_job.h"

#include "core/session/evaluation_job.h"
#include "tests/core/session/scored_experiment.h"

#include <gmock/gmock.h>

#include <limits>

namespace labelwright::tests {

namespace {

using testing::EndsWith;
using testing::HasSubstr;

constexpr int perSubset = 40;

class DecisionJobTest : public ScoredExperimentTest
{
protected:
    void SetUp() override
    {
        made = scoredExperiment(halves("photos", perSubset));
        checkpoint = valueOf(labelwright::checkpoint(project, made.id, CheckpointKind::Best)).id;
    }

    ConfusionCounts countsOf(int label)
    {
        return valueOf(evaluateCheckpoint(project, {}, Subset::Test))
            .figures.labels[static_cast<std::size_t>(label)]
            .counts;
    }

    Experiment made;
    CheckpointId checkpoint;
};

} // namespace

TEST_F(DecisionJobTest, FitsCalibrationThenThresholdsOnValidation)
{
    const DecisionSet set = valueOf(fitDecisions(project, checkpoint, {CalibrationKind::Platt, {}}));
    EXPECT_EQ(set, valueOf(decisions(project, checkpoint))) << "what is fitted is stored";
    EXPECT_EQ(set.calibration, CalibrationKind::Platt);
    EXPECT_EQ(set.calibrationSource, "platt, fitted on validation (40 images), 1 of 3 labels");
    EXPECT_EQ(set.thresholdSource, "max-f1 on validation (40 images)");
    EXPECT_GT(set.labels[0].calibration.scale, 0);
    EXPECT_EQ(set.labels[1].calibration, LabelCalibration{}) << "the order would turn round";
    EXPECT_TRUE(set.labels[0].attainable);
    EXPECT_EQ(set.labels[2].threshold, defaultThreshold);
    EXPECT_EQ(set.labels[0].note, "");
    EXPECT_THAT(set.labels[1].note.toStdString(), EndsWith("the scores stay uncalibrated."));
    EXPECT_EQ(set.labels[2].note, "Only 1 known positives (5 are needed): the threshold stays 0.5. "
                                  "Only 1 known positives (10 are needed): the scores stay "
                                  "uncalibrated.");
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
    EXPECT_TRUE(isSetByHand(set.labels[1]));
    EXPECT_FALSE(isSetByHand(fitted.labels[0]));
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

TEST_F(DecisionJobTest, NoFitIsClaimedWhereNoneWasMade)
{
    const Experiment few = scoredExperiment(halves("few", 8)); // Nine positives in validation.
    const CheckpointId id = valueOf(labelwright::checkpoint(project, few.id, CheckpointKind::Best)).id;
    const DecisionSet set = valueOf(fitDecisions(project, id, {CalibrationKind::Temperature, {}}));
    EXPECT_EQ(set.calibrationSource, "none (only 9 known positives (10 are needed): the scores stay "
                                     "uncalibrated)");
    const DecisionSet refitted = valueOf(fitThresholds(project, id, {}));
    EXPECT_EQ(refitted.calibrationSource, set.calibrationSource);
    for (std::size_t label = 0; label < 3; ++label) {
        EXPECT_EQ(set.labels[label].calibration, LabelCalibration{});
        for (const DecisionSet* each : {&set, &refitted})
            EXPECT_THAT(each->labels[label].note.toStdString(),
                        HasSubstr("Only 9 known positives (10 are needed)"));
    }
    const DecisionSet platt = valueOf(fitDecisions(project, id, {CalibrationKind::Platt, {}}));
    EXPECT_EQ(platt.calibrationSource,
              "none (no label could be fitted on validation (8 images))");
    const DecisionSet none = valueOf(fitDecisions(project, id, {CalibrationKind::None, {}}));
    EXPECT_EQ(none.calibrationSource, "none");
    EXPECT_EQ(none.labels[0].note.contains("uncalibrated"), false);
}

TEST_F(DecisionJobTest, DefaultsNeverReplaceWhatWasSet)
{
    ASSERT_TRUE(fitDefaultDecisions(project, made.id, {}, {}));
    const DecisionSet defaults = valueOf(decisions(project, checkpoint));
    EXPECT_EQ(defaults.calibration, CalibrationKind::Temperature);
    const DecisionSet mine = valueOf(setThreshold(project, checkpoint, "sky", 0.25));
    ASSERT_TRUE(fitDefaultDecisions(project, made.id, {}, {}));
    EXPECT_EQ(valueOf(decisions(project, checkpoint)), mine);

    const CheckpointId newer = addBest(made, 2);
    ASSERT_NE(newer, checkpoint);
    ASSERT_TRUE(fitDefaultDecisions(project, made.id, {}, {}));
    EXPECT_EQ(valueOf(decisions(project, newer)), defaults) << "other weights, other decisions";
}

TEST_F(DecisionJobTest, DefaultsFitWhatNobodyDecidedAndKeepDecisions)
{
    valueOf(setThreshold(project, checkpoint, "sky", 0.25));
    const ConfusionCounts before = countsOf(1);
    ASSERT_TRUE(fitDefaultDecisions(project, made.id, {}, {}));
    const DecisionSet set = valueOf(decisions(project, checkpoint));
    EXPECT_EQ(set.calibration, CalibrationKind::Temperature);
    EXPECT_EQ(set.thresholdSource, "max-f1 on validation (40 images), one label by hand");
    EXPECT_TRUE(isSetByHand(set.labels[1]));
    EXPECT_FLOAT_EQ(set.labels[1].threshold,
                    thresholdUnder(0.25F, {}, set.labels[1].calibration));
    EXPECT_EQ(countsOf(1), before) << "the same images are found under another calibration";
    const CheckpointId untouched = addBest(made, 2);
    ASSERT_TRUE(fitDefaultDecisions(project, made.id, {}, {}));
    EXPECT_EQ(set.labels[0], valueOf(decisions(project, untouched)).labels[0]);
}

TEST(ThresholdUnderTest, DecidesAlikeUnderAnotherCalibration)
{
    const LabelCalibration from{0.5F, -1};
    const LabelCalibration to{2, 0.25F};
    for (const float logit : {-3.0F, -0.5F, 0.0F, 1.0F, 2.5F})
        EXPECT_NEAR(thresholdUnder(calibratedScore(logit, from), from, to),
                    calibratedScore(logit, to), 1e-5);
    for (const float end : {0.0F, 1.0F, 2.0F})
        EXPECT_EQ(thresholdUnder(end, from, to), end) << "always and never";
    EXPECT_EQ(thresholdUnder(0.3F, to, to), 0.3F);
}

} // namespace labelwright::tests
