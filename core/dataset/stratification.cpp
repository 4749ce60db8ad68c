#include "core/dataset/stratification.h"

#include "core/base/random.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace labelwright {

namespace {

/// For each kind of evidence the units that show it, in the order in which they are to be assigned.
struct UnitsByKind
{
    std::vector<std::size_t> starts; ///< One more than there are kinds.
    std::vector<std::uint32_t> units;
};

UnitsByKind unitsByKind(std::span<const StratifiedUnit> units, std::span<const std::uint32_t> order,
                        std::size_t kinds)
{
    UnitsByKind result;
    result.starts.resize(kinds + 1);
    for (const StratifiedUnit& unit : units)
        for (const Evidence& evidence : unit.evidence)
            ++result.starts[evidence.kind + 1];
    std::partial_sum(result.starts.begin(), result.starts.end(), result.starts.begin());
    result.units.resize(result.starts.back());
    std::vector<std::size_t> next(result.starts.begin(), result.starts.end() - 1);
    for (const std::uint32_t unit : order)
        for (const Evidence& evidence : units[unit].evidence)
            result.units[next[evidence.kind]++] = unit;
    return result;
}

/// Large units first, as they are hardest to place; chance decides between equals.
std::vector<std::uint32_t> assignmentOrder(std::span<const StratifiedUnit> units, Random& random)
{
    std::vector<std::uint32_t> order(units.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    random.shuffle(std::span(order));
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return units[a].samples > units[b].samples;
    });
    return order;
}

/// The kind with the fewest samples left to assign, but with some.
std::size_t rarestKind(std::span<const std::int64_t> left)
{
    std::size_t rarest = left.size();
    std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
    for (std::size_t kind = 0; kind < left.size(); ++kind)
        if (left[kind] > 0 && left[kind] < fewest) {
            fewest = left[kind];
            rarest = kind;
        }
    return rarest;
}

} // namespace

IterativeStratification::IterativeStratification(std::array<Share, 3> shares, std::size_t kinds)
    : m_shares(shares)
    , m_desires(kinds)
{
}

void IterativeStratification::want(const StratifiedUnit& unit)
{
    for (std::size_t part = 0; part < m_shares.size(); ++part) {
        m_desire[part] += m_shares[part] * unit.samples;
        for (const Evidence& evidence : unit.evidence)
            m_desires[evidence.kind][part] += m_shares[part] * evidence.count;
    }
}

void IterativeStratification::give(const StratifiedUnit& unit, std::size_t part)
{
    m_desire[part] -= shareUnit * unit.samples;
    for (const Evidence& evidence : unit.evidence)
        m_desires[evidence.kind][part] -= shareUnit * evidence.count;
}

void IterativeStratification::addAssigned(const StratifiedUnit& unit, std::size_t part)
{
    want(unit);
    give(unit, part);
}

std::size_t IterativeStratification::bestPart(const Desire& desire, std::uint64_t tieBreak) const
{
    std::size_t best = m_shares.size();
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        const std::size_t part = (i + tieBreak) % m_shares.size();
        if (m_shares[part] == 0)
            continue;
        if (best == m_shares.size() ||
            std::tie(desire[part], m_desire[part]) > std::tie(desire[best], m_desire[best]))
            best = part;
    }
    return best;
}

std::vector<std::uint8_t> IterativeStratification::assign(std::span<const StratifiedUnit> units,
                                                          std::uint64_t seed)
{
    constexpr std::uint8_t unassigned = 255;
    Random random(seed);
    const std::vector<std::uint32_t> order = assignmentOrder(units, random);
    const UnitsByKind byKind = unitsByKind(units, order, m_desires.size());
    std::vector<std::int64_t> left(m_desires.size());
    for (const StratifiedUnit& unit : units) {
        want(unit);
        for (const Evidence& evidence : unit.evidence)
            left[evidence.kind] += evidence.count;
    }
    std::vector<std::uint8_t> parts(units.size(), unassigned);
    const auto place = [&](std::uint32_t unit, const Desire& desire) {
        if (parts[unit] != unassigned)
            return;
        const std::size_t part = bestPart(desire, random.below(m_shares.size()));
        parts[unit] = static_cast<std::uint8_t>(part);
        give(units[unit], part);
        for (const Evidence& evidence : units[unit].evidence)
            left[evidence.kind] -= evidence.count;
    };
    for (std::size_t kind = rarestKind(left); kind < left.size(); kind = rarestKind(left))
        for (std::size_t i = byKind.starts[kind]; i < byKind.starts[kind + 1]; ++i)
            place(byKind.units[i], m_desires[kind]);
    for (const std::uint32_t unit : order)
        place(unit, m_desire);
    return parts;
}

} // namespace labelwright
