#include "core/nn/head_solver.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <vector>

namespace labelwright {

using torch::Tensor;

namespace {

constexpr int memory = 8; ///< Pairs of steps and gradient changes that L-BFGS keeps.

/// Row-wise dot products of two labels × n matrices, as a column.
Tensor dots(const Tensor& a, const Tensor& b)
{
    return (a * b).sum(1, true);
}

/// The objective of all labels; each tensor "by label" has one entry per label.
class Objective
{
public:
    Objective(const HeadFeatures& features, const HeadTargets& targets, double c)
        : m_features(features), m_targets(targets)
    {
        const Tensor known = targets.known.clamp_min(1);
        m_share = (targets.learnable / known).to(torch::kFloat32);
        m_penalty = (targets.learnable / (known * c)).to(torch::kFloat32).unsqueeze(1);
    }

    [[nodiscard]] Tensor logits(const Tensor& weights) const
    {
        return at::matmul(m_features.values, weights.t());
    }

    /// By label, F64.
    [[nodiscard]] Tensor value(const Tensor& logits, const Tensor& weights) const
    {
        const Tensor cells = m_targets.total * at::softplus(logits) - m_targets.present * logits;
        const Tensor penalised = weights.narrow(1, 0, weights.size(1) - 1);
        return at::sum(cells, {0}, false, torch::kFloat64) * m_share
               + at::sum(penalised * penalised, {1}, false, torch::kFloat64)
                     * m_penalty.squeeze(1) / 2;
    }

    /// Labels × (dimensions + 1).
    [[nodiscard]] Tensor gradient(const Tensor& logits, const Tensor& weights) const
    {
        const Tensor residuals =
            (m_targets.total * at::sigmoid(logits) - m_targets.present) * m_share;
        Tensor result = at::matmul(residuals.t(), m_features.values);
        const std::int64_t dimensions = weights.size(1) - 1;
        result.narrow(1, 0, dimensions).add_(weights.narrow(1, 0, dimensions) * m_penalty);
        return result;
    }

private:
    const HeadFeatures& m_features;
    const HeadTargets& m_targets;
    Tensor m_share;   ///< By label: 1 / known cells; 0 for what cannot be learnt.
    Tensor m_penalty; ///< Labels × 1.
};

/// L-BFGS's memory, for all labels at once.
class History
{
public:
    void add(const Tensor& step, const Tensor& change)
    {
        const Tensor curvature = dots(step, change);
        const Tensor useful = curvature.gt(1e-12).to(torch::kFloat32);
        if (m_pairs.size() == memory)
            m_pairs.erase(m_pairs.begin());
        m_pairs.push_back({step, change, useful / curvature.clamp_min(1e-12)});
    }

    /// Approximates inverse Hessian · gradient (Nocedal and Wright 2006, algorithm 7.4).
    [[nodiscard]] Tensor apply(const Tensor& gradient, const Tensor& factor) const
    {
        Tensor q = gradient.clone();
        std::vector<Tensor> alphas(m_pairs.size());
        for (std::size_t i = m_pairs.size(); i-- > 0;) {
            alphas[i] = m_pairs[i].inverse * dots(m_pairs[i].step, q);
            q.addcmul_(alphas[i], m_pairs[i].change, -1);
        }
        Tensor r = at::cholesky_solve(q.t(), factor).t().contiguous();
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            const Tensor beta = m_pairs[i].inverse * dots(m_pairs[i].change, r);
            r.addcmul_(alphas[i] - beta, m_pairs[i].step);
        }
        return r;
    }

private:
    struct Pair
    {
        Tensor step, change;
        Tensor inverse; ///< Labels × 1: 1 / (step · change), 0 where that is no use.
    };
    std::vector<Pair> m_pairs;
};

/// Makes the factor of curvature + penalty, unless it is there.
void prepareFactor(HeadFeatures& features, double penalty)
{
    if (features.factorPenalty == penalty)
        return;
    Tensor matrix = features.curvature.clone();
    // A floor keeps the factorisation exact enough in f32; it only slows convergence a little.
    const double floor = 1e-5 * matrix.diagonal().sum().item<double>();
    Tensor(matrix.diagonal()).add_(std::max(penalty, floor));
    features.factor = at::linalg_cholesky(matrix);
    features.factorPenalty = penalty;
}

/// Step lengths by label, halved from 1 until the objective falls enough (Armijo); 0 where it never
/// does. `logits`, `weights` and `values` move along.
Tensor searchLine(const Objective& objective, const Tensor& direction, const Tensor& slope,
                  const Tensor& directionLogits, Tensor& logits, Tensor& weights, Tensor& values)
{
    Tensor lengths = at::ones_like(slope);
    for (int attempt = 0; attempt < 12; ++attempt) {
        const Tensor column = lengths.unsqueeze(1);
        const Tensor newWeights = at::addcmul(weights, column, direction);
        const Tensor newLogits = at::addcmul(logits, lengths, directionLogits);
        const Tensor newValues = objective.value(newLogits, newWeights);
        const Tensor allowed = values + slope * lengths * 1e-4 + values.abs() * 1e-7;
        const Tensor bad = newValues.gt(allowed);
        if (!bad.any().item<bool>() || attempt == 11) {
            lengths.masked_fill_(bad, 0);
            weights.addcmul_(lengths.unsqueeze(1), direction);
            logits.addcmul_(lengths, directionLogits);
            values = at::where(bad, values, newValues);
            break;
        }
        lengths.masked_scatter_(bad, lengths.masked_select(bad) / 2);
    }
    return lengths;
}

} // namespace

HeadFeatures standardiseFeatures(const Tensor& embeddings)
{
    HeadFeatures features;
    const std::int64_t rows = embeddings.size(0);
    features.mean = embeddings.mean(0);
    Tensor values = embeddings - features.mean;
    const Tensor deviation = (values * values).mean(0).sqrt();
    features.deviation = at::where(deviation.gt(1e-7), deviation, at::ones_like(deviation));
    values.div_(features.deviation);
    if (rows < values.size(1)) {
        const auto [columns, triangle] = at::linalg_qr(values.t(), "reduced");
        features.basis = columns.t().contiguous();
        values = triangle.t();
    }
    features.values = at::cat({values, at::ones({rows, 1})}, 1);
    features.curvature =
        at::matmul(features.values.t(), features.values).mul_(0.25 / static_cast<double>(rows));
    return features;
}

int solveHead(HeadFeatures& features, const HeadTargets& targets, const HeadOptions& options,
              Tensor& weights, const std::stop_token& stop)
{
    prepareFactor(features, 1 / (options.c * static_cast<double>(features.rows())));
    const Objective objective(features, targets, options.c);
    History history;
    Tensor logits = objective.logits(weights);
    Tensor values = objective.value(logits, weights);
    Tensor gradient = objective.gradient(logits, weights);
    int iteration = 0;
    for (; iteration < options.maxIterations && !stop.stop_requested(); ++iteration) {
        const Tensor open = gradient.abs().amax(1).gt(options.tolerance);
        if (!open.any().item<bool>())
            break;
        Tensor direction = history.apply(gradient, features.factor).neg_();
        direction.mul_(open.unsqueeze(1));
        const Tensor slope = dots(gradient, direction).squeeze(1);
        const Tensor before = weights.clone();
        const Tensor lengths =
            searchLine(objective, direction, slope, objective.logits(direction), logits, weights,
                       values);
        if (!lengths.masked_select(open).any().item<bool>())
            break;
        const Tensor next = objective.gradient(logits, weights);
        history.add(weights - before, next - gradient);
        gradient = next;
    }
    return iteration;
}

} // namespace labelwright
