#include "core/evaluation/sample_metrics.h"

#include "core/base/parallel.h"
#include "core/evaluation/score_order.h"

#include <algorithm>
#include <vector>

namespace labelwright {

namespace {

/// One row of the matrices.
struct Row
{
    std::span<const float> scores;
    std::span<const Annotation> truth;
};

/// Adds hits and misses at the thresholds; returns the row's number of positives.
std::int64_t addDecisions(const Row& row, std::span<const float> thresholds, SampleSums& sums)
{
    std::int64_t known = 0;
    std::int64_t positives = 0;
    std::int64_t predicted = 0;
    std::int64_t hits = 0;
    for (std::size_t label = 0; label < thresholds.size(); ++label) {
        if (row.truth[label] == Annotation::Unknown)
            continue;
        const bool isTrue = row.truth[label] == Annotation::Present;
        const bool isPredicted = row.scores[label] >= thresholds[label];
        ++known;
        positives += isTrue ? 1 : 0;
        predicted += isPredicted ? 1 : 0;
        hits += isTrue && isPredicted ? 1 : 0;
    }
    const std::int64_t wrong = positives + predicted - 2 * hits;
    const bool complete = known == static_cast<std::int64_t>(thresholds.size());
    sums.covered += known > 0 ? 1 : 0;
    sums.fullyKnown += complete ? 1 : 0;
    sums.exact += complete && wrong == 0 ? 1 : 0;
    sums.known += known;
    sums.wrong += wrong;
    sums.positives += positives;
    sums.predicted += predicted;
    if (positives + predicted > 0)
        sums.f1 += 2.0 * static_cast<double>(hits) / static_cast<double>(positives + predicted);
    return positives;
}

/// The row's known labels as sortable entries: score above, 1 for a positive below; highest first.
void sortRow(const Row& row, std::vector<std::uint64_t>& entries)
{
    entries.clear();
    for (std::size_t label = 0; label < row.scores.size(); ++label)
        if (row.truth[label] != Annotation::Unknown)
            entries.push_back(std::uint64_t{orderedKey(row.scores[label])} << 32
                              | (row.truth[label] == Annotation::Present ? 1U : 0U));
    sortByKey(entries);
}

/// Adds the ranking figures of a row whose entries are sorted. Equal scores share the lowest rank.
void addRanking(std::span<const std::uint64_t> entries, std::int64_t positives, SampleSums& sums)
{
    const auto known = static_cast<std::int64_t>(entries.size());
    if (known == 0)
        return;
    if (positives == 0 || positives == known) {
        sums.rankingPrecision += 1;
        sums.coverage += static_cast<double>(positives);
        return;
    }
    std::int64_t found = 0;
    std::int64_t foundBefore = 0;
    std::int64_t wrongPairs = 0;
    std::int64_t coverage = 0;
    double precision = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        found += static_cast<std::int64_t>(entries[i] & 1U);
        if (i + 1 < entries.size() && entries[i] >> 32 == entries[i + 1] >> 32)
            continue;
        const std::int64_t fresh = found - foundBefore;
        const auto rank = static_cast<std::int64_t>(i) + 1;
        if (fresh > 0)
            coverage = rank;
        wrongPairs += fresh * (rank - found);
        precision += static_cast<double>(fresh * found) / static_cast<double>(rank);
        foundBefore = found;
    }
    sums.coverage += static_cast<double>(coverage);
    sums.rankingLoss
        += static_cast<double>(wrongPairs) / static_cast<double>(positives * (known - positives));
    sums.rankingPrecision += precision / static_cast<double>(positives);
}

} // namespace

SampleSums& SampleSums::operator+=(const SampleSums& other)
{
    covered += other.covered;
    fullyKnown += other.fullyKnown;
    exact += other.exact;
    known += other.known;
    wrong += other.wrong;
    positives += other.positives;
    predicted += other.predicted;
    f1 += other.f1;
    coverage += other.coverage;
    rankingLoss += other.rankingLoss;
    rankingPrecision += other.rankingPrecision;
    return *this;
}

SampleSums sumOverSamples(std::span<const float> scores, std::span<const Annotation> truth,
                          std::span<const float> thresholds, int threads)
{
    // Chunks of fixed length, summed in order, give the same rounding on any number of threads.
    constexpr std::size_t chunkLength = 1024;
    const std::size_t labels = thresholds.size();
    const std::size_t samples = labels == 0 ? 0 : scores.size() / labels;
    std::vector<SampleSums> chunks((samples + chunkLength - 1) / chunkLength);
    parallelFor(chunks.size(), threads, [&](int, std::size_t chunk) {
        std::vector<std::uint64_t> entries;
        const std::size_t end = std::min(samples, (chunk + 1) * chunkLength);
        for (std::size_t sample = chunk * chunkLength; sample < end; ++sample) {
            const Row row{scores.subspan(sample * labels, labels),
                          truth.subspan(sample * labels, labels)};
            const std::int64_t positives = addDecisions(row, thresholds, chunks[chunk]);
            sortRow(row, entries);
            addRanking(entries, positives, chunks[chunk]);
        }
    });
    SampleSums sums;
    for (const SampleSums& chunk : chunks)
        sums += chunk;
    return sums;
}

} // namespace labelwright
