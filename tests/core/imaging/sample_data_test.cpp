#include "core/imaging/landscape_scene.h"
#include "core/imaging/song_spectrogram.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace labelwright {

namespace {

SampleImage landscape(std::uint64_t number, int side = 160)
{
    Random random(5, number);
    return drawLandscape(random, side);
}

double meanOf(const Pixels& pixels)
{
    return std::accumulate(pixels.data.begin(), pixels.data.end(), 0.0)
           / static_cast<double>(pixels.data.size());
}

} // namespace

TEST(LandscapeScene, HasTheAskedShapeAndOneEntryPerLabel)
{
    for (const int side : {64, 160, 224}) {
        const SampleImage sample = landscape(1, side);
        EXPECT_EQ(sample.image.width, side);
        EXPECT_EQ(sample.image.height, side);
        EXPECT_EQ(sample.image.channels, 3);
        EXPECT_EQ(sample.image.data.size(), static_cast<std::size_t>(side * side * 3));
        EXPECT_EQ(sample.labels.size(), static_cast<std::size_t>(landscapeLabels().size()));
    }
}

TEST(LandscapeScene, SameGeneratorDrawsTheSamePicture)
{
    for (std::uint64_t number = 0; number < 10; ++number) {
        EXPECT_EQ(landscape(number).image, landscape(number).image);
        EXPECT_EQ(landscape(number).labels, landscape(number).labels);
        EXPECT_NE(landscape(number).image, landscape(number + 1).image);
    }
}

TEST(LandscapeScene, LabelsAreUnbalancedAndSeveralHold)
{
    std::vector<int> counts(static_cast<std::size_t>(landscapeLabels().size()), 0);
    int several = 0;
    constexpr int scenes = 400;
    for (int number = 0; number < scenes; ++number) {
        const SampleImage sample = landscape(static_cast<std::uint64_t>(number), 32);
        int present = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            counts.at(i) += sample.labels.at(i) ? 1 : 0;
            present += sample.labels.at(i) ? 1 : 0;
        }
        several += present >= 2 ? 1 : 0;
    }
    for (const int count : counts) {
        EXPECT_GT(count, 0.12 * scenes);
        EXPECT_LT(count, 0.68 * scenes);
    }
    EXPECT_GT(several, 0.75 * scenes);
}

TEST(LandscapeScene, BrightnessTellsNoLabel)
{
    constexpr int scenes = 400;
    std::vector<double> means;
    std::vector<std::vector<bool>> labels;
    for (int number = 0; number < scenes; ++number) {
        SampleImage sample = landscape(static_cast<std::uint64_t>(number), 64);
        means.push_back(meanOf(sample.image));
        labels.push_back(std::move(sample.labels));
    }
    for (qsizetype label = 0; label < landscapeLabels().size(); ++label) {
        double with = 0;
        double without = 0;
        int count = 0;
        for (std::size_t i = 0; i < means.size(); ++i) {
            const bool holds = labels.at(i).at(static_cast<std::size_t>(label));
            (holds ? with : without) += means.at(i);
            count += holds ? 1 : 0;
        }
        EXPECT_NEAR(with / count, without / (scenes - count), 22)
            << landscapeLabels().at(label).toStdString();
    }
}

TEST(SongSpectrogram, PartsShareGroupAndMood)
{
    for (std::uint64_t number = 0; number < 10; ++number) {
        Random random(2, number);
        const auto parts = drawSong(random, QString("song-7"), 3);
        ASSERT_EQ(parts.size(), 3u);
        for (const SampleImage& part : parts) {
            EXPECT_EQ(part.group, QString("song-7"));
            EXPECT_EQ(part.image.width, 716);
            EXPECT_EQ(part.image.height, 150);
            EXPECT_EQ(part.image.channels, 1);
            EXPECT_EQ(part.image.data.size(), 716u * 150);
            ASSERT_EQ(part.labels.size(), static_cast<std::size_t>(songLabels().size()));
            EXPECT_FALSE(part.labels.at(0) && part.labels.at(1)); // Calm and energetic.
            for (std::size_t mood = 0; mood < 4; ++mood)
                EXPECT_EQ(part.labels.at(mood), parts.front().labels.at(mood));
        }
        EXPECT_NE(parts.at(0).image, parts.at(1).image);
    }
}

TEST(SongSpectrogram, SameGeneratorDrawsTheSameSong)
{
    Random first(4);
    Random second(4);
    const auto a = drawSong(first, QString("a"), 2);
    const auto b = drawSong(second, QString("a"), 2);
    EXPECT_EQ(a.at(1).image, b.at(1).image);
    EXPECT_EQ(a.at(1).labels, b.at(1).labels);
}

TEST(SongSpectrogram, LowFrequenciesAreAtTheTop)
{
    // Bass without drums: the upper rows are louder with it than without.
    double with = 0;
    double without = 0;
    int withCount = 0;
    int withoutCount = 0;
    const auto bass = songLabels().indexOf(QString("bass"));
    const auto drums = songLabels().indexOf(QString("drums"));
    for (std::uint64_t number = 0; number < 60; ++number) {
        Random random(6, number);
        const SampleImage part = drawSong(random, QString("s"), 1).front();
        if (part.labels.at(static_cast<std::size_t>(drums)))
            continue;
        double upper = 0;
        for (std::size_t i = 0; i < 12u * 716; ++i)
            upper += part.image.data.at(i);
        const bool hasBass = part.labels.at(static_cast<std::size_t>(bass));
        (hasBass ? with : without) += upper / (12 * 716);
        (hasBass ? withCount : withoutCount) += 1;
    }
    ASSERT_GT(withCount, 5);
    ASSERT_GT(withoutCount, 5);
    EXPECT_GT(with / withCount, without / withoutCount + 20);
}

} // namespace labelwright
