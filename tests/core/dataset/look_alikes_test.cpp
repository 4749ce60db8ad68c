#include "core/dataset/look_alikes.h"

#include "core/base/random.h"

#include <gtest/gtest.h>

#include <bit>
#include <map>
#include <set>

namespace labelwright {

namespace {

using Numbers = std::vector<std::uint32_t>;

std::vector<quint64> randomHashes(std::size_t count)
{
    Random random(4);
    std::vector<quint64> hashes(count);
    for (quint64& hash : hashes)
        hash = random.next();
    return hashes;
}

quint64 withFlippedBits(quint64 hash, std::initializer_list<int> bits)
{
    for (const int bit : bits)
        hash ^= quint64{1} << bit;
    return hash;
}

} // namespace

TEST(LookAlikes, EqualDigestsNearHashesAndGroupsLinkThroughEachOther)
{
    const std::vector<quint64> random = randomHashes(6);
    const std::vector<quint64> hashes{random[0],
                                      random[1],
                                      withFlippedBits(random[0], {0, 20, 40, 63}),
                                      withFlippedBits(random[1], {0, 20, 40, 50, 63}),
                                      random[4],
                                      random[5]};
    const std::vector<QByteArray> digests{"a", "b", "c", "d", "b", {}};
    const std::vector<QString> groups{{}, {}, u"k"_qs, {}, {}, u"k"_qs};
    EXPECT_EQ(linkSamples({}, hashes, {}, 4), (Numbers{0, 1, 0, 2, 3, 4}));
    EXPECT_EQ(linkSamples({}, hashes, {}, 5), (Numbers{0, 1, 0, 1, 2, 3}));
    EXPECT_EQ(linkSamples(digests, {}, {}, 4), (Numbers{0, 1, 2, 3, 1, 4}));
    EXPECT_EQ(linkSamples(digests, hashes, groups, 4), (Numbers{0, 1, 0, 2, 1, 0}));
}

TEST(LookAlikes, FindsTheSamePairsAsComparingAllWithAll)
{
    Random random(9);
    std::vector<quint64> hashes = randomHashes(400);
    for (int i = 0; i < 200; ++i) {
        quint64 hash = hashes[random.below(400)];
        for (std::uint64_t flips = random.below(7); flips > 0; --flips)
            hash ^= quint64{1} << random.below(64);
        hashes.push_back(hash);
    }
    for (const int distance : {0, 1, 4, 6}) {
        const Numbers numbers = linkSamples({}, hashes, {}, distance);
        std::vector<std::size_t> component(hashes.size());
        for (std::size_t i = 0; i < hashes.size(); ++i)
            component[i] = i;
        for (std::size_t i = 0; i < hashes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (std::popcount(hashes[i] ^ hashes[j]) <= distance) {
                    const std::size_t from = component[i];
                    const std::size_t to = component[j];
                    std::replace(component.begin(), component.end(), from, to);
                }
        for (std::size_t i = 0; i < hashes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_EQ(component[i] == component[j], numbers[i] == numbers[j]);
    }
}

TEST(LookAlikes, FlatImagesDoNotLink)
{
    const std::vector<quint64> hashes(10, quint64{0x3});
    EXPECT_EQ(linkSamples({}, hashes, {}, 4), (Numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

TEST(LookAlikes, AChainThroughTheWholeSetIsCutBack)
{
    std::vector<quint64> hashes;
    quint64 hash = randomHashes(1)[0];
    for (int i = 0; i < 200; ++i) {
        hash ^= quint64{1} << (i * 7 % 64);
        hashes.push_back(hash);
        hashes.push_back(hash);
    }
    const Numbers numbers = linkSamples({}, hashes, {}, 2);
    std::map<std::uint32_t, int> sizes;
    for (const std::uint32_t number : numbers)
        ++sizes[number];
    for (const auto& [number, size] : sizes)
        EXPECT_LE(size, 50);
    for (std::size_t i = 0; i < hashes.size(); i += 2)
        EXPECT_EQ(numbers[i], numbers[i + 1]);
}

} // namespace labelwright
