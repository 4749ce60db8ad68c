#include "core/evaluation/metrics.h"

#include "tests/core/evaluation/peer_cases.h"

#include <gtest/gtest.h>

namespace labelwright {

namespace {

constexpr Annotation yes = Annotation::Present;
constexpr Annotation no = Annotation::Absent;
constexpr Annotation open = Annotation::Unknown;

} // namespace

TEST(Metrics, UndefinedFiguresAreEmptyAndSayWhy)
{
    const std::vector<float> scores{0.9F, 0.2F, 0.6F, 0.7F, //
                                    0.4F, 0.8F, 0.6F, 0.1F};
    const std::vector<Annotation> truth{yes, no, open, yes, //
                                        no,  no, open, yes};
    const std::vector<float> thresholds(4, 0.5F);
    const EvaluationFigures figures
        = evaluate(scores, truth, thresholds, {"both", "negative", "unknown", "positive"});
    EXPECT_EQ(figures.samples, 2);
    ASSERT_EQ(figures.labels.size(), 4U);

    EXPECT_TRUE(figures.labels[0].reason.isEmpty());
    EXPECT_EQ(figures.labels[0].rocAuc, 1.0);

    EXPECT_EQ(figures.labels[1].reason, "no positives");
    EXPECT_FALSE(figures.labels[1].averagePrecision);
    EXPECT_FALSE(figures.labels[1].rocAuc);
    EXPECT_FALSE(figures.labels[1].recall);
    EXPECT_FALSE(figures.labels[1].f1);
    EXPECT_EQ(figures.labels[1].precision, 0.0);

    EXPECT_EQ(figures.labels[2].reason, "no known annotations");
    EXPECT_EQ(figures.labels[2].unknown, 2);
    EXPECT_FALSE(figures.labels[2].precision);

    EXPECT_EQ(figures.labels[3].reason, "no negatives");
    EXPECT_FALSE(figures.labels[3].rocAuc);
    EXPECT_FALSE(figures.labels[3].specificity);
    EXPECT_EQ(figures.labels[3].averagePrecision, 1.0);
    EXPECT_EQ(figures.labels[3].recall, 0.5);
}

TEST(Metrics, AveragesSayHowManyLabelsTheyCover)
{
    const std::vector<float> scores{0.9F, 0.2F, 0.6F, //
                                    0.4F, 0.8F, 0.6F};
    const std::vector<Annotation> truth{yes, no, open, //
                                        no,  no, yes};
    const EvaluationFigures figures
        = evaluate(scores, truth, std::vector<float>(3, 0.5F), {"a", "b", "c"});
    EXPECT_EQ(figures.overall.meanAveragePrecision.covered, 2);
    EXPECT_EQ(figures.overall.meanAveragePrecision.total, 3);
    EXPECT_EQ(figures.overall.meanAveragePrecision.value, 1.0);
    EXPECT_EQ(figures.overall.macroRocAuc.covered, 1);
    EXPECT_EQ(figures.overall.subsetAccuracy.covered, 1);
    EXPECT_EQ(figures.overall.subsetAccuracy.total, 2);
    EXPECT_EQ(figures.overall.subsetAccuracy.value, 0.0);
    EXPECT_EQ(figures.overall.hammingLoss.covered, 5);
    EXPECT_EQ(figures.overall.hammingLoss.total, 6);
    EXPECT_DOUBLE_EQ(*figures.overall.hammingLoss.value, 0.2);
    EXPECT_EQ(figures.overall.cardinalityTrue, 1.0);
    EXPECT_EQ(figures.overall.cardinalityPredicted, 1.5);
}

TEST(Metrics, NothingKnownGivesNoFigureAtAll)
{
    const EvaluationFigures figures
        = evaluate(std::vector<float>{0.5F, 0.5F}, std::vector<Annotation>{open, open},
                   std::vector<float>{0.5F, 0.5F}, {"a", "b"});
    for (const AverageFigure& figure :
         {figures.overall.meanAveragePrecision, figures.overall.microF1,
          figures.overall.microPrecision, figures.overall.samplesF1, figures.overall.hammingLoss,
          figures.overall.subsetAccuracy, figures.overall.coverageError,
          figures.overall.rankingLoss, figures.overall.rankingAveragePrecision,
          figures.overall.weightedF1, figures.overall.macroPrecision}) {
        EXPECT_FALSE(figure.value);
        EXPECT_FALSE(figure.reason.isEmpty());
        EXPECT_EQ(figure.covered, 0);
    }
}

TEST(Metrics, NoSamplesAndNoLabelsAreNoError)
{
    EXPECT_EQ(evaluate({}, {}, {}, {}).labels.size(), 0U);
    const EvaluationFigures figures = evaluate({}, {}, std::vector<float>{0.5F}, {"a"});
    ASSERT_EQ(figures.labels.size(), 1U);
    EXPECT_FALSE(figures.labels[0].averagePrecision);
}

TEST(Metrics, UnknownCellsChangeNothingWhateverTheirScore)
{
    tests::PeerCase description;
    description.samples = 200;
    description.labels = 6;
    description.unknownShare = 0.4;
    const tests::PeerCase data = tests::generated(description);
    std::vector<float> other = data.scores;
    for (std::size_t i = 0; i < other.size(); ++i)
        if (data.truth[i] == open)
            other[i] = 1 - other[i];
    const auto figures = evaluate(data.scores, data.truth, data.thresholds, data.names);
    const auto changed = evaluate(other, data.truth, data.thresholds, data.names);
    EXPECT_EQ(figures.overall.meanAveragePrecision.value,
              changed.overall.meanAveragePrecision.value);
    EXPECT_EQ(figures.overall.rankingLoss.value, changed.overall.rankingLoss.value);
    EXPECT_EQ(figures.overall.samplesF1.value, changed.overall.samplesF1.value);
    EXPECT_EQ(figures.overall.coverageError.value, changed.overall.coverageError.value);
}

TEST(Metrics, MacroF1OfCountsIsThatOfTheEvaluation)
{
    tests::PeerCase description;
    description.samples = 60;
    description.labels = 5;
    description.unknownShare = 0.2;
    const tests::PeerCase data = tests::generated(description);
    const auto figures = evaluate(data.scores, data.truth, data.thresholds, data.names);
    std::vector<ConfusionCounts> counts;
    for (const LabelEvaluation& label : figures.labels)
        counts.push_back(label.counts);
    counts.push_back({0, 3, 4, 0});
    const AverageFigure mean = macroF1Of(counts);
    EXPECT_EQ(mean.value, figures.overall.macroF1.value) << "no positives: it takes no part";
    EXPECT_EQ(mean.covered, figures.overall.macroF1.covered);
    EXPECT_EQ(mean.total, 6);
}

} // namespace labelwright
