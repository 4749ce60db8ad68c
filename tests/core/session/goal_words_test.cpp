#include "core/session/decision_job.h"

#include <gtest/gtest.h>

namespace labelwright {

TEST(GoalWordsTest, EachGoalIsReadAsItIsWritten)
{
    struct Case
    {
        const char* text;
        ThresholdGoalKind kind;
        double value;
    };
    const Case cases[] = {
        {"max-f1", ThresholdGoalKind::MaxF1, 1},
        {"max-fbeta 2", ThresholdGoalKind::MaxFBeta, 2},
        {"precision 0.95", ThresholdGoalKind::PrecisionAtLeast, 0.95},
        {"precision 1", ThresholdGoalKind::PrecisionAtLeast, 1},
        {"recall 0.9", ThresholdGoalKind::RecallAtLeast, 0.9},
        {"cost 5", ThresholdGoalKind::CostRatio, 5},
        {"prevalence", ThresholdGoalKind::PrevalenceMatch, 1},
    };
    for (const Case& c : cases) {
        const auto goal = goalFromText(QLatin1String(c.text));
        ASSERT_TRUE(goal) << c.text;
        EXPECT_EQ(goal->kind, c.kind) << c.text;
        EXPECT_EQ(goal->value, c.value) << c.text;
        EXPECT_EQ(goalText(*goal), QLatin1String(c.text));
    }
    EXPECT_TRUE(goalFromText("  recall   0.5 "));
}

TEST(GoalWordsTest, OtherGoalsAreRefusedWithWhatThereIs)
{
    for (const char* text : {"", "f1", "max-f1 2", "precision", "precision 1 2", "Recall 0.5"}) {
        const auto goal = goalFromText(QLatin1String(text));
        ASSERT_FALSE(goal) << text;
        EXPECT_EQ(goal.error().summary,
                  QString("'%1' is no goal for thresholds: choose max-f1, max-fbeta BETA, "
                          "precision P, recall R, cost RATIO or prevalence.")
                      .arg(QLatin1String(text)));
    }
    for (const char* text : {"precision 0", "precision 1.01", "recall -0.5", "recall nan",
                             "max-fbeta 0", "cost inf", "cost many", "cost 0"}) {
        const auto goal = goalFromText(QLatin1String(text));
        ASSERT_FALSE(goal) << text;
        EXPECT_TRUE(goal.error().summary.contains("takes a number above 0 and at most"))
            << goal.error().summary.toStdString();
    }
}

TEST(GoalWordsTest, CalibrationsHaveOneWord)
{
    for (const CalibrationKind kind :
         {CalibrationKind::None, CalibrationKind::Temperature, CalibrationKind::Platt})
        EXPECT_EQ(calibrationFromWord(calibrationWord(kind)).value(), kind);
    EXPECT_EQ(calibrationFromWord("isotonic").error().summary,
              "'isotonic' is no calibration: choose none, temperature or platt.");
}

} // namespace labelwright
