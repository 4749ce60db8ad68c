#pragma once

#include "core/deployment/bundle_verification.h"

#include <QDir>
#include <QJsonObject>

#include <stop_token>

namespace labelwright {

/// What the writers of the formats work with.
struct ProvenExport
{
    const BundleRequest& request;
    const ExportTarget& target;
    const ServedModel& model; ///< The service's, whose thresholds and calibration are complete.
    const BundleProof& proof;
    QByteArray modelVersion; ///< SHA-256 of the weights.
    std::stop_token stop;
};

/// Writes one model file with its metadata and proves it. `verification`, where not empty, goes
/// into the file too. A file that differs fails.
Result<ModelProof> writeProvenModel(const ProvenExport& work, const ExportedModel& file,
                                    const QByteArray& verification = {});

/// The proof alone, of a file that is written. Fails for one that differs, naming the first layer
/// that does where it is ONNX in f32 with rows of pixels as input.
Result<ModelProof> proveModel(const ProvenExport& work, const ExportedModel& file);

/// The same as `writeProvenModel` for a model that stands alone: the proof is stored inside, so it is written again with
/// it and that file is proven once more.
Result<ModelProof> writeSingleModel(const ProvenExport& work, const ExportedModel& file);

/// What verification.json says of these files.
QJsonObject verificationOf(const std::vector<ModelProof>& models);

/// Indented text.
QByteArray jsonText(const QJsonObject& object);

} // namespace labelwright
