#include "core/dataset/label_evidence.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace labelwright {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

void positivesOf(std::span<const Annotation> row, std::vector<std::size_t>& labels)
{
    labels.clear();
    for (std::size_t label = 0; label < row.size(); ++label)
        if (row[label] == Annotation::Present)
            labels.push_back(label);
}

} // namespace

LabelEvidence::LabelEvidence(const LabelMatrix& annotations, Stratification stratification)
    : m_annotations(annotations)
    , m_negativeKinds(annotations.labels(), none)
    , m_kinds(annotations.labels())
{
    chooseNegatives();
    if (stratification == Stratification::LabelPairs)
        choosePairs();
}

void LabelEvidence::chooseNegatives()
{
    std::vector<std::int64_t> surplus(m_annotations.labels()); // Positives less negatives.
    std::vector<bool> hasNegatives(m_annotations.labels());
    for (std::size_t sample = 0; sample < m_annotations.samples(); ++sample) {
        const auto row = m_annotations.row(sample);
        for (std::size_t label = 0; label < row.size(); ++label) {
            if (row[label] == Annotation::Unknown)
                continue;
            surplus[label] += row[label] == Annotation::Present ? 1 : -1;
            if (row[label] == Annotation::Absent)
                hasNegatives[label] = true;
        }
    }
    for (std::size_t label = 0; label < surplus.size(); ++label)
        if (surplus[label] > 0 && hasNegatives[label])
            m_negativeKinds[label] = static_cast<std::uint32_t>(m_kinds++);
}

void LabelEvidence::choosePairs()
{
    constexpr std::int64_t mostEntries = 20'000'000;
    const std::size_t labels = m_annotations.labels();
    std::vector<std::int64_t> counts(labels * labels);
    std::vector<std::size_t> positives;
    for (std::size_t sample = 0; sample < m_annotations.samples(); ++sample) {
        positivesOf(m_annotations.row(sample), positives);
        for (std::size_t i = 0; i < positives.size(); ++i)
            for (std::size_t j = i + 1; j < positives.size(); ++j)
                ++counts[positives[i] * labels + positives[j]];
    }
    std::vector<std::size_t> pairs(counts.size());
    std::iota(pairs.begin(), pairs.end(), std::size_t{0});
    std::erase_if(pairs, [&](std::size_t pair) { return counts[pair] == 0; });
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](std::size_t a, std::size_t b) { return counts[a] < counts[b]; });
    m_pairKinds.assign(counts.size(), none);
    std::int64_t entries = 0;
    for (const std::size_t pair : pairs) {
        entries += counts[pair];
        if (entries > mostEntries)
            break;
        m_pairKinds[pair] = static_cast<std::uint32_t>(m_kinds++);
    }
}

void LabelEvidence::appendKinds(std::size_t sample, std::vector<std::uint32_t>& kinds) const
{
    const auto row = m_annotations.row(sample);
    for (std::size_t label = 0; label < row.size(); ++label) {
        if (row[label] == Annotation::Present)
            kinds.push_back(static_cast<std::uint32_t>(label));
        else if (row[label] == Annotation::Absent && m_negativeKinds[label] != none)
            kinds.push_back(m_negativeKinds[label]);
    }
    if (m_pairKinds.empty())
        return;
    std::vector<std::size_t> positives;
    positivesOf(row, positives);
    for (std::size_t i = 0; i < positives.size(); ++i)
        for (std::size_t j = i + 1; j < positives.size(); ++j)
            if (const auto kind = m_pairKinds[positives[i] * row.size() + positives[j]];
                kind != none)
                kinds.push_back(kind);
}

StratifiedUnit LabelEvidence::unitOf(std::span<const std::uint32_t> samples) const
{
    std::vector<std::uint32_t> kinds;
    for (const std::uint32_t sample : samples)
        appendKinds(sample, kinds);
    if (samples.size() > 1)
        std::sort(kinds.begin(), kinds.end());
    StratifiedUnit unit{static_cast<std::uint32_t>(samples.size()), {}};
    unit.evidence.reserve(kinds.size());
    for (const std::uint32_t kind : kinds) {
        if (unit.evidence.empty() || unit.evidence.back().kind != kind)
            unit.evidence.push_back({kind, 0});
        ++unit.evidence.back().count;
    }
    return unit;
}

} // namespace labelwright
