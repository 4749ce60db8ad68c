#pragma once

#include "core/deployment/export_bundle.h"

#include <vector>

namespace labelwright {

/// Images and what the application says of them, to hold an export against.
struct BundleProof
{
    std::vector<BundleImage> images; ///< Readable ones, at most 64.
    std::vector<Pixels> pixels;      ///< As the network takes them.
    std::vector<float> scores;       ///< images × labels.
};

/// Most images that an export is held against.
inline constexpr std::size_t proofImages = 64;

/// Prepares the request's validation images and scores them with `service`. Fails when none is
/// readable.
Result<BundleProof> makeProof(const BundleRequest& request, const PredictionService& service,
                              std::stop_token stop);

/// A written model file and how it is to be run.
struct ExportedModel
{
    QString path;
    QString name; ///< Within the export.
    ExportFormat format = ExportFormat::TorchScript; ///< TorchScript or Onnx.
    OnnxOptions onnx;                                ///< Of an Onnx file.
};

/// Runs the file on the proof's images: some alone and all in batches of the application's size.
/// TorchScript runs in LibTorch, ONNX in OpenCV's DNN, f16 after its weights are widened to f32.
/// Fails when the file does not run.
Result<ModelProof> compareModel(const ExportedModel& exported, const BundleProof& proof,
                                const ServedModel& model, std::stop_token stop = {});

/// Fails, naming file and figures, when a score differs by more than allowed or a decision changes
/// that rounding to f16 does not explain.
Result<void> refuseDifference(const ModelProof& figures);

} // namespace labelwright
