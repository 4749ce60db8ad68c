#pragma once

#include <torch/types.h>

namespace labelwright {

/// Activations that libtorch 1.13 cannot differentiate in bfloat16, each one pass over memory
/// forward and one backward. Other devices than the CPU use torch's own.
torch::Tensor relu6(const torch::Tensor& input, bool inPlace);
torch::Tensor hardSwish(const torch::Tensor& input);
torch::Tensor hardSigmoid(const torch::Tensor& input);

} // namespace labelwright
