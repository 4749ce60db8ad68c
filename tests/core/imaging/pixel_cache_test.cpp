#include "core/imaging/pixel_cache.h"

#include "core/base/digest.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

namespace labelwright {

namespace {

Preprocessing smallInput()
{
    Preprocessing result;
    result.width = 24;
    result.height = 16;
    return result;
}

QByteArray keyOf(int number)
{
    return sha256(QByteArray::number(number));
}

Pixels imageOf(int number)
{
    Pixels pixels{24, 16, 3, std::vector<std::uint8_t>(24 * 16 * 3)};
    Random random(static_cast<std::uint64_t>(number));
    for (std::uint8_t& value : pixels.data)
        value = static_cast<std::uint8_t>(random.next());
    return pixels;
}

bool holds(const PixelCache& cache, int number)
{
    const auto view = cache.find(keyOf(number));
    return view && view->width == 24 && view->height == 16 && view->channels == 3
           && std::ranges::equal(view->data, imageOf(number).data);
}

class PixelCacheTest : public testing::Test
{
protected:
    PixelCache opened()
    {
        auto cache = PixelCache::open(m_folder.filePath(QString("cache")), smallInput());
        EXPECT_TRUE(cache);
        return std::move(*cache);
    }

    void fill(int count)
    {
        PixelCache cache = opened();
        for (int i = 0; i < count; ++i)
            EXPECT_TRUE(cache.insert(keyOf(i), imageOf(i)));
    }

    QString file(const char* suffix)
    {
        const QDir folder(m_folder.filePath(QString("cache")));
        return folder.filePath(folder.entryList({QString("*") + QString(suffix)}).value(0));
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(PixelCacheTest, GivesBackWhatWasInserted)
{
    PixelCache cache = opened();
    EXPECT_FALSE(cache.contains(keyOf(1)));
    EXPECT_FALSE(cache.find(keyOf(1)));
    ASSERT_TRUE(cache.insert(keyOf(1), imageOf(1)));
    EXPECT_TRUE(cache.contains(keyOf(1)));
    EXPECT_TRUE(holds(cache, 1));
    EXPECT_FALSE(cache.contains(keyOf(2)));
}

TEST_F(PixelCacheTest, RemembersAfterReopening)
{
    fill(20);
    const PixelCache cache = opened();
    EXPECT_EQ(cache.size(), 20u);
    for (int i = 0; i < 20; ++i)
        EXPECT_TRUE(holds(cache, i)) << i;
}

TEST_F(PixelCacheTest, KeepsEachPreprocessingApart)
{
    fill(3);
    Preprocessing other = smallInput();
    other.fit = Fit::Letterbox;
    const auto cache = PixelCache::open(m_folder.filePath(QString("cache")), other);
    ASSERT_TRUE(cache);
    EXPECT_EQ(cache->size(), 0u);
}

TEST_F(PixelCacheTest, InsertingTwiceKeepsOne)
{
    PixelCache cache = opened();
    ASSERT_TRUE(cache.insert(keyOf(1), imageOf(1)));
    ASSERT_TRUE(cache.insert(keyOf(1), imageOf(2)));
    EXPECT_EQ(cache.size(), 1u);
    EXPECT_TRUE(holds(cache, 1));
}

TEST_F(PixelCacheTest, RefusesOtherShapesAndKeys)
{
    PixelCache cache = opened();
    EXPECT_FALSE(cache.insert(keyOf(1), Pixels{16, 24, 3, std::vector<std::uint8_t>(1152)}));
    EXPECT_FALSE(cache.insert("abc", imageOf(1)));
    EXPECT_FALSE(cache.contains("abc"));
    EXPECT_EQ(cache.size(), 0u);
}

TEST_F(PixelCacheTest, ViewsStayValidWhileItGrows)
{
    PixelCache cache = opened();
    ASSERT_TRUE(cache.insert(keyOf(0), imageOf(0)));
    const auto first = cache.find(keyOf(0));
    ASSERT_TRUE(first);
    for (int i = 1; i < 500; ++i)
        ASSERT_TRUE(cache.insert(keyOf(i), imageOf(i)));
    PixelCache moved = std::move(cache);
    EXPECT_TRUE(std::ranges::equal(first->data, imageOf(0).data));
    EXPECT_TRUE(holds(moved, 499));
}

TEST_F(PixelCacheTest, DropsRecordsThatACrashLeftHalfWritten)
{
    const qint64 record = 24 * 16 * 3;
    fill(5);
    const qint64 indexSize = QFile(file(".index")).size();
    for (const qint64 lost : {1LL, 700LL, record + 1}) {
        ASSERT_TRUE(QFile::resize(file(".data"), 5 * record - lost));
        PixelCache cache = opened();
        const int whole = lost > record ? 3 : 4;
        EXPECT_EQ(cache.size(), static_cast<std::size_t>(whole));
        for (int i = 0; i < 5; ++i) {
            EXPECT_EQ(holds(cache, i), i < whole) << i;
            EXPECT_TRUE(cache.insert(keyOf(i), imageOf(i)));
            EXPECT_TRUE(holds(cache, i)) << i;
        }
        QFile::remove(file(".data"));
        QFile::remove(file(".index"));
        fill(5);
    }
    ASSERT_TRUE(QFile::resize(file(".index"), indexSize - 5));
    PixelCache cache = opened();
    EXPECT_EQ(cache.size(), 4u);
    EXPECT_TRUE(cache.insert(keyOf(4), imageOf(4)));
    EXPECT_TRUE(cache.insert(keyOf(5), imageOf(5)));
    for (int i = 0; i < 6; ++i)
        EXPECT_TRUE(holds(cache, i)) << i;
    EXPECT_EQ(opened().size(), 6u);
}

TEST_F(PixelCacheTest, DropsDamagedRecordsAndTakesThemAgain)
{
    fill(5);
    {
        QFile data(file(".data"));
        ASSERT_TRUE(data.open(QIODevice::ReadWrite) && data.seek(2 * 1152 + 100));
        data.write("xyz");
        QFile index(file(".index"));
        ASSERT_TRUE(index.open(QIODevice::ReadWrite) && index.seek(3 * 48 + 10));
        index.write("xyz");
    }
    {
        PixelCache cache = opened();
        EXPECT_FALSE(holds(cache, 2));
        EXPECT_FALSE(cache.contains(keyOf(2)));
        EXPECT_FALSE(cache.contains(keyOf(3)));
        EXPECT_TRUE(holds(cache, 4));
        EXPECT_TRUE(cache.insert(keyOf(2), imageOf(2)));
        EXPECT_TRUE(holds(cache, 2));
    }
    EXPECT_TRUE(holds(opened(), 2));
}

TEST_F(PixelCacheTest, TwoOpenCachesShareTheFiles)
{
    PixelCache first = opened();
    PixelCache second = opened();
    parallelFor(200, 4, [&](int, std::size_t index) {
        const int number = static_cast<int>(index);
        EXPECT_TRUE((index % 2 == 0 ? first : second).insert(keyOf(number), imageOf(number)));
    });
    const PixelCache third = opened();
    EXPECT_EQ(third.size(), 200u);
    for (int i = 0; i < 200; ++i)
        EXPECT_TRUE(holds(third, i)) << i;
}

TEST_F(PixelCacheTest, ManyThreadsReadAndWrite)
{
    PixelCache cache = opened();
    std::atomic<int> wrong = 0;
    parallelFor(2000, 4, [&](int, std::size_t index) {
        const int number = static_cast<int>(index % 300);
        if (!cache.insert(keyOf(number), imageOf(number)) || !holds(cache, number))
            ++wrong;
    });
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(cache.size(), 300u);
}

TEST_F(PixelCacheTest, RefusesAFolderThatCannotBeMade)
{
    const auto cache = PixelCache::open(QString("/proc/nowhere/cache"), smallInput());
    ASSERT_FALSE(cache);
    EXPECT_TRUE(cache.error().summary.contains(QString("/proc/nowhere")));
}

} // namespace labelwright
