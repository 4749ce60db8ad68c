#include "core/evaluation/confusion.h"
#include "core/evaluation/sorted_scores.h"

#include "core/base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace labelwright {

namespace {

constexpr Annotation yes = Annotation::Present;
constexpr Annotation no = Annotation::Absent;
constexpr Annotation open = Annotation::Unknown;

} // namespace

TEST(Confusion, ScoreEqualToTheThresholdCountsAsPresent)
{
    const std::vector<float> scores{0.5F, 0.5F, 0.49F, 0.49F};
    const std::vector<Annotation> truth{yes, no, yes, no};
    EXPECT_EQ(countConfusion(scores, truth, 0.5F), (ConfusionCounts{1, 1, 1, 1}));
}

TEST(Confusion, UnknownIsLeftOut)
{
    const std::vector<float> scores{0.9F, 0.9F, 0.1F};
    const std::vector<Annotation> truth{open, yes, open};
    EXPECT_EQ(countConfusion(scores, truth, 0.5F), (ConfusionCounts{1, 0, 0, 0}));
}

TEST(Confusion, PrecisionWithNothingPredictedIsZero)
{
    EXPECT_EQ(precisionOf({0, 0, 5, 5}), 0);
    EXPECT_EQ(precisionOf({3, 1, 0, 0}), 0.75);
}

TEST(Confusion, RecallAndF1AreUndefinedWithoutPositives)
{
    const ConfusionCounts negativesOnly{0, 2, 3, 0};
    EXPECT_FALSE(recallOf(negativesOnly));
    EXPECT_FALSE(f1Of(negativesOnly));
    EXPECT_EQ(specificityOf(negativesOnly), 0.6);
    EXPECT_FALSE(specificityOf({2, 0, 0, 1}));
}

TEST(SortedScores, EveryThresholdGivesTheCountsOfAPlainCount)
{
    Random random(5);
    std::vector<float> scores;
    std::vector<Annotation> truth;
    for (int i = 0; i < 400; ++i) {
        scores.push_back(static_cast<float>(random.below(40)) / 39.0F);
        truth.push_back(static_cast<Annotation>(static_cast<int>(random.below(3)) - 1));
    }
    const SortedScores sorted(scores, truth);
    for (int i = -1; i <= 101; ++i) {
        const float threshold = static_cast<float>(i) / 100.0F;
        EXPECT_EQ(sorted.at(threshold), countConfusion(scores, truth, threshold)) << threshold;
    }
    for (float score : scores)
        EXPECT_EQ(sorted.at(score), countConfusion(scores, truth, score)) << score;
}

TEST(SortedScores, ManySamplesAreSortedLikeFew)
{
    Random random(6);
    std::vector<float> scores;
    std::vector<Annotation> truth;
    for (int i = 0; i < 20'000; ++i) {
        scores.push_back(static_cast<float>(random.normal()));
        truth.push_back(random.chance(0.2) ? yes : no);
    }
    const SortedScores sorted(scores, truth);
    EXPECT_TRUE(std::is_sorted(sorted.scores().rbegin(), sorted.scores().rend()));
    for (float threshold : {-9.0F, -1.0F, -0.001F, 0.0F, 0.5F, 2.0F, 9.0F})
        EXPECT_EQ(sorted.at(threshold), countConfusion(scores, truth, threshold)) << threshold;
}

TEST(SortedScores, ThresholdForStepPredictsExactlyThatStep)
{
    const float next = std::nextafter(0.5F, 1.0F);
    const std::vector<float> scores{0.0F, 0.2F, 0.5F, next, 0.9F};
    const std::vector<Annotation> truth{no, no, yes, no, yes};
    const SortedScores sorted(scores, truth);
    ASSERT_EQ(sorted.steps(), 5U);
    for (std::size_t step = 0; step <= sorted.steps(); ++step) {
        const std::optional<float> threshold = sorted.thresholdForStep(step);
        ASSERT_TRUE(threshold) << step;
        EXPECT_EQ(sorted.at(*threshold), sorted.atStep(step)) << step;
        EXPECT_GE(*threshold, 0.0F);
        EXPECT_LE(*threshold, 1.0F);
    }
    EXPECT_FLOAT_EQ(*sorted.thresholdForStep(4), 0.1F);
}

TEST(SortedScores, NothingCanBePredictedAbsentAboveAScoreOfOne)
{
    const std::vector<float> scores{1.0F, 0.3F};
    const std::vector<Annotation> truth{yes, no};
    EXPECT_FALSE(SortedScores(scores, truth).thresholdForStep(0));
}

TEST(SortedScores, NegativeZeroEqualsZeroAndNotANumberSortsLast)
{
    const std::vector<float> scores{0.0F, -0.0F, std::numeric_limits<float>::quiet_NaN(), 0.7F};
    const std::vector<Annotation> truth{yes, no, yes, no};
    const SortedScores sorted(scores, truth);
    ASSERT_EQ(sorted.steps(), 3U);
    EXPECT_EQ(sorted.atStep(2), (ConfusionCounts{1, 2, 0, 1}));
    EXPECT_EQ(sorted.at(0.0F), countConfusion(scores, truth, 0.0F));
}

TEST(SortedScores, NoSamplesGiveNoCounts)
{
    const SortedScores sorted(std::vector<float>{}, std::vector<Annotation>{});
    EXPECT_EQ(sorted.at(0.5F), ConfusionCounts());
    EXPECT_EQ(sorted.thresholdForStep(0), 0.5F);
}

} // namespace labelwright
