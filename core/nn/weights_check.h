#pragma once

#include "core/base/result.h"
#include "core/nn/network_plan.h"
#include "core/nn/weights_file.h"

#include <QString>

#include <string>
#include <vector>

namespace labelwright {

/// How strictly a file must fit a plan.
enum class WeightsFit {
    Exact,       ///< Own checkpoints: every tensor, F32 and I64, nothing else.
    Torchvision, ///< Backbone files: any floating type; batch counts and the classifier are optional.
};

/// The tensor for each of `parameters`, in their order; nullptr for an optional one that is
/// missing. Names begin with `prefix` in the plan and without it in the file. Refuses the first
/// name, type or shape that does not fit, in a sentence that begins with `what`.
Result<std::vector<const WeightTensor*>>
matchWeights(const std::vector<PlanParameter>& parameters, const std::vector<WeightTensor>& tensors,
             WeightsFit fit, const QString& what, const std::string& prefix = {});

/// The values of a floating tensor as F32.
std::vector<float> toFloats(const WeightTensor& tensor);

} // namespace labelwright
