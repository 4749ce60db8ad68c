#pragma once

#include "core/base/result.h"
#include "core/evaluation/calibration.h"
#include "core/imaging/pixels.h"
#include "core/model/model_spec.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace labelwright {

/// The first layer of a float32 ONNX export that OpenCV computes otherwise than the application
/// does, for one prepared image: its name as in the checkpoint ("backbone.features.3.conv.0.0"), or
/// its kind and step for layers without weights ("Relu_3"), "normalised" for the normalisation and
/// "scores" for calibration and sigmoid; empty when none does. A value differs when it is further
/// away than 1e-3 of the largest value of the layer. The file is the one that `exportOnnx` wrote of
/// these, with input [N, H, W, C].
Result<QString> firstDifferentLayer(const ModelSpec& spec, const QStringList& labels,
                                    const QString& weightsPath,
                                    const std::vector<LabelCalibration>& calibration,
                                    const QString& onnxPath, PixelsView image);

} // namespace labelwright
