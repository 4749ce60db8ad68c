// When the frozen stages' outputs are kept in memory.

#include "core/nn/trunk_input.h"

#include "core/nn/guarded.h"
#include "tests/core/nn/toy_data.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

/// Many images that are all the same one.
class RepeatedImage : public PixelSource
{
public:
    RepeatedImage(std::size_t size, int side)
        : m_size(size)
        , m_image{side, side, 3, std::vector<std::uint8_t>(static_cast<std::size_t>(3 * side * side))}
    {}
    [[nodiscard]] std::size_t size() const override { return m_size; }
    [[nodiscard]] PixelsView pixels(std::size_t) const override { return m_image; }

private:
    std::size_t m_size;
    Pixels m_image;
};

/// A run above frozen stages that is ready to begin.
struct FrozenRun
{
    FrozenRun(const QString& backboneName, int frozenStages, int side, std::uint32_t training,
              std::uint32_t validation)
    {
        InputBlock input;
        input.preprocessing.width = side;
        input.preprocessing.height = side;
        input.augmentation = {};
        input.augmentation.flipHorizontal = true;
        BackboneBlock backbone;
        backbone.name = backboneName;
        backbone.pretrained = false;
        backbone.frozen = false;
        backbone.frozenStages = frozenStages;
        spec.blocks = {input,        backbone,          PoolingBlock{}, DropoutBlock{0.2},
                       DenseBlock{}, ActivationBlock{}, TargetBlock{}};
        data.images = std::make_shared<RepeatedImage>(training + validation, side);
        data.labels = {QStringLiteral("one")};
        data.truth.assign(training + validation, Annotation::Present);
        for (std::uint32_t image = 0; image < training + validation; ++image)
            (image < training ? data.training : data.validation).push_back(image);
    }

    Result<void> prepare() { return prepareSession(session); }
    bool fits(double memory) { return TrunkInput::isPossible(session, memory).value(); }

    ModelSpec spec;
    RunSettings settings = toySettings();
    TrainingData data;
    RunPlaces places;
    RunCallbacks callbacks;
    RunControl control;
    std::stop_source stop;
    TrainingJob job{spec, settings, data, places, callbacks, control, stop.get_token()};
    TrainingSession session{job};
};

} // namespace

TEST(TrunkMemory, CountsTheValuesThatAreKept)
{
    const struct
    {
        Precision precision;
        bool mirrored;
        double trainingBytes;
    } table[] = {{Precision::F32, true, 8},
                 {Precision::F32, false, 4},
                 {Precision::Bf16, true, 4},
                 {Precision::Auto, true, 8}};
    for (const auto& row : table) {
        FrozenRun run(QStringLiteral("squeezenet1_1"), 4, 64, 30, 10);
        run.settings.precision = row.precision;
        find<InputBlock>(run.spec)->augmentation.flipHorizontal = row.mirrored;
        ASSERT_TRUE(run.prepare());
        const auto maps = run.session.network->trunk(at::zeros({1, 64, 64, 3}, torch::kUInt8));
        const double bytes =
            static_cast<double>(maps.numel()) * (30 * row.trainingBytes + 10 * 4);
        EXPECT_TRUE(run.fits(4 * bytes));
        EXPECT_FALSE(run.fits(4 * bytes - 1));
    }
}

TEST(TrunkMemory, EarlyStagesOfLargeImagesAreTooMuchAndLateOnesAreNot)
{
    constexpr double memory = 24e9;
    FrozenRun late(QStringLiteral("mobilenet_v2"), 14, 320, 2098, 524);
    ASSERT_TRUE(late.prepare());
    EXPECT_TRUE(late.fits(memory));
    FrozenRun early(QStringLiteral("mobilenet_v2"), 2, 320, 2098, 524);
    ASSERT_TRUE(early.prepare());
    EXPECT_FALSE(early.fits(memory));
}

TEST(TrunkMemory, WhatCannotBeAllocatedIsAnError)
{
    FrozenRun run(QStringLiteral("mobilenet_v2"), 1, 512, 2, 0);
    // More than a process can address.
    run.data.training.assign(10'000'000, 0);
    run.stop.request_stop();
    ASSERT_TRUE(run.prepare());
    const auto input = TrunkInput::create(run.session);
    ASSERT_FALSE(input.has_value());
    EXPECT_TRUE(isOutOfMemory(input.error())) << input.error().detail.toStdString();
}

} // namespace labelwright
