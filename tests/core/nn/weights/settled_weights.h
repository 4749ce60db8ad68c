#pragma once

#include "core/imaging/pixels.h"
#include "core/model/model_spec.h"

#include <QString>

#include <vector>

namespace labelwright::tests {

/// Writes a checkpoint of random weights as tame as trained ones: batch norms have the statistics
/// of `images`, and where the network ends in a dense layer, each label's logits over them have
/// mean 0.3 and deviation 2. Otherwise deep random networks amplify rounding differences, or give
/// scores that are all 0 or 1. `backbone`: torchvision's .pth for the backbone, or empty.
void writeSettledWeights(const QString& path, const ModelSpec& spec, int labels,
                         const std::vector<Pixels>& images, const QString& backbone);

} // namespace labelwright::tests
