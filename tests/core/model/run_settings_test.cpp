#include "core/model/run_settings.h"

#include "core/model/settings_words.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

#include <limits>

namespace labelwright {

TEST(RunSettings, SurviveTheRoundTrip)
{
    RunSettings settings;
    settings.epochs = 7;
    settings.batchSize = 48;
    settings.optimizer = OptimizerKind::Sgd;
    settings.learningRate = 0.03;
    settings.rateDecayPerStage = 0.8;
    settings.weightDecay = 0.02;
    settings.momentum = 0.95;
    settings.schedule = ScheduleKind::Cosine;
    settings.warmUpShare = 0.25;
    settings.headEpochs = 2;
    settings.headFromEmbeddings = true;
    settings.freezeBatchNorm = true;
    settings.emaDecay = 0.99;
    settings.gradientClip = 1.5;
    settings.patience = 4;
    settings.bestBy = BestBy::ValidationMap;
    settings.precision = Precision::Bf16;
    settings.threads = 3;
    for (std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1} << 53, (std::uint64_t{1} << 53) + 1,
                               std::numeric_limits<std::uint64_t>::max()}) {
        settings.seed = seed;
        const QByteArray text = QJsonDocument(toJson(settings)).toJson();
        const auto read = runSettingsFromJson(QJsonDocument::fromJson(text).object());
        ASSERT_TRUE(read) << read.error().summary.toStdString();
        EXPECT_EQ(*read, settings);
    }
}

TEST(RunSettings, MembersLeftOutKeepTheirDefault)
{
    const auto read = runSettingsFromJson({{"epochs", 3}});
    ASSERT_TRUE(read);
    RunSettings expected;
    expected.epochs = 3;
    EXPECT_EQ(*read, expected);
}

TEST(RunSettings, MistakesAreRefusedByName)
{
    const std::pair<QJsonObject, const char*> bad[] = {
        {{{"epochs", 0}}, "The run settings: \"epochs\" must be a whole number from 1 to 10000."},
        {{{"learningRate", 0}}, "The run settings: \"learningRate\" must be a number above 0 to 10."},
        {{{"momentum", 1}}, "The run settings: \"momentum\" must be a number from 0 to below 1."},
        {{{"optimizer", "adam"}}, "The run settings: \"optimizer\" must be adamw or sgd."},
        {{{"precision", "f16"}}, "The run settings: \"precision\" must be auto, f32 or bf16."},
        {{{"freezeBatchNorm", "yes"}},
         "The run settings: \"freezeBatchNorm\" must be true or false."},
        {{{"seed", -1}}, "The run settings: \"seed\" must be a whole number from 0 to 2^64 - 1, as "
                         "text above 2^53."},
        {{{"seed", 1.5}}, "The run settings: \"seed\" must be a whole number from 0 to 2^64 - 1, as "
                          "text above 2^53."},
        {{{"epoch", 3}}, nullptr},
    };
    for (const auto& [object, sentence] : bad) {
        const auto read = runSettingsFromJson(object);
        ASSERT_FALSE(read);
        if (sentence) {
            EXPECT_EQ(read.error().summary, QLatin1String(sentence));
        } else {
            EXPECT_TRUE(read.error().summary.startsWith(
                "The run settings: \"epoch\" is not known; the members are epochs, "));
        }
    }
}

TEST(RunSettings, RangesAreCheckedWithoutJsonToo)
{
    RunSettings settings;
    EXPECT_EQ(settingsProblem(settings), QString());
    settings.warmUpShare = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(settingsProblem(settings), "\"warmUpShare\" must be a number from 0 to 0.5");
}

TEST(RunSettings, WordsAndValuesBelongTogether)
{
    EXPECT_EQ(wordFor(Precision::Bf16, precisionWords), "bf16");
    EXPECT_EQ(valueFor("oneCycle", scheduleWords), ScheduleKind::OneCycle);
    EXPECT_FALSE(valueFor("f64", precisionWords));
}

} // namespace labelwright
