#include "core/nn/training_metrics.h"

#include "core/base/random.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/metrics.h"

#include <gtest/gtest.h>

namespace labelwright {

namespace {

EpochReport reportOf(std::optional<double> loss, std::optional<double> map = std::nullopt)
{
    EpochReport report;
    report.validationLoss = loss;
    report.validationMap = map;
    return report;
}

} // namespace

TEST(BestEpoch, IsTheLowestLossAndTheEarlierOfEquals)
{
    const std::vector<EpochReport> reports{reportOf(0.5), reportOf(0.3), reportOf(0.3),
                                           reportOf(0.4)};
    EXPECT_EQ(bestEpoch(reports, BestBy::ValidationLoss), 1U);
}

TEST(BestEpoch, CanFollowMeanAveragePrecision)
{
    const std::vector<EpochReport> reports{reportOf(0.1, 0.5), reportOf(0.2, 0.9),
                                           reportOf(0.3, 0.9)};
    EXPECT_EQ(bestEpoch(reports, BestBy::ValidationMap), 1U);
    EXPECT_EQ(bestEpoch(reports, BestBy::ValidationLoss), 0U);
}

TEST(BestEpoch, WithoutAnyFigureIsTheLatest)
{
    const std::vector<EpochReport> reports{reportOf({}), reportOf({}), reportOf({})};
    EXPECT_EQ(bestEpoch(reports, BestBy::ValidationLoss), 2U);
    EXPECT_EQ(bestEpoch({}, BestBy::ValidationLoss), std::nullopt);
}

TEST(Patience, EndsAfterThatManyEpochsWithoutABest)
{
    std::vector<EpochReport> reports{reportOf(0.5), reportOf(0.3), reportOf(0.4)};
    EXPECT_FALSE(outOfPatience(reports, BestBy::ValidationLoss, 2));
    reports.push_back(reportOf(0.35));
    EXPECT_TRUE(outOfPatience(reports, BestBy::ValidationLoss, 2));
    EXPECT_FALSE(outOfPatience(reports, BestBy::ValidationLoss, 0));
    reports.push_back(reportOf(0.2));
    EXPECT_FALSE(outOfPatience(reports, BestBy::ValidationLoss, 2));
}

TEST(ValidationFigures, AreThoseOfTheEvaluation)
{
    Random random(5);
    std::vector<float> logits(90);
    std::vector<Annotation> truth(90);
    for (std::size_t i = 0; i < logits.size(); ++i) {
        logits[i] = static_cast<float>(3 * random.normal());
        truth[i] = static_cast<Annotation>(static_cast<int>(random.below(3)) - 1);
    }
    const ValidationFigures figures = validationFigures(logits, truth, 3, {});
    EXPECT_EQ(figures.scores, calibratedScores(logits, {}, 3));
    const std::vector<float> halves(3, 0.5F);
    const auto expected = evaluate(figures.scores, truth, halves, {"a", "b", "c"});
    EXPECT_EQ(figures.map, expected.overall.meanAveragePrecision.value);
    EXPECT_TRUE(figures.map.has_value());
    for (std::size_t label = 0; label < 3; ++label) {
        EXPECT_EQ(figures.labels.at(label).averagePrecision,
                  expected.labels[label].averagePrecision);
        EXPECT_EQ(figures.labels[label].rocAuc, expected.labels[label].rocAuc);
        EXPECT_EQ(figures.labels[label].f1, expected.labels[label].f1);
    }
}

TEST(ValidationFigures, LeaveUndefinedLabelsOutOfTheMean)
{
    constexpr auto present = Annotation::Present;
    constexpr auto absent = Annotation::Absent;
    const std::vector<float> logits{2, -1, -2, -1, 1, -1, -1, -1};
    const std::vector<Annotation> truth{present, absent, absent,  absent, //
                                        present, absent, absent, Annotation::Unknown};
    const ValidationFigures figures = validationFigures(logits, truth, 2, {});
    EXPECT_EQ(figures.labels.at(0).averagePrecision, 1.0);
    EXPECT_EQ(figures.labels.at(0).f1, 1.0);
    EXPECT_EQ(figures.labels.at(1).averagePrecision, std::nullopt);
    EXPECT_EQ(figures.labels.at(1).rocAuc, std::nullopt);
    EXPECT_EQ(figures.map, 1.0);
    EXPECT_NEAR(figures.scores.at(0), 0.880797, 1e-6);
    EXPECT_FALSE(validationFigures({}, {}, 2, {}).loss.has_value());
}

} // namespace labelwright
