#include "core/nn/loss.h"

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

struct Cost
{
    double value = 0;
    double slope = 0; ///< By the logit.
};

/// −log sigmoid(−z), without overflow.
double softplus(double z)
{
    return std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z)));
}

double sigmoid(double z)
{
    if (z >= 0)
        return 1.0 / (1.0 + std::exp(-z));
    const double e = std::exp(z);
    return e / (1.0 + e);
}

/// (1 − p)^gamma · −log p, with p = sigmoid(z).
Cost focused(double z, double gamma)
{
    const double miss = sigmoid(-z);
    const double entropy = softplus(-z);
    if (gamma == 0)
        return {entropy, -miss};
    const double factor = std::pow(miss, gamma);
    return {factor * entropy, factor * (-gamma * (1 - miss) * entropy - miss)};
}

Cost mirrored(const Cost& cost) { return {cost.value, -cost.slope}; }

/// m^gamma · −log(1 − m), with m = max(sigmoid(z) − clip, 0).
Cost clipped(double z, double gamma, double clip)
{
    if (clip == 0)
        return mirrored(focused(-z, gamma));
    const double p = sigmoid(z);
    const double margin = p - clip;
    if (margin <= 0)
        return {};
    const double entropy = -std::log1p(-margin);
    const double factor = std::pow(margin, gamma);
    const double byMargin = gamma * factor / margin * entropy + factor / (1 - margin);
    return {factor * entropy, byMargin * p * (1 - p)};
}

Cost positiveCost(double z, const LossOptions& options)
{
    return focused(z, options.kind == LossKind::BinaryCrossentropy ? 0 : options.gammaPositive);
}

Cost negativeCost(double z, const LossOptions& options)
{
    switch (options.kind) {
    case LossKind::Asymmetric: return clipped(z, options.gammaNegative, options.clip);
    case LossKind::Focal: return mirrored(focused(-z, options.gammaPositive));
    case LossKind::BinaryCrossentropy: break;
    }
    return mirrored(focused(-z, 0));
}

} // namespace

LossOptions lossOptions(const TargetBlock& target, std::span<const Annotation> truth, int labels,
                        std::span<const std::uint32_t> rows)
{
    LossOptions options{target.loss, target.gammaPositive, target.gammaNegative, target.clip,
                        target.labelSmoothing, {}};
    if (target.positiveWeightCap == 1.0)
        return options;
    const auto count = static_cast<std::size_t>(labels);
    std::vector<double> positives(count);
    std::vector<double> negatives(count);
    for (const std::uint32_t row : rows)
        for (std::size_t label = 0; label < count; ++label) {
            const Annotation cell = truth[row * count + label];
            positives[label] += cell == Annotation::Present ? 1 : 0;
            negatives[label] += cell == Annotation::Absent ? 1 : 0;
        }
    options.positiveWeights.assign(count, 1.0F);
    for (std::size_t label = 0; label < count; ++label)
        if (positives[label] > 0 && negatives[label] > 0)
            options.positiveWeights[label] = static_cast<float>(
                std::min(negatives[label] / positives[label], target.positiveWeightCap));
    return options;
}

LossSum computeLoss(std::span<const float> logits, std::span<const Annotation> truth, int labels,
                    const LossOptions& options, std::span<float> gradient)
{
    LossSum result;
    const auto columns = static_cast<std::size_t>(labels);
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (!gradient.empty())
            gradient[i] = 0;
        if (truth[i] == Annotation::Unknown)
            continue;
        const double weight =
            options.positiveWeights.empty() ? 1.0 : options.positiveWeights[i % columns];
        const double half = options.labelSmoothing / 2;
        const double target = truth[i] == Annotation::Present ? 1 - half : half;
        const Cost positive = target > 0 ? positiveCost(logits[i], options) : Cost{};
        const Cost negative = target < 1 ? negativeCost(logits[i], options) : Cost{};
        result.sum += target * weight * positive.value + (1 - target) * negative.value;
        ++result.known;
        if (!gradient.empty())
            gradient[i] = static_cast<float>(target * weight * positive.slope
                                             + (1 - target) * negative.slope);
    }
    return result;
}

} // namespace labelwright
