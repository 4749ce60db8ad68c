#include "core/nn/trainer.h"

#include "tests/core/nn/toy_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

Result<RunOutcome> trainFrom(const QString& weights, const QString& folder, const ModelSpec& spec,
                             const RunSettings& settings)
{
    RunControl control;
    return train(spec, settings, toyData(160), {{}, folder, {}, weights}, {}, control, {});
}

} // namespace

TEST(StartWeights, ANewRunGoesOnWhereAnotherOneStood)
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    RunSettings settings = toySettings();
    const auto original = trainFrom({}, first.path(), toySpec(), settings);
    ASSERT_TRUE(original) << original.error().summary.toStdString();
    settings.epochs = 1;
    settings.learningRate = 1e-9; // So that the first epoch shows what it started from.
    settings.schedule = ScheduleKind::Constant;
    const auto copy = trainFrom(original->best->path, second.path(), toySpec(), settings);
    ASSERT_TRUE(copy) << copy.error().summary.toStdString();
    EXPECT_NEAR(*copy->best->validationLoss, *original->best->validationLoss, 0.05);
    const QTemporaryDir third;
    const auto fresh = trainFrom({}, third.path(), toySpec(), settings);
    EXPECT_GT(*fresh->best->validationLoss, *original->best->validationLoss + 0.1);
}

TEST(StartWeights, OfAnotherNetworkAreRefusedInWords)
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    RunSettings settings = toySettings();
    settings.epochs = 1;
    const auto original = trainFrom({}, first.path(), toySpec(), settings);
    ModelSpec other = toySpec();
    other.blocks.insert(other.blocks.begin() + 1, ConvBlock{.filters = 4});
    const auto refused = trainFrom(original->best->path, second.path(), other, settings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().summary.toStdString(), HasSubstr("not the one whose weights"));
}

} // namespace labelwright::tests
