#include "core/nn/training_metrics.h"

#include "core/evaluation/curves.h"

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

LabelFigures figuresOfLabel(std::span<const float> scores, std::span<const Annotation> truth,
                            std::size_t labels, std::size_t label)
{
    const SortedScores sorted = SortedScores::ofLabel(scores, truth, labels, label);
    return {averagePrecision(sorted), rocAuc(sorted), f1Of(sorted.at(0.5F))};
}

std::optional<double> meanAveragePrecision(const std::vector<LabelFigures>& labels)
{
    double sum = 0;
    int covered = 0;
    for (const LabelFigures& label : labels)
        if (label.averagePrecision) {
            sum += *label.averagePrecision;
            ++covered;
        }
    return covered == 0 ? std::nullopt : std::optional(sum / covered);
}

} // namespace

ValidationFigures validationFigures(std::span<const float> logits,
                                    std::span<const Annotation> truth, int labels,
                                    const LossOptions& loss)
{
    ValidationFigures figures;
    figures.scores.resize(logits.size());
    std::transform(logits.begin(), logits.end(), figures.scores.begin(),
                   [](float z) { return 1.0F / (1.0F + std::exp(-z)); });
    const LossSum sum = computeLoss(logits, truth, labels, loss, {});
    if (sum.known > 0)
        figures.loss = sum.mean();
    const auto count = static_cast<std::size_t>(labels);
    for (std::size_t label = 0; label < count; ++label)
        figures.labels.push_back(figuresOfLabel(figures.scores, truth, count, label));
    figures.map = meanAveragePrecision(figures.labels);
    return figures;
}

std::vector<Annotation> rowsOf(std::span<const Annotation> truth, int labels,
                               std::span<const std::uint32_t> images)
{
    const auto count = static_cast<std::size_t>(labels);
    std::vector<Annotation> rows;
    rows.reserve(images.size() * count);
    for (const std::uint32_t image : images) {
        const auto row = truth.subspan(image * count, count);
        rows.insert(rows.end(), row.begin(), row.end());
    }
    return rows;
}

bool BestChoice::isBetter(const EpochReport& candidate, const EpochReport& best) const
{
    const bool byLoss = by == BestBy::ValidationLoss;
    const auto& now = byLoss ? candidate.validationLoss : candidate.validationMap;
    const auto& before = byLoss ? best.validationLoss : best.validationMap;
    if (!now || !before)
        return now.has_value() || !before.has_value();
    return byLoss ? *now < *before : *now > *before;
}

std::optional<std::size_t> bestEpoch(std::span<const EpochReport> reports, BestBy by)
{
    if (reports.empty())
        return std::nullopt;
    std::size_t best = 0;
    for (std::size_t i = 1; i < reports.size(); ++i)
        if (BestChoice{by}.isBetter(reports[i], reports[best]))
            best = i;
    return best;
}

bool outOfPatience(std::span<const EpochReport> reports, BestBy by, int patience)
{
    const auto best = bestEpoch(reports, by);
    return patience > 0 && best && reports.size() - 1 - *best >= static_cast<std::size_t>(patience);
}

} // namespace labelwright
