#pragma once

#include "core/model/run_settings.h"
#include "core/nn/training_parameters.h"

#include <torch/types.h>

#include <string>
#include <utility>
#include <vector>

namespace labelwright {

/// What an optimizer follows.
struct OptimizerOptions
{
    OptimizerKind kind = OptimizerKind::AdamW;
    double weightDecay = 0; ///< Of the groups that decay.
    double momentum = 0.9;  ///< SGD only.
};

/// Steps over flat parameters, as torch.optim does them: AdamW (Loshchilov and Hutter 2019; betas
/// 0.9 and 0.999, epsilon 1e-8) or SGD with Nesterov momentum, whose decay is added to the gradient.
class Optimizer
{
public:
    Optimizer(const OptimizerOptions& options, const TrainingParameters& parameters);

    /// One step of every group with its rate (one per group of the parameters); a group of rate 0
    /// is left alone, its moments too. Gradients may be changed.
    void step(const std::vector<double>& rates);

    /// Scales the gradients of groups with a rate down to a common norm of at most `limit`, as
    /// torch.nn.utils.clip_grad_norm_ does. Returns the norm before.
    double clipGradients(double limit, const std::vector<double>& rates);

    /// Everything a later step depends on, by name, sharing memory.
    [[nodiscard]] std::vector<std::pair<std::string, torch::Tensor>> state() const;

    /// Takes over what `state` gave; shapes are the same.
    void load(const std::vector<std::pair<std::string, torch::Tensor>>& state);

private:
    void stepAdam(const ParameterGroup& group, double rate, double steps);
    void stepSgd(const ParameterGroup& group, double rate);

    OptimizerOptions m_options;
    std::vector<ParameterGroup> m_groups;
    torch::Tensor m_values, m_gradients;
    torch::Tensor m_first;   ///< AdamW's mean of gradients; SGD's momentum.
    torch::Tensor m_second;  ///< AdamW's mean of squares; empty for SGD.
    torch::Tensor m_scratch;
    torch::Tensor m_steps;   ///< I64 on the CPU, by group.
};

} // namespace labelwright
