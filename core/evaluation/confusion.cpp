#include "core/evaluation/confusion.h"

#include <cassert>
#include <cstddef>

namespace labelwright {

namespace {

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

ConfusionCounts& ConfusionCounts::operator+=(const ConfusionCounts& other)
{
    truePositive += other.truePositive;
    falsePositive += other.falsePositive;
    trueNegative += other.trueNegative;
    falseNegative += other.falseNegative;
    return *this;
}

ConfusionCounts countConfusion(std::span<const float> scores, std::span<const Annotation> truth,
                               float threshold)
{
    assert(scores.size() == truth.size());
    ConfusionCounts counts;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const bool predicted = scores[i] >= threshold;
        if (truth[i] == Annotation::Present)
            ++(predicted ? counts.truePositive : counts.falseNegative);
        else if (truth[i] == Annotation::Absent)
            ++(predicted ? counts.falsePositive : counts.trueNegative);
    }
    return counts;
}

double precisionOf(const ConfusionCounts& counts)
{
    return share(counts.truePositive, counts.predicted()).value_or(0.0);
}

std::optional<double> recallOf(const ConfusionCounts& counts)
{
    return share(counts.truePositive, counts.positives());
}

std::optional<double> specificityOf(const ConfusionCounts& counts)
{
    return share(counts.trueNegative, counts.negatives());
}

std::optional<double> fBetaOf(const ConfusionCounts& counts, double beta)
{
    assert(beta > 0);
    if (counts.positives() == 0)
        return std::nullopt;
    const double weighted = (1 + beta * beta) * static_cast<double>(counts.truePositive);
    return weighted
           / (weighted + beta * beta * static_cast<double>(counts.falseNegative)
              + static_cast<double>(counts.falsePositive));
}

std::optional<double> f1Of(const ConfusionCounts& counts)
{
    return fBetaOf(counts, 1.0);
}

} // namespace labelwright
