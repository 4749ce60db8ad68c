#pragma once

#include "core/nn/network_plan.h"

#include <string>

namespace labelwright {

/// Python source of `forward(self, images)` for a lowered plan: UINT8 [N, H, W, C] → scores. It
/// reads the attributes `weight_<step>` and `bias_<step>`, `pixel_scale` and `pixel_offset`
/// [1, C, 1, 1] (normalised = value · scale − offset), `logit_scale` and `logit_offset` [labels].
std::string torchScriptSource(const NetworkPlan& plan);

} // namespace labelwright
