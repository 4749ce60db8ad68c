#include "core/evaluation/thresholds.h"

#include "core/base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

struct Sample
{
    std::vector<float> scores;
    std::vector<Annotation> truth;
};

Sample drawn(std::uint64_t seed, bool ties)
{
    Random random(seed);
    Sample sample;
    for (int i = 0; i < 120; ++i) {
        const bool present = random.chance(0.3);
        const double raw = 1 / (1 + std::exp(-(random.normal() + (present ? 0.8 : -0.8))));
        sample.scores.push_back(static_cast<float>(ties ? std::round(raw * 10) / 10 : raw));
        sample.truth.push_back(random.chance(0.1) ? Annotation::Unknown
                               : present          ? Annotation::Present
                                                  : Annotation::Absent);
    }
    return sample;
}

/// Counts at every threshold that makes a difference.
std::vector<ConfusionCounts> allPoints(const Sample& sample)
{
    std::vector<float> cuts = sample.scores;
    cuts.push_back(1.1F);
    std::vector<ConfusionCounts> points;
    for (float cut : cuts)
        points.push_back(countConfusion(sample.scores, sample.truth, cut));
    return points;
}

/// The best value that any threshold gives, found by trying all.
template <class Value>
double bestOf(const Sample& sample, Value value)
{
    double best = -1e9;
    for (const ConfusionCounts& counts : allPoints(sample))
        best = std::max(best, value(counts));
    return best;
}

class ThresholdGoals : public testing::TestWithParam<std::uint64_t>
{
protected:
    Sample sample = drawn(GetParam(), GetParam() % 2 == 0);
    SortedScores sorted{sample.scores, sample.truth};

    ThresholdChoice choose(ThresholdGoalKind kind, double value)
    {
        const ThresholdChoice choice = chooseThreshold(sorted, {kind, value});
        EXPECT_TRUE(choice.fitted);
        EXPECT_EQ(choice.counts, countConfusion(sample.scores, sample.truth, choice.threshold));
        EXPECT_EQ(choice.precision, precisionOf(choice.counts));
        EXPECT_EQ(choice.recall, recallOf(choice.counts));
        return choice;
    }
};

} // namespace

TEST_P(ThresholdGoals, FReachesTheBestOfAllThresholds)
{
    for (double beta : {0.5, 1.0, 2.0}) {
        const auto choice = choose(ThresholdGoalKind::MaxFBeta, beta);
        EXPECT_DOUBLE_EQ(*fBetaOf(choice.counts, beta), bestOf(sample, [&](const auto& counts) {
            return *fBetaOf(counts, beta);
        }));
    }
    EXPECT_EQ(choose(ThresholdGoalKind::MaxF1, 0).threshold,
              choose(ThresholdGoalKind::MaxFBeta, 1).threshold);
}

TEST_P(ThresholdGoals, PrecisionGoalGivesTheBestRecall)
{
    for (double goal : {0.4, 0.6, 0.9, 1.0}) {
        const auto choice = choose(ThresholdGoalKind::PrecisionAtLeast, goal);
        const double best = bestOf(sample, [&](const auto& counts) {
            return precisionOf(counts) >= goal ? *recallOf(counts) : -1.0;
        });
        EXPECT_EQ(choice.attainable, best >= 0);
        EXPECT_EQ(choice.reason.isEmpty(), choice.attainable);
        if (choice.attainable) {
            EXPECT_DOUBLE_EQ(*choice.recall, best);
        } else {
            EXPECT_DOUBLE_EQ(*choice.precision, bestOf(sample, [](const auto& counts) {
                return precisionOf(counts);
            }));
        }
    }
}

TEST_P(ThresholdGoals, RecallGoalGivesTheBestPrecision)
{
    for (double goal : {0.5, 0.9, 1.0}) {
        const auto choice = choose(ThresholdGoalKind::RecallAtLeast, goal);
        EXPECT_TRUE(choice.attainable);
        EXPECT_DOUBLE_EQ(*choice.precision, bestOf(sample, [&](const auto& counts) {
            return *recallOf(counts) >= goal ? precisionOf(counts) : -1.0;
        }));
    }
}

TEST_P(ThresholdGoals, CostRatioGivesTheLeastCost)
{
    for (double ratio : {0.1, 1.0, 7.0, 1000.0}) {
        const auto cost = [&](const ConfusionCounts& counts) {
            return -(ratio * static_cast<double>(counts.falsePositive)
                     + static_cast<double>(counts.falseNegative));
        };
        const auto choice = choose(ThresholdGoalKind::CostRatio, ratio);
        const bool saturated = sorted.scores().front() >= 1;
        if (!saturated) {
            EXPECT_DOUBLE_EQ(cost(choice.counts), bestOf(sample, cost));
        }
    }
}

TEST_P(ThresholdGoals, PrevalenceMatchPredictsAsManyAsThereAre)
{
    const auto choice = choose(ThresholdGoalKind::PrevalenceMatch, 0);
    const auto difference = [](const ConfusionCounts& counts) {
        return -std::abs(static_cast<double>(counts.predicted() - counts.positives()));
    };
    EXPECT_DOUBLE_EQ(difference(choice.counts), bestOf(sample, difference));
    if (GetParam() % 2 == 1) {
        EXPECT_EQ(choice.counts.predicted(), choice.counts.positives());
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ThresholdGoals, testing::Range<std::uint64_t>(1, 7));

TEST(Thresholds, LieMidwayBetweenNeighbours)
{
    const std::vector<float> scores{0.1F, 0.2F, 0.3F, 0.7F, 0.8F, 0.85F, 0.9F, 0.95F};
    std::vector<Annotation> truth(8, Annotation::Absent);
    std::fill(truth.begin() + 3, truth.end(), Annotation::Present);
    const auto choice = chooseThreshold(SortedScores(scores, truth), {});
    EXPECT_FLOAT_EQ(choice.threshold, 0.5F);
    EXPECT_EQ(choice.precision, 1.0);
    EXPECT_EQ(choice.recall, 1.0);
}

TEST(Thresholds, TooFewPositivesKeepOneHalfWithAReason)
{
    const std::vector<float> scores{0.1F, 0.2F, 0.6F, 0.7F, 0.8F, 0.9F};
    const std::vector<Annotation> truth{Annotation::Absent,  Annotation::Absent,
                                        Annotation::Present, Annotation::Present,
                                        Annotation::Present, Annotation::Present};
    const auto choice
        = chooseThreshold(SortedScores(scores, truth), {ThresholdGoalKind::RecallAtLeast, 0.5});
    EXPECT_FALSE(choice.fitted);
    EXPECT_FALSE(choice.attainable);
    EXPECT_EQ(choice.threshold, 0.5F);
    EXPECT_EQ(choice.recall, 1.0);
    EXPECT_EQ(choice.reason, "Only 4 known positives (5 are needed): the threshold stays 0.5.");
}

TEST(Thresholds, NoNegativesKeepOneHalfWithAReason)
{
    const std::vector<float> scores{0.1F, 0.2F, 0.6F, 0.7F, 0.8F, 0.9F};
    const auto choice = chooseThreshold(
        SortedScores(scores, std::vector<Annotation>(6, Annotation::Present)), {});
    EXPECT_FALSE(choice.fitted);
    EXPECT_EQ(choice.reason, "No known negatives: the threshold stays 0.5.");
}

TEST(Thresholds, UnattainablePrecisionNamesTheHighest)
{
    const std::vector<float> scores{0.9F, 0.8F, 0.7F, 0.6F, 0.5F, 0.4F, 0.3F};
    std::vector<Annotation> truth(7, Annotation::Present);
    truth[0] = Annotation::Absent;
    const auto choice
        = chooseThreshold(SortedScores(scores, truth), {ThresholdGoalKind::PrecisionAtLeast, 0.95});
    EXPECT_TRUE(choice.fitted);
    EXPECT_FALSE(choice.attainable);
    EXPECT_EQ(choice.reason,
              "Precision 0.95 is not attainable: the highest is 0.857, at threshold 0.150.");
}

TEST(Thresholds, MatrixGivesEachLabelItsOwn)
{
    std::vector<float> scores;
    std::vector<Annotation> truth;
    for (int i = 0; i < 20; ++i) {
        scores.insert(scores.end(), {static_cast<float>(i) / 20, static_cast<float>(i) / 40});
        truth.insert(truth.end(), 2, i >= 10 ? Annotation::Present : Annotation::Absent);
    }
    const auto choices = chooseThresholds(scores, truth, 2, {});
    ASSERT_EQ(choices.size(), 2U);
    EXPECT_FLOAT_EQ(choices[0].threshold, 0.475F);
    EXPECT_FLOAT_EQ(choices[1].threshold, 0.2375F);
}

} // namespace labelwright
