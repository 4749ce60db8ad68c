#include "core/session/inspection.h"

#include "core/evaluation/metrics.h"

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

constexpr auto P = Annotation::Present;
constexpr auto A = Annotation::Absent;
constexpr auto U = Annotation::Unknown;

/// Two labels; the second is the one that is looked at.
const std::vector<float> scores{0.1F, 0.9F, 0.2F, 0.8F, 0.3F, 0.8F, 0.4F, 0.1F, 0.5F, 0.6F};
const std::vector<Annotation> truth{A, P, A, A, P, P, P, P, A, U};

} // namespace

TEST(Inspection, ShowsOneLabelOfMany)
{
    const LabelInspection label = inspectLabel(scores, truth, 2, 1);
    EXPECT_EQ(label.scores, (std::vector<float>{0.9F, 0.8F, 0.8F, 0.1F, 0.6F}));
    EXPECT_EQ(label.truth, (std::vector<Annotation>{P, A, P, P, U}));
    // Steps: none, 0.9, both 0.8, 0.1.
    EXPECT_EQ(label.roc, (std::vector<QPointF>{{0, 0}, {0, 1.0 / 3}, {1, 2.0 / 3}, {1, 1}}));
    EXPECT_EQ(label.precisionRecall,
              (std::vector<QPointF>{{0, 1}, {1.0 / 3, 1}, {2.0 / 3, 2.0 / 3}, {1, 0.75}}));
    EXPECT_EQ(label.byScore, (std::vector<std::uint32_t>{0, 1, 2, 4, 3}));
    EXPECT_EQ(label.byMistake, (std::vector<std::uint32_t>{3, 1, 2, 0, 4})) << "Unknown comes last";
    EXPECT_TRUE(label.uncalibrated.bins.empty());
    EXPECT_FALSE(label.calibrated.bins.empty());
    EXPECT_EQ(label.histogram.positives.size(), label.histogram.negatives.size());
}

TEST(Inspection, WithoutPositivesThereAreNoCurves)
{
    const std::vector<Annotation> absent(truth.size(), A);
    const LabelInspection label = inspectLabel(scores, absent, 2, 0);
    EXPECT_TRUE(label.roc.empty());
    EXPECT_TRUE(label.precisionRecall.empty());
    EXPECT_FALSE(label.rocAuc);
}

TEST(Inspection, CountsOfAllLabelsAreThoseOfTheEvaluation)
{
    const std::vector<float> thresholds{0.35F, 0.7F};
    const auto counts = countsPerLabel(scores, truth, thresholds);
    const EvaluationFigures figures = evaluate(scores, truth, thresholds, {"first", "second"});
    ASSERT_EQ(counts.size(), 2U);
    for (std::size_t i = 0; i < counts.size(); ++i)
        EXPECT_EQ(counts[i], figures.labels[i].counts);
}

TEST(Inspection, FieldsHoldTheEdge)
{
    EXPECT_EQ(fieldOf(0.5F, P, 0.5F), MatrixField::TruePositive) << "a score at the threshold counts";
    EXPECT_EQ(fieldOf(0.49F, P, 0.5F), MatrixField::FalseNegative);
    EXPECT_EQ(fieldOf(0.5F, A, 0.5F), MatrixField::FalsePositive);
    EXPECT_EQ(fieldOf(0.49F, A, 0.5F), MatrixField::TrueNegative);
    EXPECT_FALSE(fieldOf(0.5F, U, 0.5F));
    const ConfusionCounts counts{1, 2, 3, 4};
    EXPECT_EQ(countIn(counts, MatrixField::FalsePositive), 2);
    EXPECT_EQ(countIn(counts, MatrixField::TrueNegative), 3);
}

} // namespace labelwright::tests
