#include "core/nn/ema.h"

#include <ATen/Functions.h>

#include <algorithm>

namespace labelwright {

namespace {

void exchange(torch::Tensor& a, torch::Tensor& b)
{
    const torch::Tensor copy = a.clone();
    a.copy_(b);
    b.copy_(copy);
}

} // namespace

WeightAverage::WeightAverage(const TrainingParameters& parameters, double decay)
    : m_decay(decay), m_values(parameters.values), m_statistics(parameters.statistics)
{
    if (!isOn())
        return;
    m_averageValues = m_values.clone();
    m_averageStatistics = m_statistics.clone();
    m_steps = torch::zeros({1}, torch::kInt64);
}

void WeightAverage::update()
{
    if (!isOn())
        return;
    const torch::NoGradGuard noGradients;
    const auto step = static_cast<double>(++m_steps.data_ptr<std::int64_t>()[0]);
    const double decay = std::min(m_decay, (1 + step) / (10 + step));
    m_averageValues.lerp_(m_values, 1 - decay);
    m_averageStatistics.lerp_(m_statistics, 1 - decay);
}

void WeightAverage::swap()
{
    if (!isOn())
        return;
    const torch::NoGradGuard noGradients;
    exchange(m_values, m_averageValues);
    exchange(m_statistics, m_averageStatistics);
}

std::vector<std::pair<std::string, torch::Tensor>> WeightAverage::state() const
{
    if (!isOn())
        return {};
    return {{"average.values", m_averageValues},
            {"average.statistics", m_averageStatistics},
            {"average.steps", m_steps}};
}

void WeightAverage::load(const std::vector<std::pair<std::string, torch::Tensor>>& state)
{
    const torch::NoGradGuard noGradients;
    for (const auto& [name, tensor] : state)
        for (auto& [ownName, own] : this->state())
            if (name == ownName)
                own.copy_(tensor);
}

} // namespace labelwright
