#pragma once

#include "core/model/model_spec.h"
#include "core/nn/network_plan.h"

namespace labelwright {

/// What a spec computes, up to the logits (a Sigmoid at the end is left to the caller). Layers are
/// called "backbone." + torchvision's name, or "blocks.<index in the spec>…". Throws
/// std::invalid_argument with a readable reason when blocks do not fit together.
NetworkPlan planNetwork(const ModelSpec& spec, int labels);

} // namespace labelwright
