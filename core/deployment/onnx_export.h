#pragma once

#include "core/base/result.h"
#include "core/evaluation/calibration.h"
#include "core/model/model_spec.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace labelwright {

enum class OnnxInput { Uint8, Float };   ///< Values 0 to 255 either way.
enum class OnnxLayout { Nhwc, Nchw };    ///< Of the input.

/// Of the network inside; input, normalisation, calibration and scores stay float32. Scores of F16
/// differ by up to 0.011 in the networks that tests run, more in others (0.039 was seen); OpenCV 4.6
/// refuses such files, ONNX Runtime runs them.
enum class OnnxPrecision { F32, F16 };

struct OnnxOptions
{
    OnnxInput input = OnnxInput::Uint8;
    OnnxLayout layout = OnnxLayout::Nhwc;
    OnnxPrecision precision = OnnxPrecision::F32;
};

/// Writes an ONNX model: input "images" [N, H, W, C] (or [N, C, H, W]) of raw RGB as prepared by
/// `prepareImage`; inside: normalisation, network with batch norms folded, calibration, sigmoid;
/// output "scores" FLOAT [N, labels]. N is free. `metadata` (name, value) goes into
/// metadata_props. The file appears only when complete.
Result<void> exportOnnx(const ModelSpec& spec, const QStringList& labels,
                        const QString& weightsPath,
                        const std::vector<LabelCalibration>& calibration,
                        const std::vector<std::pair<QString, QString>>& metadata,
                        const OnnxOptions& options, const QString& path);

} // namespace labelwright
