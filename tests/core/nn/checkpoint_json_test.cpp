#include "core/nn/checkpoint_json.h"

#include <gtest/gtest.h>

#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace labelwright {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// As it comes back from a file.
QJsonObject stored(const QJsonObject& object)
{
    return QJsonDocument::fromJson(QJsonDocument(object).toJson()).object();
}

EpochReport fullReport()
{
    EpochReport report;
    report.epoch = 3;
    report.trainingLoss = 0.25;
    report.validationLoss = 0.5;
    report.validationMap = 0.75;
    report.labels = {{0.5, std::nullopt, 0.125}, {}};
    report.learningRate = 0.01;
    report.imagesPerSecond = 20;
    report.seconds = 4;
    report.secondsLeft = 8;
    report.best = true;
    report.notes = {QStringLiteral("batch halved to 16: out of memory"), QStringLiteral("second")};
    report.validationScores = {0.5F};
    return report;
}

} // namespace

TEST(CheckpointJson, KeepsAReportButForItsScores)
{
    const EpochReport report = fullReport();
    const EpochReport read = reportFromJson(stored(reportToJson(report)));
    EXPECT_EQ(read.epoch, 3);
    EXPECT_EQ(read.trainingLoss, 0.25);
    EXPECT_EQ(read.validationLoss, 0.5);
    EXPECT_EQ(read.validationMap, 0.75);
    ASSERT_EQ(read.labels.size(), 2U);
    EXPECT_EQ(read.labels[0].averagePrecision, 0.5);
    EXPECT_EQ(read.labels[0].rocAuc, std::nullopt);
    EXPECT_EQ(read.labels[0].f1, 0.125);
    EXPECT_EQ(read.labels[1].f1, std::nullopt);
    EXPECT_EQ(read.learningRate, 0.01);
    EXPECT_EQ(read.imagesPerSecond, 20);
    EXPECT_EQ(read.seconds, 4);
    EXPECT_EQ(read.secondsLeft, 8);
    EXPECT_TRUE(read.best);
    EXPECT_EQ(read.notes, report.notes);
    EXPECT_TRUE(read.validationScores.empty());
}

TEST(CheckpointJson, ReadsWhatIsNoNumberAsNoNumber)
{
    EpochReport report = fullReport();
    report.trainingLoss = nan;
    report.validationLoss = nan;
    report.validationMap = std::numeric_limits<double>::infinity();
    report.imagesPerSecond = std::numeric_limits<double>::infinity();
    report.labels[0].averagePrecision = nan;
    const QJsonObject object = reportToJson(report);
    for (const QJsonObject& form : {object, stored(object)}) {
        const EpochReport read = reportFromJson(form);
        EXPECT_TRUE(std::isnan(read.trainingLoss));
        EXPECT_TRUE(std::isnan(read.imagesPerSecond));
        EXPECT_EQ(read.validationLoss, std::nullopt);
        EXPECT_EQ(read.validationMap, std::nullopt);
        EXPECT_EQ(read.labels.at(0).averagePrecision, std::nullopt);
    }
}

TEST(CheckpointJson, MissingMembersKeepTheirDefault)
{
    const EpochReport report = reportFromJson({});
    EXPECT_EQ(report.epoch, 0);
    EXPECT_EQ(report.trainingLoss, 0);
    EXPECT_EQ(report.validationLoss, std::nullopt);
    EXPECT_FALSE(report.best);
    EXPECT_TRUE(report.notes.empty());
    EXPECT_EQ(factsFromJson({}).threads, 1);
    EXPECT_EQ(factsFromJson({}).precision, Precision::F32);
}

TEST(CheckpointJson, KeepsFacts)
{
    for (const Precision precision : {Precision::F32, Precision::Bf16}) {
        const RunFacts facts{QStringLiteral("cuda:0"), precision, 3, 16,
                             {QStringLiteral("bf16 chosen"), QStringLiteral("second")}};
        const RunFacts read = factsFromJson(stored(factsToJson(facts)));
        EXPECT_EQ(read.device, facts.device);
        EXPECT_EQ(read.precision, precision);
        EXPECT_EQ(read.threads, 3);
        EXPECT_EQ(read.batchSize, 16);
        EXPECT_EQ(read.notes, facts.notes);
    }
}

TEST(CheckpointJson, KeepsACheckpointUnderItsFileName)
{
    const CheckpointFile file{4, QStringLiteral("/old/epoch-0004.safetensors"), "ab", 0.5};
    const CheckpointFile read =
        checkpointFromJson(stored(checkpointToJson(file)), QStringLiteral("/new"));
    EXPECT_EQ(read.epoch, 4);
    EXPECT_EQ(read.path, QStringLiteral("/new/epoch-0004.safetensors"));
    EXPECT_EQ(read.sha256, file.sha256);
    EXPECT_EQ(read.validationLoss, 0.5);
}

} // namespace labelwright
