#include "core/nn/optimizer.h"

#include <ATen/Functions.h>

#include <cmath>

namespace labelwright {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;

torch::Tensor part(const torch::Tensor& flat, const ParameterGroup& group)
{
    return flat.narrow(0, group.offset, group.length);
}

} // namespace

Optimizer::Optimizer(const OptimizerOptions& options, const TrainingParameters& parameters)
    : m_options(options)
    , m_groups(parameters.groups)
    , m_values(parameters.values)
    , m_gradients(parameters.gradients)
    , m_first(torch::zeros_like(parameters.values))
    , m_second(options.kind == OptimizerKind::AdamW ? torch::zeros_like(parameters.values)
                                                    : torch::empty({0}))
    , m_scratch(torch::empty_like(parameters.values))
    , m_steps(torch::zeros({static_cast<std::int64_t>(parameters.groups.size())}, torch::kInt64))
{}

void Optimizer::step(const std::vector<double>& rates)
{
    const torch::NoGradGuard noGradients;
    auto* const steps = m_steps.data_ptr<std::int64_t>();
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (rates[i] == 0)
            continue;
        ++steps[i];
        if (m_options.kind == OptimizerKind::AdamW)
            stepAdam(m_groups[i], rates[i], static_cast<double>(steps[i]));
        else
            stepSgd(m_groups[i], rates[i]);
    }
}

void Optimizer::stepAdam(const ParameterGroup& group, double rate, double steps)
{
    torch::Tensor value = part(m_values, group);
    const torch::Tensor gradient = part(m_gradients, group);
    torch::Tensor mean = part(m_first, group);
    torch::Tensor square = part(m_second, group);
    torch::Tensor scratch = part(m_scratch, group);
    if (group.decays && m_options.weightDecay > 0)
        value.mul_(1 - rate * m_options.weightDecay);
    mean.mul_(beta1).add_(gradient, 1 - beta1);
    square.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
    at::sqrt_out(scratch, square);
    scratch.div_(std::sqrt(1 - std::pow(beta2, steps))).add_(epsilon);
    value.addcdiv_(mean, scratch, -rate / (1 - std::pow(beta1, steps)));
}

void Optimizer::stepSgd(const ParameterGroup& group, double rate)
{
    torch::Tensor value = part(m_values, group);
    torch::Tensor gradient = part(m_gradients, group);
    torch::Tensor velocity = part(m_first, group);
    if (group.decays && m_options.weightDecay > 0)
        gradient.add_(value, m_options.weightDecay);
    velocity.mul_(m_options.momentum).add_(gradient);
    value.add_(gradient, -rate).add_(velocity, -rate * m_options.momentum);
}

double Optimizer::clipGradients(double limit, const std::vector<double>& rates)
{
    const torch::NoGradGuard noGradients;
    double squares = 0;
    for (std::size_t i = 0; i < m_groups.size(); ++i)
        if (rates[i] != 0) {
            const torch::Tensor gradient = part(m_gradients, m_groups[i]);
            squares += at::dot(gradient, gradient).item<double>();
        }
    const double norm = std::sqrt(squares);
    const double scale = limit / (norm + 1e-6);
    if (scale < 1)
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            if (rates[i] != 0)
                part(m_gradients, m_groups[i]).mul_(scale);
    return norm;
}

std::vector<std::pair<std::string, torch::Tensor>> Optimizer::state() const
{
    std::vector<std::pair<std::string, torch::Tensor>> state{{"optimizer.first", m_first},
                                                             {"optimizer.steps", m_steps}};
    if (m_options.kind == OptimizerKind::AdamW)
        state.emplace_back("optimizer.second", m_second);
    return state;
}

void Optimizer::load(const std::vector<std::pair<std::string, torch::Tensor>>& state)
{
    const torch::NoGradGuard noGradients;
    for (const auto& [name, tensor] : state)
        for (auto& [ownName, own] : this->state())
            if (name == ownName)
                own.copy_(tensor);
}

} // namespace labelwright
