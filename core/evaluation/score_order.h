#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace labelwright {

/// A number that rises exactly as the score does, so that scores can be sorted as integers, with
/// something else in the lower bits. −0 equals 0; what is no number is below all others.
inline std::uint32_t orderedKey(float score)
{
    if (std::isnan(score))
        return 0;
    const auto bits = std::bit_cast<std::uint32_t>(score + 0.0F);
    return (bits & 0x8000'0000U) != 0 ? ~bits : bits | 0x8000'0000U;
}

/// The score of a key.
inline float scoreOfKey(std::uint32_t key)
{
    if (key == 0)
        return -HUGE_VALF;
    return std::bit_cast<float>((key & 0x8000'0000U) != 0 ? key & 0x7fff'ffffU : ~key);
}

/// Sorts by the upper 32 bits, highest first; entries that agree there stand in any order.
void sortByKey(std::vector<std::uint64_t>& entries);

} // namespace labelwright
