#include "core/nn/training_metrics.h"

#include "core/evaluation/calibration.h"
#include "core/evaluation/metrics.h"

namespace labelwright {

ValidationFigures validationFigures(std::span<const float> logits,
                                    std::span<const Annotation> truth, int labels,
                                    const LossOptions& loss)
{
    const auto count = static_cast<std::size_t>(labels);
    ValidationFigures figures;
    figures.scores = calibratedScores(logits, {}, count);
    const LossSum sum = computeLoss(logits, truth, labels, loss, {});
    if (sum.known > 0)
        figures.loss = sum.mean();
    const EvaluationFigures evaluation =
        evaluate(figures.scores, truth, std::vector<float>(count, 0.5F), QStringList(labels));
    for (const LabelEvaluation& label : evaluation.labels)
        figures.labels.push_back({label.averagePrecision, label.rocAuc, label.f1});
    figures.map = evaluation.overall.meanAveragePrecision.value;
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
