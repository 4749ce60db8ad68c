#pragma once

#include "core/base/random.h"

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace labelwright {

/// How a batch's images are blended with each other (Zhang et al. 2018, "mixup"): image i becomes
/// share · image i + (1 − share) · image partners[i], and its loss the same blend of both losses.
struct Mixing
{
    double share = 1; ///< [0.5, 1].
    std::vector<std::uint32_t> partners; ///< Positions in the batch; empty: nothing is blended.
};

/// Draws a mixing for a batch: the share from Beta(alpha, alpha), mirrored to at least ½; partners
/// by shuffling. `alpha` 0: no blending.
Mixing drawMixing(double alpha, std::size_t images, Random random);

/// Blends the rows of floating-point inputs.
torch::Tensor blend(const torch::Tensor& inputs, const Mixing& mixing);

} // namespace labelwright
