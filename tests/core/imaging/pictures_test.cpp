#include "core/imaging/perceptual_hash.h"
#include "core/imaging/thumbnail.h"

#include "core/imaging/landscape_scene.h"
#include "tests/core/imaging/image_files.h"

#include <QColor>

#include <gtest/gtest.h>

#include <vector>

namespace labelwright {

using namespace tests;

namespace {

QImage landscape(std::uint64_t number)
{
    Random random(11, number);
    const Pixels pixels = drawLandscape(random).image;
    return QImage(pixels.data.data(), pixels.width, pixels.height, pixels.width * 3,
                  QImage::Format_RGB888)
        .copy();
}

quint64 hashOf(const QByteArray& bytes)
{
    const auto hash = perceptualHash(bytes);
    EXPECT_TRUE(hash);
    return hash.value_or(0);
}

} // namespace

TEST(PerceptualHash, KeepsCopiesTogether)
{
    for (std::uint64_t number = 0; number < 20; ++number) {
        const QImage image = landscape(number).scaled(640, 640, Qt::IgnoreAspectRatio,
                                                      Qt::SmoothTransformation);
        const quint64 original = hashOf(encodedByQt(image, "png"));
        const auto distance = [&](const QByteArray& copy) {
            return hammingDistance(original, hashOf(copy));
        };
        const QImage smaller = image.scaled(300, 300, Qt::IgnoreAspectRatio,
                                            Qt::SmoothTransformation);
        EXPECT_LE(distance(encodedByQt(image, "jpg", 90)), nearIdenticalDistance) << number;
        EXPECT_LE(distance(encodedByQt(image, "jpg", 50)), nearIdenticalDistance) << number;
        EXPECT_LE(distance(encodedByQt(smaller, "jpg", 85)), nearIdenticalDistance) << number;
        EXPECT_LE(distance(encodedByQt(image, "webp", 80)), nearIdenticalDistance) << number;
    }
}

TEST(PerceptualHash, TellsLandscapesApart)
{
    std::vector<quint64> hashes;
    for (std::uint64_t number = 0; number < 300; ++number)
        hashes.push_back(hashOf(encodedByQt(landscape(number), "jpg", 90)));
    int collisions = 0;
    for (std::size_t i = 0; i < hashes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            collisions += hammingDistance(hashes[i], hashes[j]) <= nearIdenticalDistance ? 1 : 0;
    EXPECT_EQ(collisions, 0);
}

TEST(PerceptualHash, FollowsTheOrientation)
{
    const QImage image = landscape(3);
    const quint64 upright = hashOf(encodedByQt(image, "jpg", 95));
    const quint64 mirrored = hashOf(jpegWithOrientation(image.mirrored(true, false), 2));
    EXPECT_LE(hammingDistance(upright, mirrored), nearIdenticalDistance);
}

TEST(PerceptualHash, CountsDifferingBits)
{
    EXPECT_EQ(hammingDistance(0, 0), 0);
    EXPECT_EQ(hammingDistance(0b1011, 0b0010), 2);
    EXPECT_EQ(hammingDistance(0, ~quint64{0}), 64);
}

TEST(PerceptualHash, RefusesWhatIsNoImage)
{
    EXPECT_FALSE(perceptualHash("no image"));
}

TEST(Thumbnail, KeepsProportionAndColors)
{
    struct Case
    {
        int width;
        int height;
        QSize expected;
    };
    for (const Case& row : {Case{800, 400, {128, 64}}, Case{300, 900, {43, 128}},
                            Case{60, 40, {60, 40}}, Case{4000, 200, {128, 6}}})
        for (const char* format : {"jpg", "png"}) {
            const QImage picture = testPicture(row.width, row.height);
            const auto thumbnail = makeThumbnail(encodedByQt(picture, format, 95), 128);
            ASSERT_TRUE(thumbnail);
            EXPECT_EQ(thumbnail->size(), row.expected) << format;
            const int x = thumbnail->width() / 2;
            const int y = thumbnail->height() / 2;
            const QColor expected =
                picture.pixelColor((2 * x + 1) * row.width / (2 * thumbnail->width()),
                                   (2 * y + 1) * row.height / (2 * thumbnail->height()));
            const QColor actual = thumbnail->pixelColor(x, y);
            EXPECT_NEAR(actual.red(), expected.red(), 6);
            EXPECT_NEAR(actual.green(), expected.green(), 8);
        }
}

TEST(Thumbnail, FollowsTheOrientation)
{
    const auto thumbnail = makeThumbnail(jpegWithOrientation(testPicture(600, 300), 6), 100);
    ASSERT_TRUE(thumbnail);
    EXPECT_EQ(thumbnail->size(), QSize(50, 100));
}

TEST(Thumbnail, RefusesWhatIsNoImage)
{
    EXPECT_FALSE(makeThumbnail("no image", 100));
}

} // namespace labelwright
