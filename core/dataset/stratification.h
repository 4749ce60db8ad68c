#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace labelwright {

/// Something to be kept in proportion ("is a whale", "is a whale and a shark"), by number, and how
/// many samples of a unit show it.
struct Evidence
{
    std::uint32_t kind = 0;
    std::uint32_t count = 0;
};

/// Samples that are assigned together.
struct StratifiedUnit
{
    std::uint32_t samples = 1;
    std::vector<Evidence> evidence; ///< At most one per kind.
};

/// Share of a part in millionths; the shares of all parts sum up to shareUnit.
using Share = std::int64_t;
inline constexpr Share shareUnit = 1'000'000;

/// Iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011, algorithm 1) in whole numbers,
/// so that every machine comes to the same result.
class IterativeStratification
{
public:
    /// `kinds` is the number of evidence kinds.
    IterativeStratification(std::array<Share, 3> shares, std::size_t kinds);

    /// Counts a unit that is already in a part.
    void addAssigned(const StratifiedUnit& unit, std::size_t part);

    /// The part (0 … 2) of each unit. May be called once.
    std::vector<std::uint8_t> assign(std::span<const StratifiedUnit> units, std::uint64_t seed);

private:
    using Desire = std::array<std::int64_t, 3>; ///< Samples still wanted, times shareUnit.

    void want(const StratifiedUnit& unit);
    void give(const StratifiedUnit& unit, std::size_t part);
    [[nodiscard]] std::size_t bestPart(const Desire& desire, std::uint64_t tieBreak) const;

    std::array<Share, 3> m_shares;
    std::vector<Desire> m_desires; ///< By kind of evidence.
    Desire m_desire{};             ///< Of samples as such.
};

} // namespace labelwright
