#pragma once

#include "core/base/result.h"
#include "core/imaging/pixels.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace labelwright {

/// How a batch of images lies in memory.
enum class BatchLayout { Nhwc, Nchw };

/// Runs an ONNX file with OpenCV's DNN on images of one size as one batch: input UINT8 or FLOAT
/// [N, H, W, C] or [N, C, H, W] with values 0 to 255. The output, row by row. Fails with what
/// OpenCV says when it cannot load or run the file. OpenCV 4.6 refuses files with float16 weights.
Result<std::vector<float>> runOnnx(const QString& path, std::span<const PixelsView> images,
                                   BatchLayout layout = BatchLayout::Nhwc);

/// The same, giving each of the graph's outputs called `names`, computed node by node (OpenCV
/// otherwise joins some).
Result<std::vector<std::vector<float>>> runOnnxOutputs(const QString& path,
                                                       std::span<const PixelsView> images,
                                                       BatchLayout layout,
                                                       const QStringList& names);

} // namespace labelwright
