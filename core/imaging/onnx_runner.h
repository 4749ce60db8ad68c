#pragma once

#include "core/base/result.h"
#include "core/imaging/pixels.h"

#include <QString>

#include <span>
#include <vector>

namespace labelwright {

/// Runs an ONNX file with OpenCV's DNN on images of one size as one batch: input UINT8 or FLOAT
/// [N, H, W, C] with values 0 to 255. The output, row by row. Fails with what OpenCV says when it
/// cannot load or run the file.
Result<std::vector<float>> runOnnx(const QString& path, std::span<const PixelsView> images);

} // namespace labelwright
