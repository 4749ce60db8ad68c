#pragma once

#include "core/base/result.h"
#include "core/evaluation/calibration.h"
#include "core/imaging/pixels.h"
#include "core/model/model_spec.h"

#include <QString>
#include <QStringList>

#include <span>
#include <utility>
#include <vector>

namespace labelwright {

/// Writes a TorchScript module: input UINT8 [N, H, W, C] as prepared by `prepareImage`; inside:
/// normalisation, network with batch norms folded, calibration, sigmoid; output FLOAT [N, labels].
/// `extraFiles` (name, content) are stored in the archive for `torch.jit.load(_extra_files=…)`.
Result<void> exportTorchScript(const ModelSpec& spec, const QStringList& labels,
                               const QString& weightsPath,
                               const std::vector<LabelCalibration>& calibration,
                               const std::vector<std::pair<QString, QByteArray>>& extraFiles,
                               const QString& path);

/// Runs an exported file on prepared images, for proving it equal. Scores, images × labels.
Result<std::vector<float>> runTorchScript(const QString& path,
                                          std::span<const PixelsView> images);

} // namespace labelwright
