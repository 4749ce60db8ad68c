#include "core/dataset/look_alikes.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace labelwright {

namespace {

/// Disjoint sets with path halving and union by size (Tarjan 1975).
class DisjointSets
{
public:
    explicit DisjointSets(std::size_t count)
        : m_parents(count)
        , m_sizes(count, 1)
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
    }

    std::size_t find(std::size_t i)
    {
        while (m_parents[i] != i)
            i = m_parents[i] = m_parents[m_parents[i]];
        return i;
    }

    void unite(std::size_t a, std::size_t b)
    {
        a = find(a);
        b = find(b);
        if (a == b)
            return;
        if (m_sizes[a] < m_sizes[b])
            std::swap(a, b);
        m_parents[b] = a;
        m_sizes[a] += m_sizes[b];
    }

private:
    std::vector<std::size_t> m_parents;
    std::vector<std::size_t> m_sizes;
};

/// A hash and the samples that have it.
struct HashGroup
{
    quint64 hash = 0;
    std::vector<std::size_t> samples;
};

bool holdsInformation(quint64 hash)
{
    constexpr int fewest = 8;
    const int set = std::popcount(hash);
    return set >= fewest && set <= 64 - fewest;
}

std::vector<HashGroup> groupByHash(std::span<const quint64> hashes)
{
    QHash<quint64, std::size_t> places;
    std::vector<HashGroup> groups;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (!holdsInformation(hashes[i]))
            continue;
        if (!places.contains(hashes[i])) {
            places.insert(hashes[i], groups.size());
            groups.push_back({hashes[i], {}});
        }
        groups[places.value(hashes[i])].samples.push_back(i);
    }
    return groups;
}

/// Unites groups that differ in at most `maxDistance` bits: for each of maxDistance + 1 parts of
/// the hash the groups are sorted by that part, and only neighbours with an equal part are
/// compared. Of more than `mostNeighbours` with an equal part only the nearest in order are
/// compared: such a part tells hardly anything, and the other parts remain.
DisjointSets linkNearHashes(const std::vector<HashGroup>& groups, int maxDistance)
{
    constexpr std::size_t mostNeighbours = 256;
    DisjointSets sets(groups.size());
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const int parts = std::clamp(maxDistance + 1, 1, 64);
    for (int part = 0; part < parts; ++part) {
        const int from = 64 * part / parts;
        const int bits = 64 * (part + 1) / parts - from;
        const quint64 mask = (bits == 64 ? ~quint64{0} : (quint64{1} << bits) - 1) << from;
        const auto key = [&](std::size_t i) { return groups[i].hash & mask; };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(key(a), groups[a].hash) < std::pair(key(b), groups[b].hash);
        });
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = i + 1;
                 j < std::min(order.size(), i + mostNeighbours) && key(order[j]) == key(order[i]);
                 ++j)
                if (std::popcount(groups[order[i]].hash ^ groups[order[j]].hash) <= maxDistance)
                    sets.unite(order[i], order[j]);
    }
    return sets;
}

/// Unites the samples of one kind of look; see the header for chains that grow too long.
void linkLooks(std::span<const quint64> hashes, int maxDistance, DisjointSets& samples)
{
    const std::vector<HashGroup> groups = groupByHash(hashes);
    DisjointSets near = linkNearHashes(groups, maxDistance);
    const std::size_t limit = std::max<std::size_t>(50, hashes.size() / 10);
    std::vector<std::size_t> chainSizes(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i)
        chainSizes[near.find(i)] += groups[i].samples.size();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& members = groups[i].samples;
        if (members.size() <= limit)
            for (const std::size_t sample : members)
                samples.unite(members.front(), sample);
        const std::size_t chain = near.find(i);
        if (chainSizes[chain] <= limit)
            samples.unite(groups[chain].samples.front(), members.front());
    }
}

/// Unites samples with equal keys; an empty key links nothing.
template <class Key>
void linkEqualKeys(std::span<const Key> keys, DisjointSets& samples)
{
    QHash<Key, std::size_t> firsts;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].isEmpty())
            continue;
        if (firsts.contains(keys[i]))
            samples.unite(firsts.value(keys[i]), i);
        else
            firsts.insert(keys[i], i);
    }
}

} // namespace

std::vector<std::uint32_t> linkSamples(std::span<const QByteArray> digests,
                                       std::span<const quint64> hashes,
                                       std::span<const QString> groupKeys, int maxDistance)
{
    const std::size_t count = std::max({digests.size(), hashes.size(), groupKeys.size()});
    DisjointSets samples(count);
    linkEqualKeys(digests, samples);
    linkLooks(hashes, maxDistance, samples);
    linkEqualKeys(groupKeys, samples);
    constexpr std::uint32_t unnumbered = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> numberOfRoot(count, unnumbered);
    std::vector<std::uint32_t> numbers(count);
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t& number = numberOfRoot[samples.find(i)];
        if (number == unnumbered)
            number = next++;
        numbers[i] = number;
    }
    return numbers;
}

} // namespace labelwright
