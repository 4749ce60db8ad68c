#include "core/evaluation/bootstrap.h"

#include "core/evaluation/metrics.h"
#include "core/evaluation/weighted_label.h"
#include "tests/core/evaluation/peer_cases.h"

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

namespace {

tests::PeerCase drawn(tests::ScoreKind kind, std::size_t samples, double unknownShare)
{
    tests::PeerCase description;
    description.samples = samples;
    description.labels = 5;
    description.scoreKind = kind;
    description.unknownShare = unknownShare;
    description.singleClassLabels = true;
    return tests::generated(description);
}

void expectSame(double weighted, const std::optional<double>& plain, const char* what)
{
    EXPECT_EQ(!std::isnan(weighted), plain.has_value()) << what;
    if (plain) {
        EXPECT_NEAR(weighted, *plain, 1e-12) << what;
    }
}

} // namespace

TEST(Bootstrap, AWeightIsTheSampleThatManyTimes)
{
    for (auto kind : {tests::ScoreKind::Continuous, tests::ScoreKind::Ties}) {
        const tests::PeerCase data = drawn(kind, 60, 0.2);
        std::vector<std::uint8_t> weights;
        std::vector<float> scores;
        std::vector<Annotation> truth;
        for (std::size_t sample = 0; sample < data.samples; ++sample) {
            weights.push_back(static_cast<std::uint8_t>(sample * 7 % 4));
            for (int copy = 0; copy < weights.back(); ++copy)
                for (std::size_t label = 0; label < data.labels; ++label) {
                    scores.push_back(data.scores[sample * data.labels + label]);
                    truth.push_back(data.truth[sample * data.labels + label]);
                }
        }
        const auto repeated = evaluate(scores, truth, data.thresholds, data.names);
        for (std::size_t label = 0; label < data.labels; ++label) {
            SCOPED_TRACE(label);
            const WeightedLabel weighted(data.scores, data.truth, data.labels, label,
                                         data.thresholds[label]);
            const WeightedFigures figures = weighted.figures(weights);
            const LabelEvaluation& plain = repeated.labels[label];
            expectSame(figures.averagePrecision, plain.averagePrecision, "AP");
            expectSame(figures.rocAuc, plain.rocAuc, "AUC");
            expectSame(figures.precision, plain.precision, "precision");
            expectSame(figures.recall, plain.recall, "recall");
            expectSame(figures.f1, plain.f1, "F1");
        }
    }
}

TEST(Bootstrap, ValuesAreThoseOfTheMetricsAndLieInTheirIntervals)
{
    const tests::PeerCase data = drawn(tests::ScoreKind::Continuous, 300, 0.1);
    const auto figures = evaluate(data.scores, data.truth, data.thresholds, data.names);
    const auto intervals
        = bootstrapIntervals(data.scores, data.truth, data.thresholds, data.labels);
    ASSERT_TRUE(intervals.meanAveragePrecision);
    EXPECT_NEAR(intervals.meanAveragePrecision->value,
                *figures.overall.meanAveragePrecision.value, 1e-12);
    EXPECT_LT(intervals.meanAveragePrecision->low, intervals.meanAveragePrecision->value);
    EXPECT_GT(intervals.meanAveragePrecision->high, intervals.meanAveragePrecision->value);
    EXPECT_EQ(intervals.meanAveragePrecision->resamples, 200);
    EXPECT_NEAR(intervals.microF1->value, *figures.overall.microF1.value, 1e-12);
    EXPECT_NEAR(intervals.macroF1->value, *figures.overall.macroF1.value, 1e-12);
    EXPECT_FALSE(intervals.labels[0].averagePrecision); // No positives.
    EXPECT_FALSE(intervals.labels[1].rocAuc);           // No negatives.
    EXPECT_FALSE(intervals.labels[2].precision);        // Nothing known.
    ASSERT_TRUE(intervals.labels[4].f1);
    EXPECT_NEAR(intervals.labels[4].f1->value, *figures.labels[4].f1, 1e-12);
}

TEST(Bootstrap, TheWidthIsThatOfTheBinomialForRecall)
{
    tests::PeerCase description;
    description.samples = 2000;
    description.labels = 1;
    const tests::PeerCase data = tests::generated(description);
    const auto figures = evaluate(data.scores, data.truth, data.thresholds, data.names);
    const auto intervals = bootstrapIntervals(data.scores, data.truth, data.thresholds, 1,
                                              {.resamples = 1000});
    const double recall = *figures.labels[0].recall;
    const double expected
        = 2 * 1.96
          * std::sqrt(recall * (1 - recall) / static_cast<double>(figures.labels[0].support));
    const Interval& interval = *intervals.labels[0].recall;
    EXPECT_NEAR(interval.high - interval.low, expected, 0.15 * expected);
}

TEST(Bootstrap, SeedDecides)
{
    const tests::PeerCase data = drawn(tests::ScoreKind::Continuous, 100, 0);
    const auto interval = [&](std::uint64_t seed) {
        return *bootstrapIntervals(data.scores, data.truth, data.thresholds, data.labels,
                                   {.seed = seed})
                    .meanAveragePrecision;
    };
    EXPECT_EQ(interval(1).low, interval(1).low);
    EXPECT_NE(interval(1).low, interval(2).low);
}

TEST(Bootstrap, ABetterRunIsSeenToBeBetter)
{
    const tests::PeerCase data = drawn(tests::ScoreKind::Continuous, 400, 0);
    std::vector<float> better = data.scores;
    for (std::size_t i = 0; i < better.size(); ++i)
        better[i] = 0.7F * better[i] + (data.truth[i] == Annotation::Present ? 0.2F : 0.0F);
    const auto difference = comparePaired(data.scores, better, data.truth, data.labels);
    ASSERT_TRUE(difference.meanAveragePrecision);
    EXPECT_GT(difference.meanAveragePrecision->low, 0);
    EXPECT_EQ(difference.secondBetterShare, 1);
    EXPECT_FALSE(difference.averagePrecision[0]);
    ASSERT_TRUE(difference.averagePrecision[4]);

    const auto reversed = comparePaired(better, data.scores, data.truth, data.labels);
    EXPECT_NEAR(reversed.meanAveragePrecision->value, -difference.meanAveragePrecision->value,
                1e-12);
    EXPECT_NEAR(reversed.meanAveragePrecision->high, -difference.meanAveragePrecision->low, 1e-12);
}

TEST(Bootstrap, ARunComparedWithItselfDiffersByNothing)
{
    const tests::PeerCase data = drawn(tests::ScoreKind::Ties, 80, 0);
    const auto difference = comparePaired(data.scores, data.scores, data.truth, data.labels);
    EXPECT_EQ(difference.meanAveragePrecision->low, 0);
    EXPECT_EQ(difference.meanAveragePrecision->high, 0);
    EXPECT_EQ(difference.secondBetterShare, 0);
}

TEST(Bootstrap, NoSamplesGiveNoIntervals)
{
    const std::vector<float> thresholds{0.5F};
    EXPECT_FALSE(bootstrapIntervals({}, {}, thresholds, 1).meanAveragePrecision);
    EXPECT_FALSE(comparePaired({}, {}, {}, 1).meanAveragePrecision);
}

} // namespace labelwright
