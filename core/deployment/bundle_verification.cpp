#include "core/deployment/bundle_verification.h"

#include "core/nn/torchscript_export.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace labelwright {

namespace {

constexpr std::size_t batch = 16;

std::vector<PixelsView> viewsOf(const std::vector<Pixels>& pixels)
{
    return {pixels.begin(), pixels.end()};
}

/// Scores of the exported file. The first image runs alone: a network that depends on the size of
/// its batch would show here.
Result<std::vector<float>> exportedScores(const QString& modelPath, const BundleProof& proof,
                                          std::size_t labels)
{
    const std::vector<PixelsView> images = viewsOf(proof.pixels);
    std::vector<float> scores;
    std::size_t first = 0;
    while (first < images.size()) {
        const std::size_t count = std::min(first == 0 ? 1 : batch, images.size() - first);
        const auto part = runTorchScript(modelPath, std::span(images).subspan(first, count));
        if (!part)
            return failureOf(part);
        if (part->size() != count * labels)
            return failure("The exported model gives another number of scores than it has labels.");
        scores.insert(scores.end(), part->begin(), part->end());
        first += count;
    }
    return scores;
}

} // namespace

Result<BundleProof> makeProof(const BundleRequest& request, const PredictionService& service,
                              std::stop_token stop)
{
    const Preprocessing& preprocessing = find<InputBlock>(service.model().spec)->preprocessing;
    BundleProof proof;
    for (const BundleImage& image : request.validation) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (proof.images.size() == proofImages)
            break;
        Result<Pixels> pixels = prepareImage(image.encoded, preprocessing);
        if (!pixels)
            continue;
        proof.images.push_back(image);
        proof.pixels.push_back(std::move(*pixels));
    }
    if (proof.images.empty())
        return failure("The export cannot be proven: there is no readable validation image.");
    auto scores = service.scoresOfPrepared(viewsOf(proof.pixels));
    if (!scores)
        return failureOf(scores);
    proof.scores = std::move(*scores);
    return proof;
}

Result<void> verifyModel(const QString& modelPath, const BundleProof& proof,
                         const ServedModel& model, ExportReport& report)
{
    const auto labels = std::size_t(model.labels.size());
    const auto scores = exportedScores(modelPath, proof, labels);
    if (!scores)
        return failureOf(scores);
    report.images = proof.images.size();
    report.decisions = proof.scores.size();
    report.changedDecisions = 0;
    report.maxDifference = 0;
    for (std::size_t i = 0; i < scores->size(); ++i) {
        const float threshold = model.thresholds[i % labels];
        const float own = proof.scores[i];
        const float exported = (*scores)[i];
        const double difference = std::isfinite(exported) && std::isfinite(own)
                                      ? std::abs(double(exported) - double(own))
                                      : std::numeric_limits<double>::infinity();
        report.maxDifference = std::max(report.maxDifference, difference);
        report.changedDecisions += (own >= threshold) != (exported >= threshold) ? 1 : 0;
    }
    if (report.maxDifference > allowedScoreDifference || report.changedDecisions > 0)
        return failure(
            QString("The exported model disagrees with the application (largest "
                    "difference %1, %2 of %3 decisions changed), so nothing was written.")
                .arg(report.maxDifference, 0, 'g', 3)
                .arg(report.changedDecisions)
                .arg(report.decisions));
    return {};
}

} // namespace labelwright
