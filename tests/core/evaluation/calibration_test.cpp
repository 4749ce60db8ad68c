#include "core/evaluation/calibration.h"

#include "core/base/random.h"
#include "core/evaluation/reliability.h"

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

namespace {

struct Logits
{
    std::vector<float> logits;
    std::vector<Annotation> truth;
};

/// Logits whose true probability is sigmoid(scale · logit + offset), in `labels` columns.
Logits drawn(double scale, double offset, std::size_t samples, std::size_t labels)
{
    Random random(11);
    Logits result;
    for (std::size_t i = 0; i < samples * labels; ++i) {
        const double logit = 3 * random.normal();
        const double p = 1 / (1 + std::exp(-(scale * logit + offset)));
        result.logits.push_back(static_cast<float>(logit));
        result.truth.push_back(random.chance(p) ? Annotation::Present : Annotation::Absent);
    }
    return result;
}

double calibrationError(const Logits& data, std::span<const LabelCalibration> calibration,
                        std::size_t labels)
{
    const auto scores = calibratedScores(data.logits, calibration, labels);
    return *expectedCalibrationError(reliabilityBins(scores, data.truth, 10));
}

} // namespace

TEST(Calibration, NoneChangesNothing)
{
    const Logits data = drawn(1, 0, 50, 2);
    const auto fit = fitCalibration(CalibrationKind::None, data.logits, data.truth, 2);
    ASSERT_EQ(fit.labels.size(), 2U);
    EXPECT_EQ(fit.labels[0].calibration, LabelCalibration());
    EXPECT_TRUE(fit.labels[0].reason.isEmpty());
    EXPECT_EQ(calibratedScores(data.logits, calibrationsOf(fit), 2),
              calibratedScores(data.logits, {}, 2));
}

TEST(Calibration, TemperatureFindsTheScaleOfOverconfidentLogits)
{
    const Logits data = drawn(0.4, 0, 4000, 2);
    const auto fit = fitCalibration(CalibrationKind::Temperature, data.logits, data.truth, 2);
    EXPECT_TRUE(fit.labels[0].fitted);
    EXPECT_EQ(fit.labels[0].calibration, fit.labels[1].calibration);
    EXPECT_NEAR(fit.labels[0].calibration.scale, 0.4, 0.03);
    EXPECT_EQ(fit.labels[0].calibration.offset, 0);
    EXPECT_LT(calibrationError(data, calibrationsOf(fit), 2), 0.02);
    EXPECT_GT(calibrationError(data, {}, 2), 0.08);
}

TEST(Calibration, TemperatureStaysBoundedOnSeparableLogits)
{
    Logits data;
    for (int i = 0; i < 40; ++i) {
        data.logits.push_back(i < 20 ? -1.0F : 1.0F);
        data.truth.push_back(i < 20 ? Annotation::Absent : Annotation::Present);
    }
    const auto fit = fitCalibration(CalibrationKind::Temperature, data.logits, data.truth, 1);
    EXPECT_GT(fit.labels[0].calibration.scale, 5);
    EXPECT_LE(fit.labels[0].calibration.scale, 20);
}

TEST(Calibration, PlattFindsScaleAndOffset)
{
    const Logits data = drawn(0.6, -1.2, 8000, 1);
    const auto fit = fitCalibration(CalibrationKind::Platt, data.logits, data.truth, 1);
    ASSERT_TRUE(fit.labels[0].fitted);
    EXPECT_NEAR(fit.labels[0].calibration.scale, 0.6, 0.05);
    EXPECT_NEAR(fit.labels[0].calibration.offset, -1.2, 0.1);
}

TEST(Calibration, UnknownCellsTakeNoPart)
{
    Logits data = drawn(0.6, -1.2, 500, 1);
    const auto fit = fitCalibration(CalibrationKind::Platt, data.logits, data.truth, 1);
    for (int i = 0; i < 300; ++i) {
        data.logits.push_back(9.0F);
        data.truth.push_back(Annotation::Unknown);
    }
    const auto withUnknown = fitCalibration(CalibrationKind::Platt, data.logits, data.truth, 1);
    EXPECT_EQ(fit.labels[0].calibration, withUnknown.labels[0].calibration);
}

TEST(Calibration, LabelsWithTooFewExamplesKeepTheirScores)
{
    Logits data = drawn(0.5, 0, 60, 1);
    for (std::size_t i = 0; i < data.truth.size(); ++i)
        data.truth[i] = i < 9 ? Annotation::Present : Annotation::Absent;
    for (auto kind : {CalibrationKind::Temperature, CalibrationKind::Platt}) {
        const auto fit = fitCalibration(kind, data.logits, data.truth, 1);
        EXPECT_FALSE(fit.labels[0].fitted);
        EXPECT_EQ(fit.labels[0].calibration, LabelCalibration());
        EXPECT_EQ(fit.labels[0].reason,
                  "Only 9 known positives (10 are needed): the scores stay uncalibrated.");
    }
}

TEST(Calibration, PlattNeverTurnsTheOrderRound)
{
    const Logits data = drawn(-0.8, 0, 300, 1);
    const auto fit = fitCalibration(CalibrationKind::Platt, data.logits, data.truth, 1);
    EXPECT_FALSE(fit.labels[0].fitted);
    EXPECT_EQ(fit.labels[0].calibration, LabelCalibration());
    EXPECT_FALSE(fit.labels[0].reason.isEmpty());
}

TEST(Reliability, BinEdgesBelongToTheLowerBin)
{
    const std::vector<float> scores{0.0F, 0.5F, 0.75F, 1.0F, 0.3F};
    const std::vector<Annotation> truth{Annotation::Absent, Annotation::Present,
                                        Annotation::Present, Annotation::Present,
                                        Annotation::Unknown};
    const auto bins = reliabilityBins(scores, truth, 2);
    ASSERT_EQ(bins.size(), 2U);
    EXPECT_EQ(bins[0].count, 2);
    EXPECT_EQ(bins[0].positives, 1);
    EXPECT_EQ(bins[0].meanScore, 0.25);
    EXPECT_EQ(bins[1].count, 2);
    EXPECT_EQ(bins[1].positiveShare, 1.0);
    EXPECT_DOUBLE_EQ(*expectedCalibrationError(bins), 0.5 * 0.25 + 0.5 * 0.125);
}

TEST(Reliability, NothingKnownGivesNoFigure)
{
    const std::vector<float> scores{0.4F};
    const std::vector<Annotation> truth{Annotation::Unknown};
    EXPECT_FALSE(expectedCalibrationError(reliabilityBins(scores, truth)));
    EXPECT_FALSE(brierScore(scores, truth));
}

} // namespace labelwright
