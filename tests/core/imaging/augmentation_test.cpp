#include "core/imaging/augmentation.h"

#include "tests/core/imaging/image_files.h"

#include <QJsonValue>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace labelwright {

using namespace tests;

namespace {

Pixels augmented(const Pixels& image, const Augmentation& augmentation, std::uint64_t seed)
{
    Pixels result = image;
    Random random(seed);
    augment(image, augmentation, random, result.data);
    return result;
}

Augmentation everything()
{
    return {.flipHorizontal = true, .flipVertical = true, .cropMinScale = 0.5, .cropMaxAspect = 1.3,
            .rotationDegrees = 15, .brightness = 0.2, .contrast = 0.2, .saturation = 0.2};
}

} // namespace

TEST(Augmentation, DefaultChangesNothing)
{
    const Pixels image = toRgb(testPicture(40, 30));
    EXPECT_TRUE(isIdentity(Augmentation{}));
    EXPECT_EQ(augmented(image, Augmentation{}, 1), image);
}

TEST(Augmentation, SameGeneratorGivesTheSameBytes)
{
    const Pixels image = toRgb(testPicture(64, 48));
    EXPECT_FALSE(isIdentity(everything()));
    EXPECT_EQ(augmented(image, everything(), 5), augmented(image, everything(), 5));
    EXPECT_NE(augmented(image, everything(), 5), augmented(image, everything(), 6));
}

TEST(Augmentation, FlipsInHalfOfTheDraws)
{
    const QImage picture = testPicture(40, 30);
    const Pixels image = toRgb(picture);
    const Pixels mirrored = toRgb(picture.mirrored(true, false));
    int flips = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Pixels result = augmented(image, {.flipHorizontal = true}, seed);
        ASSERT_TRUE(result == image || result == mirrored);
        flips += result == mirrored ? 1 : 0;
    }
    EXPECT_NEAR(flips, 200, 50);
}

TEST(Augmentation, CropKeepsToTheImage)
{
    // Values rise to the right: any crop has its least value left and its greatest right.
    const Pixels image = toRgb(testPicture(80, 80));
    bool anyDiffers = false;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const Pixels result = augmented(image, {.cropMinScale = 0.3, .cropMaxAspect = 1.5}, seed);
        EXPECT_LT(result.data.at(0), result.data.at(79 * 3));
        EXPECT_LE(result.data.at(79 * 3), image.data.at(79 * 3));
        anyDiffers = anyDiffers || result != image;
    }
    EXPECT_TRUE(anyDiffers);
}

TEST(Augmentation, RotationTurnsAboutTheMiddle)
{
    Pixels image{41, 41, 1, std::vector<std::uint8_t>(41 * 41, 0)};
    image.data.at(20 * 41 + 20) = 255;
    image.data.at(20 * 41 + 30) = 255;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Pixels result = augmented(image, {.rotationDegrees = 180}, seed);
        EXPECT_GE(result.data.at(20 * 41 + 20), 200);
    }
}

TEST(Augmentation, BrightnessScalesAndContrastKeepsTheMean)
{
    const Pixels grey{32, 32, 3, std::vector<std::uint8_t>(32 * 32 * 3, 100)};
    std::uint8_t least = 255;
    std::uint8_t most = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const std::uint8_t value = augmented(grey, {.brightness = 0.3}, seed).data.at(0);
        least = std::min(least, value);
        most = std::max(most, value);
        EXPECT_NEAR(augmented(grey, {.contrast = 0.5}, seed).data.at(0), 100, 1);
        EXPECT_NEAR(augmented(grey, {.saturation = 0.5}, seed).data.at(0), 100, 1);
    }
    EXPECT_NEAR(least, 72, 3);
    EXPECT_NEAR(most, 128, 3);
}

TEST(Augmentation, SaturationKeepsTheGreyValue)
{
    const Pixels red{1, 1, 3, {200, 100, 60}};
    const double before = 0.299 * 200 + 0.587 * 100 + 0.114 * 60;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Pixels result = augmented(red, {.saturation = 0.4}, seed);
        EXPECT_NEAR(0.299 * result.data.at(0) + 0.587 * result.data.at(1)
                        + 0.114 * result.data.at(2),
                    before, 1.5);
    }
}

TEST(Augmentation, WorksOnGreyImages)
{
    const Pixels image{716, 150, 1, std::vector<std::uint8_t>(716 * 150, 90)};
    const Pixels result = augmented(image, everything(), 3);
    EXPECT_EQ(*std::min_element(result.data.begin(), result.data.end()),
              *std::max_element(result.data.begin(), result.data.end()));
}

TEST(Augmentation, SurvivesJson)
{
    const auto restored = augmentationFromJson(toJson(everything()));
    ASSERT_TRUE(restored);
    EXPECT_EQ(*restored, everything());
    const auto defaults = augmentationFromJson({});
    ASSERT_TRUE(defaults);
    EXPECT_TRUE(isIdentity(*defaults));
}

TEST(Augmentation, RefusesBadJsonByName)
{
    const std::array<std::pair<const char*, QJsonValue>, 6> members{{
        {"flipHorizontal", 1}, {"cropMinScale", 0}, {"cropMaxAspect", 2.5},
        {"rotationDegrees", -1}, {"brightness", QString("much")}, {"blur", 0.5},
    }};
    for (const auto& [name, value] : members) {
        const auto restored = augmentationFromJson({{QString(name), value}});
        ASSERT_FALSE(restored) << name;
        EXPECT_TRUE(restored.error().summary.contains(QString(name))) << name;
    }
}

} // namespace labelwright
