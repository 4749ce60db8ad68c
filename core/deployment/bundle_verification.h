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

/// Runs the TorchScript file at `modelPath` on the proof's images, first one alone and then in
/// batches, and counts differences into `report`. Fails, naming the figures, when a score differs
/// by more than `allowedScoreDifference`, when any decision changes, or when it does not run.
Result<void> verifyModel(const QString& modelPath, const BundleProof& proof,
                         const ServedModel& model, ExportReport& report);

} // namespace labelwright
