#pragma once

#include "core/base/result.h"
#include "core/imaging/pixels.h"
#include "core/nn/lowered_graph.h"

#include <vector>

namespace labelwright {

/// What each step of a network gives for one image, row by row; first the normalised image.
Result<std::vector<std::vector<float>>> stepValues(const LoweredGraph& graph, PixelsView image);

} // namespace labelwright
