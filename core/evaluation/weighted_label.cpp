#include "core/evaluation/weighted_label.h"

#include "core/evaluation/score_order.h"

#include <algorithm>
#include <limits>

namespace labelwright {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : undefined;
}

} // namespace

WeightedLabel::WeightedLabel(std::span<const float> scores, std::span<const Annotation> truth,
                             std::size_t labels, std::size_t label, float threshold)
{
    std::vector<std::uint64_t> keys; // Score above, sample below.
    for (std::size_t i = label, sample = 0; i < scores.size(); i += labels, ++sample)
        if (truth[i] != Annotation::Unknown)
            keys.push_back(std::uint64_t{orderedKey(scores[i])} << 32 | sample);
    sortByKey(keys);
    m_entries.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto sample = static_cast<std::uint32_t>(keys[i]);
        const std::size_t cell = sample * labels + label;
        m_entries.push_back({sample, truth[cell] == Annotation::Present ? std::uint8_t{1}
                                                                        : std::uint8_t{0},
                             i + 1 == keys.size() || keys[i] >> 32 != keys[i + 1] >> 32});
        if (scores[cell] >= threshold)
            m_predicted = i + 1;
    }
}

WeightedFigures WeightedLabel::figures(std::span<const std::uint8_t> weights) const
{
    WeightedFigures figures;
    std::uint64_t all = 0;
    std::uint64_t found = 0;
    std::uint64_t allBefore = 0;
    std::uint64_t foundBefore = 0;
    double precisionSum = 0; // Σ new positives · precision.
    double areaSum = 0;      // Σ new negatives · (positives before + after), twice the area.
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        const std::uint64_t weight = weights[entry.sample];
        all += weight;
        found += weight * entry.positive;
        if (!entry.endsStep)
            continue;
        if (all != allBefore) {
            const auto fresh = static_cast<double>(found - foundBefore);
            precisionSum += fresh * static_cast<double>(found) / static_cast<double>(all);
            areaSum += (static_cast<double>(all - allBefore) - fresh)
                       * static_cast<double>(found + foundBefore);
            allBefore = all;
            foundBefore = found;
        }
        if (i + 1 == m_predicted) {
            figures.truePositive = static_cast<double>(found);
            figures.predicted = static_cast<double>(all);
        }
    }
    const auto positives = static_cast<double>(found);
    const auto negatives = static_cast<double>(all - found);
    figures.positives = positives;
    figures.averagePrecision = ratio(precisionSum, positives);
    figures.rocAuc = ratio(areaSum, 2 * positives * negatives);
    figures.precision = all == 0 ? undefined
                        : figures.predicted > 0 ? figures.truePositive / figures.predicted
                                                : 0.0;
    figures.recall = ratio(figures.truePositive, positives);
    figures.f1 = positives > 0 ? 2 * figures.truePositive / (figures.predicted + positives)
                               : undefined;
    return figures;
}

} // namespace labelwright
