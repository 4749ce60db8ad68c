#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace labelwright {

/// Small random number generator whose numbers are the same on every platform and compiler, unlike
/// the distributions of <random>. xoshiro256** seeded by SplitMix64 (Blackman and Vigna 2021).
class Random
{
public:
    /// A generator for one purpose: the same seed and stream give the same numbers; different
    /// streams of one seed are independent (for example one stream per epoch and sample).
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

    /// Uniform over all 64-bit numbers.
    std::uint64_t next();

    /// Uniform in [0, 1).
    double uniform();

    /// Uniform in [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    /// Uniform in 0 … bound - 1; `bound` is at least 1. Without bias, by rejection.
    std::uint64_t below(std::uint64_t bound);

    /// Standard normal, by the Box-Muller transform.
    double normal();

    /// True with the given probability.
    bool chance(double probability) { return uniform() < probability; }

    /// Fisher-Yates shuffle.
    template <class T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[static_cast<std::size_t>(below(i))]);
    }

private:
    std::uint64_t m_state[4];
};

} // namespace labelwright
