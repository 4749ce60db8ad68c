#include "core/base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace labelwright {

TEST(Random, SameSeedAndStreamGiveTheSameNumbers)
{
    Random a(7, 3);
    Random b(7, 3);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(a.next(), b.next());
}

TEST(Random, StreamsOfOneSeedDiffer)
{
    Random a(7, 0);
    Random b(7, 1);
    EXPECT_NE(a.next(), b.next());
}

TEST(Random, BelowCoversItsRangeEvenly)
{
    Random random(1);
    std::array<int, 5> counts{};
    for (int i = 0; i < 50'000; ++i)
        ++counts.at(random.below(5));
    for (int count : counts)
        EXPECT_NEAR(count, 10'000, 400);
}

TEST(Random, NormalHasMeanZeroAndVarianceOne)
{
    Random random(2);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double value = random.normal();
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / 100'000, 0, 0.02);
    EXPECT_NEAR(squares / 100'000, 1, 0.03);
}

TEST(Random, ShuffleKeepsAllValues)
{
    std::array<int, 50> values{};
    std::iota(values.begin(), values.end(), 0);
    Random random(3);
    random.shuffle(std::span<int>(values));
    EXPECT_FALSE(std::is_sorted(values.begin(), values.end()));
    std::sort(values.begin(), values.end());
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(values.at(static_cast<std::size_t>(i)), i);
}

} // namespace labelwright
