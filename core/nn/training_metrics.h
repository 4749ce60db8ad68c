#pragma once

#include "core/nn/loss.h"
#include "core/nn/trainer.h"

#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// Figures of one pass over the validation images.
struct ValidationFigures
{
    std::optional<double> loss; ///< Mean over known cells; nothing when there is none.
    std::optional<double> map;  ///< Mean of the defined average precisions.
    std::vector<LabelFigures> labels;
    std::vector<float> scores; ///< images × labels, sigmoid of the logits.
};

/// What `logits` (rows × labels) say of `truth` (of the same shape).
ValidationFigures validationFigures(std::span<const float> logits,
                                    std::span<const Annotation> truth, int labels,
                                    const LossOptions& loss);

/// The rows of `truth` (images × labels) that `images` names, in that order.
std::vector<Annotation> rowsOf(std::span<const Annotation> truth, int labels,
                               std::span<const std::uint32_t> images);

/// Which of two epochs is kept as `best`.
struct BestChoice
{
    BestBy by = BestBy::ValidationLoss;

    /// True when `candidate` is better than `best`; a tie keeps `best`. An epoch without the figure
    /// is never better than one with it; where neither has it, the later one is kept.
    [[nodiscard]] bool isBetter(const EpochReport& candidate, const EpochReport& best) const;
};

/// Index of the best of `reports`; nothing when there is none.
std::optional<std::size_t> bestEpoch(std::span<const EpochReport> reports, BestBy by);

/// True when `patience` epochs (0: no limit) have passed since the best one.
bool outOfPatience(std::span<const EpochReport> reports, BestBy by, int patience);

} // namespace labelwright
