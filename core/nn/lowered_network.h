#pragma once

#include "core/imaging/pixels.h"
#include "core/nn/lowered_graph.h"
#include "core/nn/network.h"

#include <span>

namespace labelwright {

/// A network in evaluation mode that computes a lowered graph in f32.
std::shared_ptr<Network> networkOf(const LoweredGraph& graph);

/// Images of one size as UINT8 [N, H, W, C], copied. Throws when their sizes differ.
torch::Tensor toImages(std::span<const PixelsView> images);

/// The values of a FLOAT tensor, row by row.
std::vector<float> toVector(const torch::Tensor& values);

} // namespace labelwright
