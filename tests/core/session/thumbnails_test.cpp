#include "core/session/thumbnails.h"

#include "core/session/import_job.h"
#include "tests/core/session/small_dataset.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <functional>

namespace labelwright::tests {

namespace {

class ThumbnailsTest : public SmallDatasetTest
{
protected:
    DatasetId imported(const QString& folder, Keeping keeping = Keeping::Copy)
    {
        ImportRequest request = this->request(folder);
        request.keeping = keeping;
        return valueOf(importDataset(project, request)).dataset;
    }

    std::vector<SampleId> ids(DatasetId dataset)
    {
        std::vector<SampleId> found;
        for (const Sample& sample : valueOf(samples(project, dataset)))
            found.push_back(sample.id);
        return found;
    }

    static bool waitFor(const std::function<bool()>& holds)
    {
        QElapsedTimer timer;
        timer.start();
        while (!holds() && timer.elapsed() < 20'000) {
            QEventLoop loop;
            QTimer::singleShot(10, &loop, &QEventLoop::quit);
            loop.exec();
        }
        return holds();
    }

    int cachedFiles() const
    {
        int count = 0;
        QDirIterator files(project.cacheFolder() + "/thumbnails", {"*.jpg"}, QDir::Files,
                           QDirIterator::Subdirectories);
        for (; files.hasNext(); ++count)
            files.next();
        return count;
    }
};

} // namespace

TEST_F(ThumbnailsTest, WishesAreDroppedWhenTheProjectCloses)
{
    const DatasetId dataset = imported(source("made", index(200), 200));
    const std::vector<SampleId> all = ids(dataset);
    {
        Thumbnails thumbnails(project);
        thumbnails.setWanted(dataset, all);
    }
    EXPECT_LT(cachedFiles(), 150);
}

TEST_F(ThumbnailsTest, TheyComeOnWishAndStayOnDisk)
{
    const DatasetId dataset = imported(source("made", index(12), 12));
    const std::vector<SampleId> all = ids(dataset);
    {
        Thumbnails thumbnails(project);
        EXPECT_TRUE(thumbnails.find(all[0]).isNull());
        std::vector<SampleId> told;
        QObject::connect(&thumbnails, &Thumbnails::ready, [&](const std::vector<SampleId>& ready) {
            told.insert(told.end(), ready.begin(), ready.end());
        });
        thumbnails.setWanted(dataset, all);
        ASSERT_TRUE(waitFor([&] { return told.size() == all.size(); }));
        for (const SampleId sample : all) {
            EXPECT_EQ(thumbnails.find(sample).size(), QSize(32, 32));
            EXPECT_FALSE(thumbnails.isBroken(sample));
        }
    }
    EXPECT_EQ(cachedFiles(), 12);
    // Without the originals, those on disk still serve.
    QDir(project.originalsFolder()).removeRecursively();
    Thumbnails again(project);
    again.setWanted(dataset, all);
    EXPECT_TRUE(waitFor([&] { return !again.find(all[11]).isNull(); }));
}

TEST_F(ThumbnailsTest, OnlyTheNewestWishesAreMade)
{
    const DatasetId dataset = imported(source("made", index(40), 40));
    const std::vector<SampleId> all = ids(dataset);
    Thumbnails thumbnails(project);
    thumbnails.setWanted(dataset, all);
    thumbnails.setWanted(dataset, std::vector<SampleId>{all[39]});
    ASSERT_TRUE(waitFor([&] { return !thumbnails.find(all[39]).isNull(); }));
    EXPECT_LT(cachedFiles(), 20);
}

TEST_F(ThumbnailsTest, WhatCannotBeReadIsBrokenUntilItsPlaceIsKnownAnew)
{
    const QString folder = source("made", index(3), 3);
    const DatasetId dataset = imported(folder, Keeping::Reference);
    const std::vector<SampleId> all = ids(dataset);
    ASSERT_TRUE(QFile::rename(folder + "/1.png", folder + "/away.png"));
    Thumbnails thumbnails(project);
    thumbnails.setWanted(dataset, all);
    ASSERT_TRUE(waitFor([&] { return thumbnails.isBroken(all[1]); }));
    EXPECT_TRUE(thumbnails.find(all[1]).isNull());
    ASSERT_TRUE(QFile::rename(folder + "/away.png", folder + "/1.png"));
    thumbnails.forgetLocations();
    EXPECT_FALSE(thumbnails.isBroken(all[1]));
    thumbnails.setWanted(dataset, all);
    EXPECT_TRUE(waitFor([&] { return !thumbnails.find(all[1]).isNull(); }));
}

} // namespace labelwright::tests
