#pragma once

#include "core/base/annotation.h"
#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace labelwright {

/// One linear score per label on an embedding x: logit = bias + Σ weight · x, on raw (not
/// standardised) embeddings.
struct LinearHead
{
    int labels = 0;
    int dimensions = 0;
    std::vector<float> weights; ///< labels × dimensions, row by row.
    std::vector<float> biases;  ///< One per label.

    friend bool operator==(const LinearHead&, const LinearHead&) = default;
};

/// Logits of embeddings (rows × head.dimensions, row by row): rows × head.labels. Fails when they
/// do not fit the head or the memory is not enough.
Result<std::vector<float>> headLogits(const LinearHead& head, std::span<const float> embeddings,
                                      int threads);

/// How a head is fitted.
struct HeadOptions
{
    /// Inverse strength of the L2 penalty on standardised features, as scikit-learn's C: the
    /// objective is C · Σ loss + ½ |w|², the bias unpenalised. > 0.
    double c = 0.003;
    /// Weight of the loss of positives, one per label; empty: all 1.
    std::vector<float> positiveWeights;
    double labelSmoothing = 0; ///< Targets s/2 and 1 − s/2, [0, 0.5].
    /// A label has converged when no entry of its gradient of the mean loss exceeds this.
    double tolerance = 1e-4;
    int maxIterations = 200; ///< Per fit, ≥ 1.
    int threads = 0;         ///< For preparing the embeddings; 0: as many as there are cores.
};

/// Fits one regularised logistic regression per label on the same embeddings, all labels at once:
/// L-BFGS (Nocedal and Wright 2006, algorithm 7.5) with steps of its own per label,
/// preconditioned by the curvature bound ¼ XᵀX / n + penalty (Böhning and Lindsay 1988).
/// Statistics and factorisation of the embeddings are kept, so that fits with other truth or
/// another penalty start warm and take a fraction of the time. Used by one thread at a time.
class HeadTrainer
{
public:
    /// `embeddings` are rows × dimensions, row by row, finite; they are copied (standardised).
    /// Fails when there is no row or a value is not finite.
    static Result<HeadTrainer> create(std::span<const float> embeddings, int dimensions,
                                      int threads = 0);

    HeadTrainer(HeadTrainer&&) noexcept;
    HeadTrainer& operator=(HeadTrainer&&) noexcept;
    ~HeadTrainer();

    /// Fits to `truth` (rows × labels, row by row; Unknown is left out) on the calling thread and
    /// the BLAS library's own. A label without any positive or without any negative gets weights 0
    /// and the logit of its smoothed share
    /// (positives + ½) / (known + 1) as bias. Starts from `start` where given: it has the same
    /// dimensions, and its first labels are taken for the first of these. Fails when shapes do not
    /// fit or when stopped.
    Result<LinearHead> fit(std::span<const Annotation> truth, int labels,
                           const HeadOptions& options, const LinearHead* start = nullptr,
                           std::stop_token stop = {});

    /// Iterations that the last fit took.
    [[nodiscard]] int iterations() const;

private:
    struct Data;
    explicit HeadTrainer(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// One fit in one call; see HeadTrainer.
Result<LinearHead> trainHead(std::span<const float> embeddings, int dimensions,
                             std::span<const Annotation> truth, int labels,
                             const HeadOptions& options = {}, const LinearHead* start = nullptr,
                             std::stop_token stop = {});

} // namespace labelwright
