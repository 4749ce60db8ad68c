#pragma once

#include "core/nn/training_parameters.h"

#include <torch/types.h>

#include <string>
#include <utility>
#include <vector>

namespace labelwright {

/// Exponential moving average of a network's parameters and batch-norm statistics:
/// average = d · average + (1 − d) · value after each step. d = min(decay, (1 + t) / (10 + t)) at
/// step t from 1, so that the start does not weigh for long (as in TensorFlow's
/// ExponentialMovingAverage).
class WeightAverage
{
public:
    /// Starts at the present values. A decay of 0 turns it off.
    WeightAverage(const TrainingParameters& parameters, double decay);

    [[nodiscard]] bool isOn() const { return m_decay > 0; }

    /// Takes the present values into the average.
    void update();

    /// Exchanges the network's values with the average: once to evaluate and save it, once more to
    /// go on training. No effect when off.
    void swap();

    /// The average and its step count, by name, sharing memory; empty when off.
    [[nodiscard]] std::vector<std::pair<std::string, torch::Tensor>> state() const;
    void load(const std::vector<std::pair<std::string, torch::Tensor>>& state);

private:
    double m_decay = 0;
    torch::Tensor m_values, m_statistics; ///< The network's.
    torch::Tensor m_averageValues, m_averageStatistics;
    torch::Tensor m_steps; ///< I64, one value.
};

} // namespace labelwright
