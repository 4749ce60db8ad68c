#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QString>

namespace labelwright::tests {

/// Programs that are no part of Labelwright and read its exports.
enum class ExportPeer {
    OnnxRuntime, ///< onnxruntime-node from npm, as packaging/test.sh installs it.
    OnnxChecker, ///< python3-onnx.
    PythonTorch, ///< python3-torch.
};

/// Why a peer cannot be asked here; empty when it can.
QString peerIsMissing(ExportPeer peer);

/// What a peer's script prints of a manifest; see tests/peers/onnxruntime/scores.js.
Result<QJsonArray> askPeer(ExportPeer peer, const QString& manifest);

} // namespace labelwright::tests
