#include "core/nn/embedding_cache.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <vector>

namespace labelwright {

namespace {

std::vector<float> vectorOf(int image)
{
    return {static_cast<float>(image), 0.5F, -1.0F};
}

/// A cache with ten images in a fresh folder.
class CacheTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto cache = EmbeddingCache::open(m_folder.path(), "kind", 3);
        for (int i = 0; i < 10; ++i)
            ASSERT_TRUE(cache->add(QByteArray::number(i), vectorOf(i)).has_value());
        ASSERT_TRUE(cache->flush().has_value());
    }
    int heldImages() const
    {
        const auto cache = EmbeddingCache::open(m_folder.path(), "kind", 3);
        int held = 0;
        for (int i = 0; i < 10; ++i) {
            std::vector<float> vector(3);
            if (cache->read(QByteArray::number(i), vector)) {
                EXPECT_EQ(vector, vectorOf(i));
                ++held;
            }
        }
        return held;
    }
    QString file() const
    {
        const QDir folder(m_folder.path());
        return folder.filePath(folder.entryList(QDir::Files).first());
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(CacheTest, HoldsWhatWasAddedBeforeAndAfterReopening)
{
    EXPECT_EQ(heldImages(), 10);
    auto cache = EmbeddingCache::open(m_folder.path(), "kind", 3);
    EXPECT_EQ(cache->size(), 10U);
    ASSERT_TRUE(cache->add("new", std::vector<float>{7, 8, 9}).has_value());
    std::vector<float> vector(3);
    EXPECT_TRUE(cache->read("new", vector));
    EXPECT_EQ(vector, (std::vector<float>{7, 8, 9}));
    EXPECT_FALSE(cache->read("other", vector));
}

TEST_F(CacheTest, KindsAndLengthsDoNotMix)
{
    EXPECT_EQ(EmbeddingCache::open(m_folder.path(), "another", 3)->size(), 0U);
    EXPECT_EQ(EmbeddingCache::open(m_folder.path(), "kind", 4)->size(), 0U);
}

TEST_F(CacheTest, DropsATornTailAndWritesOn)
{
    QFile stored(file());
    ASSERT_TRUE(stored.resize(stored.size() - 5));
    EXPECT_EQ(heldImages(), 9);
    auto cache = EmbeddingCache::open(m_folder.path(), "kind", 3);
    ASSERT_TRUE(cache->add("9", vectorOf(9)).has_value());
    ASSERT_TRUE(cache->flush().has_value());
    EXPECT_EQ(heldImages(), 10);
}

TEST_F(CacheTest, DropsADamagedRecordOnly)
{
    QFile stored(file());
    ASSERT_TRUE(stored.open(QIODevice::ReadWrite));
    stored.seek(8 + 3 * 36 + 20);
    stored.write("x");
    stored.close();
    EXPECT_EQ(heldImages(), 9);
}

TEST_F(CacheTest, AFileThatIsNoCacheIsReplaced)
{
    QFile stored(file());
    ASSERT_TRUE(stored.open(QIODevice::WriteOnly));
    stored.write("something else");
    stored.close();
    EXPECT_EQ(heldImages(), 0);
}

} // namespace labelwright
