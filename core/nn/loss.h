#pragma once

#include "core/base/annotation.h"
#include "core/model/model_spec.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace labelwright {

/// How far logits are from the truth. For a target t (1 present, 0 absent, moved by smoothing) a
/// cell costs t · positive(z) + (1 − t) · negative(z), p = sigmoid(z):
///
/// - binary crossentropy: w · −log p and −log(1 − p);
/// - focal (Lin et al. 2017, γ = gammaPositive): w · (1 − p)^γ · −log p and p^γ · −log(1 − p);
/// - asymmetric (Ridnik et al. 2021): w · (1 − p)^γ+ · −log p and m^γ− · −log(1 − m) with
///   m = max(p − clip, 0); gradients flow through the focusing factors, as in the paper.
struct LossOptions
{
    LossKind kind = LossKind::BinaryCrossentropy;
    double gammaPositive = 0;
    double gammaNegative = 0;
    double clip = 0;
    double labelSmoothing = 0;          ///< Targets s/2 and 1 − s/2.
    std::vector<float> positiveWeights; ///< w by label; empty: all 1.
};

/// The options that a target asks for. Positive weights are negatives / positives among the known
/// cells of `rows`, at most the cap; 1 for a label that lacks either.
LossOptions lossOptions(const TargetBlock& target, std::span<const Annotation> truth, int labels,
                        std::span<const std::uint32_t> rows);

/// Loss over some cells; the loss of an epoch is the quotient of the sums.
struct LossSum
{
    double sum = 0;
    std::size_t known = 0; ///< Cells that counted.

    /// Mean over the known cells; 0 when there is none.
    [[nodiscard]] double mean() const
    {
        return known == 0 ? 0.0 : sum / static_cast<double>(known);
    }
    LossSum& operator+=(const LossSum& other)
    {
        sum += other.sum;
        known += other.known;
        return *this;
    }
};

/// Loss of `logits` (rows × labels, row by row) against `truth` of the same shape; Unknown cells are
/// left out. `gradient` (empty, or of the same shape) becomes the derivative of the *sum* by each
/// logit, 0 in Unknown cells.
LossSum computeLoss(std::span<const float> logits, std::span<const Annotation> truth, int labels,
                    const LossOptions& options, std::span<float> gradient);

} // namespace labelwright
