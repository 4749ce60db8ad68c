#include "core/session/comparison_job.h"

#include "core/project/annotations.h"
#include "core/project/snapshot.h"
#include "core/project/subsets.h"
#include "tests/core/session/scored_experiment.h"

namespace labelwright::tests {

namespace {

class ComparisonJobTest : public ScoredExperimentTest
{
protected:
    /// Takes "water" off the first three test images that have it.
    void correctWater(DatasetId dataset)
    {
        const Snapshot snapshot = valueOf(currentSnapshot(project, dataset));
        std::vector<Answer> answers;
        for (std::size_t row = 0; row < snapshot.samples.size() && answers.size() < 3; ++row)
            if (snapshot.subsets[row] == Subset::Test
                && snapshot.annotations.at(row, 0) == Annotation::Present)
                answers.push_back({snapshot.samples[row], snapshot.labels[0], Annotation::Absent});
        ASSERT_TRUE(appendAnswers(project, dataset, answers, Annotator::Human, "test"));
    }
};

} // namespace

TEST_F(ComparisonJobTest, BothAreHeldAgainstTheNewerLabels)
{
    const DatasetId dataset = halves("photos", 20);
    const Experiment older = scoredExperiment(dataset);
    correctWater(dataset);
    const Experiment newer = scoredExperiment(dataset);
    ASSERT_NE(older.version, newer.version);
    const Evaluation before =
        valueOf(evaluateCheckpoint(project, {older.id, CheckpointKind::Best}, Subset::Test));
    const std::pair<ExperimentId, ExperimentId> orders[] = {{older.id, newer.id},
                                                            {newer.id, older.id}};
    for (const auto& [first, second] : orders) {
        const Comparison both = valueOf(compareExperiments(project, first, second, Subset::Test));
        EXPECT_EQ(both.truth, newer.version);
        EXPECT_EQ(both.first.truth, both.second.truth);
        EXPECT_NE(both.first.truth, before.truth);
        const auto map = [](const Evaluation& evaluation) {
            return evaluation.figures.overall.meanAveragePrecision.value.value();
        };
        EXPECT_EQ(map(both.first), map(both.second)) << "the scores are the same";
        EXPECT_LT(map(both.first), map(before));
        ASSERT_TRUE(both.difference.meanAveragePrecision.has_value());
        EXPECT_EQ(both.difference.meanAveragePrecision->value, 0);
    }
}

TEST_F(ComparisonJobTest, OtherImagesAndLabelsAreRefused)
{
    const Experiment one = scoredExperiment(halves("one", 10));
    const Experiment other = scoredExperiment(halves("other", 10));
    EXPECT_EQ(summaryOf(compareExperiments(project, one.id, other.id, Subset::Test)),
              "The experiments experiment 1 and experiment 2 have different labels, so their "
              "figures cannot be compared.");
    const SampleId moved = valueOf(currentSnapshot(project, one.dataset)).samples.back();
    ASSERT_TRUE(setSubsets(project, one.dataset, std::vector{std::pair(moved, Subset::Validation)},
                           Resplit::Yes, {}));
    const Experiment later = scoredExperiment(one.dataset);
    EXPECT_EQ(summaryOf(compareExperiments(project, one.id, later.id, Subset::Test)),
              "The experiments experiment 1 and experiment 3 were evaluated on different test "
              "images, so their figures cannot be compared.");
}

} // namespace labelwright::tests
