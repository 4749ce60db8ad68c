#include "core/evaluation/score_order.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <utility>

namespace labelwright {

namespace {

constexpr int digitBits = 11;
constexpr std::size_t digitValues = std::size_t{1} << digitBits;

/// One pass of a radix sort: stable, by the digit at `shift`, highest first.
void sortByDigit(const std::vector<std::uint64_t>& from, std::vector<std::uint64_t>& to, int shift)
{
    const auto digit = [shift](std::uint64_t entry) {
        return digitValues - 1 - ((entry >> shift) & (digitValues - 1));
    };
    std::array<std::size_t, digitValues> starts{};
    for (std::uint64_t entry : from)
        ++starts[digit(entry)];
    std::size_t next = 0;
    for (std::size_t& start : starts)
        next += std::exchange(start, next);
    for (std::uint64_t entry : from)
        to[starts[digit(entry)]++] = entry;
}

} // namespace

void sortByKey(std::vector<std::uint64_t>& entries)
{
    // Below this a comparison sort is quicker than three passes over all digit values.
    constexpr std::size_t worthCounting = 2000;
    if (entries.size() < worthCounting) {
        std::sort(entries.begin(), entries.end(), std::greater<>());
        return;
    }
    std::vector<std::uint64_t> other(entries.size());
    for (int pass = 0; pass < 3; ++pass) {
        sortByDigit(entries, other, 32 + pass * digitBits);
        entries.swap(other);
    }
}

} // namespace labelwright
