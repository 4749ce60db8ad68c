#pragma once

#include "core/nn/network.h"

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace labelwright {

/// A run of parameters in the flat memory that are treated alike.
struct ParameterGroup
{
    std::int64_t offset = 0;
    std::int64_t length = 0;
    int stage = 0;
    bool decays = false; ///< Weight decay applies: weights of layers, not biases and batch norms.
};

/// A network's trainable parameters, their gradients and its batch-norm statistics, each moved into
/// one block of memory that the network's own tensors are views of: optimizer, averaging and
/// copies are then a few passes over long vectors.
struct TrainingParameters
{
    /// Moves the parameters of the stages from `firstStage` on and all statistics.
    TrainingParameters(Network& network, int firstStage);

    std::vector<ParameterGroup> groups; ///< By stage; within a stage the decaying ones first.
    torch::Tensor values;     ///< F32, all groups.
    torch::Tensor gradients;  ///< F32, as long.
    torch::Tensor statistics; ///< F32, running means and variances.
};

} // namespace labelwright
