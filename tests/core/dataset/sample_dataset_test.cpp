#include "core/dataset/sample_dataset.h"

#include "core/base/atomic_file.h"
#include "core/dataset/import_plan.h"
#include "core/dataset/sample_check.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <map>

namespace labelwright {

TEST(SampleDataset, LandscapesImportCleanlyWithSeveralLabels)
{
    const QTemporaryDir folder;
    const QString zip = folder.filePath(u"s.zip"_qs);
    const auto written = writeSampleDataset(zip, {.count = 40});
    ASSERT_TRUE(written.has_value()) << written.error().summary.toStdString();
    const auto plan = planImport(zip);
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_EQ(plan->samples.size(), 40U);
    EXPECT_TRUE(plan->issues.empty());
    EXPECT_TRUE(plan->subsetColumn.isEmpty());
    EXPECT_GE(plan->labels.size(), 6);
    const auto source = openSource(zip);
    for (const PlannedSample& sample : plan->samples) {
        const SampleCheck check = checkSample((*source)->read(sample.entry).value());
        EXPECT_TRUE(check.problem.isEmpty()) << check.problem.toStdString();
        EXPECT_EQ(check.width, 160);
        EXPECT_EQ(check.height, 160);
    }
}

TEST(SampleDataset, SpectrogramsAreGroupedBySong)
{
    const QTemporaryDir folder;
    const QString zip = folder.filePath(u"s.zip"_qs);
    ASSERT_TRUE(writeSampleDataset(zip, {.kind = SampleKind::Spectrograms, .count = 10}));
    const auto plan = planImport(zip);
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_EQ(plan->groupColumn, u"song"_qs);
    std::map<QString, int> songs;
    for (const PlannedSample& sample : plan->samples)
        ++songs[sample.group];
    EXPECT_EQ(songs.size(), 3U);
    const auto source = openSource(zip);
    const SampleCheck check = checkSample((*source)->read(plan->samples[0].entry).value());
    EXPECT_EQ(check.width, 716);
    EXPECT_EQ(check.height, 150);
}

TEST(SampleDataset, SeedDecidesTheBytes)
{
    const QTemporaryDir folder;
    const auto bytesOf = [&](std::uint64_t seed) {
        const QString zip = folder.filePath(u"s.zip"_qs);
        EXPECT_TRUE(writeSampleDataset(zip, {.count = 20, .seed = seed}));
        return readFile(zip).value();
    };
    const QByteArray first = bytesOf(1);
    EXPECT_EQ(first, bytesOf(1));
    EXPECT_NE(first, bytesOf(2));
}

TEST(SampleDataset, CountsOutOfRangeAndStopsAreRefused)
{
    const QTemporaryDir folder;
    const QString zip = folder.filePath(u"s.zip"_qs);
    EXPECT_FALSE(writeSampleDataset(zip, {.count = 0}).has_value());
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = writeSampleDataset(zip, {.count = 10}, {}, stop.get_token());
    ASSERT_FALSE(stopped.has_value());
    EXPECT_TRUE(isCancelled(stopped.error()));
    EXPECT_FALSE(QFile::exists(zip));
}

} // namespace labelwright
