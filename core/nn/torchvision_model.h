#pragma once

#include "core/base/result.h"

#include <QString>

#include <span>
#include <vector>

namespace labelwright {

/// How a torchvision model is computed.
enum class TorchvisionRun {
    Plain,    ///< Batch norms as they are.
    Lowered,  ///< With batch norms folded, as prediction and exports do.
};

/// Runs torchvision's whole model, its classifier with 1000 classes included, in evaluation mode;
/// for proving the backbones equal to torchvision's. `input` is normalised, [N, 3, height, width],
/// row by row. Returns logits [N, 1000].
Result<std::vector<float>> runTorchvisionModel(const QString& name, const QString& weightsPath,
                                               std::span<const float> input, int height, int width,
                                               TorchvisionRun run = TorchvisionRun::Plain);

} // namespace labelwright
