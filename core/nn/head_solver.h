#pragma once

#include "core/nn/head_training.h"

#include <torch/types.h>

#include <stop_token>

namespace labelwright {

/// Embeddings made ready for fitting: each feature with mean 0 and deviation 1 (a constant one stays
/// 0), and a last column of ones for the bias. With fewer rows than dimensions the solver works on
/// coordinates in the space that the rows span: the best weights lie in it (the representer theorem,
/// Kimeldorf and Wahba 1971), and everything that grows with the dimensions grows with the rows
/// instead.
struct HeadFeatures
{
    torch::Tensor values;    ///< F32, rows × (coordinates + 1).
    torch::Tensor mean;      ///< F32, dimensions.
    torch::Tensor deviation; ///< F32, dimensions; 1 for a constant feature.
    torch::Tensor basis; ///< F32, coordinates × dimensions, orthonormal; undefined: dimensions it is.
    torch::Tensor curvature; ///< F32, ¼ XᵀX / rows.
    double factorPenalty = -1; ///< Penalty that `factor` was made for.
    torch::Tensor factor;    ///< Lower Cholesky factor of curvature + penalty.

    [[nodiscard]] std::int64_t rows() const { return values.size(0); }
    [[nodiscard]] std::int64_t coordinates() const { return values.size(1) - 1; }
};

HeadFeatures standardiseFeatures(const torch::Tensor& embeddings);

/// What is to be fitted: a cell's loss is total · softplus(z) − present · z.
struct HeadTargets
{
    torch::Tensor total;     ///< F32, rows × labels; 0 where Unknown.
    torch::Tensor present;   ///< F32, rows × labels.
    torch::Tensor known;     ///< F64, by label: number of cells.
    torch::Tensor positives; ///< F64, by label.
    torch::Tensor learnable; ///< F64, by label: 1 where both classes occur, else 0.
};

/// Minimises, for each label by itself, mean loss + penalty / 2 · |weights|² from `weights` (labels ×
/// (coordinates + 1), the bias last and unpenalised), in place; penalty = 1 / (C · known). Returns
/// the iterations taken.
int solveHead(HeadFeatures& features, const HeadTargets& targets, const HeadOptions& options,
              torch::Tensor& weights, const std::stop_token& stop);

} // namespace labelwright
