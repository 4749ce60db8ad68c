#include "core/deployment/bundle_verification.h"

#include "core/base/digest.h"
#include "core/deployment/onnx_widening.h"
#include "core/imaging/onnx_runner.h"
#include "core/nn/torchscript_export.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace labelwright {

namespace {

/// So many images run alone too: a network that depends on the size of its batch would show here.
constexpr std::size_t aloneCount = 4;

std::vector<PixelsView> viewsOf(const std::vector<Pixels>& pixels)
{
    return {pixels.begin(), pixels.end()};
}

/// Runs an exported file and counts what differs.
class ModelComparison
{
public:
    ModelComparison(const ExportedModel& exported, const BundleProof& proof,
                    const ServedModel& model)
        : m_exported(exported)
        , m_proof(proof)
        , m_model(model)
        , m_labels(static_cast<std::size_t>(model.labels.size()))
        , m_images(viewsOf(proof.pixels))
        , m_runnable(exported.path)
    {
        m_figures.file = exported.name;
        m_figures.runtime = isOnnx() ? QStringLiteral("OpenCV DNN") : QStringLiteral("LibTorch");
        m_figures.images = proof.images.size();
        m_figures.decisions = proof.scores.size();
        m_figures.isRounded = isHalf();
        m_figures.allowedDifference = isHalf() ? allowedHalfDifference : allowedScoreDifference;
    }

    Result<ModelProof> run(const std::stop_token& stop)
    {
        m_stop = stop;
        if (const auto widened = widen(); !widened)
            return failureOf(widened);
        if (const auto alone = runAll(std::min(aloneCount, m_images.size()), 1); !alone)
            return failureOf(alone);
        const auto together = runAll(m_images.size(), PredictionService::batchSize);
        const auto digest = sha256OfFile(m_exported.path);
        if (!together || !digest)
            return together ? failureOf(digest) : failureOf(together);
        m_figures.sha256 = *digest;
        return m_figures;
    }

private:
    [[nodiscard]] bool isOnnx() const { return m_exported.format == ExportFormat::Onnx; }
    [[nodiscard]] bool isHalf() const
    {
        return isOnnx() && m_exported.onnx.precision == OnnxPrecision::F16;
    }

    /// OpenCV refuses f16.
    Result<void> widen()
    {
        if (!isHalf())
            return {};
        m_figures.remark = QStringLiteral("OpenCV does not run f16: the rounded weights were "
                                          "widened to f32 to be run; arithmetic in f16 was not tried.");
        m_runnable = m_folder.filePath(QStringLiteral("wide.onnx"));
        return widenOnnx(m_exported.path, m_runnable);
    }

    [[nodiscard]] Result<std::vector<float>> scoresOf(std::span<const PixelsView> images) const
    {
        if (!isOnnx())
            return runTorchScript(m_runnable, images);
        return runOnnx(m_runnable, images,
                       m_exported.onnx.layout == OnnxLayout::Nhwc ? BatchLayout::Nhwc
                                                                  : BatchLayout::Nchw);
    }

    Result<void> runAll(std::size_t count, std::size_t batch)
    {
        for (std::size_t first = 0; first < count; first += batch) {
            if (m_stop.stop_requested())
                return tl::unexpected(cancelledError());
            const auto images = std::span(m_images).subspan(first, std::min(batch, count - first));
            const auto scores = scoresOf(images);
            if (!scores)
                return failureOf(scores);
            if (scores->size() != images.size() * m_labels)
                return failure(QStringLiteral("The exported %1 gives another number of scores than "
                                              "it has labels.")
                                   .arg(m_exported.name));
            for (std::size_t i = 0; i < scores->size(); ++i)
                compare(first * m_labels + i, (*scores)[i]);
            m_figures.largestBatch = std::max(m_figures.largestBatch, images.size());
        }
        return {};
    }

    void compare(std::size_t index, float exported)
    {
        const float threshold = m_model.thresholds[index % m_labels];
        const float own = m_proof.scores[index];
        const double difference = std::isfinite(exported) && std::isfinite(own)
                                      ? std::abs(double(exported) - double(own))
                                      : std::numeric_limits<double>::infinity();
        if (difference > m_figures.maxDifference) {
            m_figures.maxDifference = difference;
            m_figures.worstImage = index / m_labels;
        }
        if ((own >= threshold) != (exported >= threshold))
            m_changed.insert(index);
        m_figures.changedDecisions = m_changed.size();
    }

    const ExportedModel& m_exported;
    const BundleProof& m_proof;
    const ServedModel& m_model;
    std::size_t m_labels;
    std::vector<PixelsView> m_images;
    QString m_runnable;
    QTemporaryDir m_folder; ///< For a widened copy.
    std::set<std::size_t> m_changed; ///< Each decision counts once, however often it was run.
    std::stop_token m_stop;
    ModelProof m_figures;
};

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

Result<ModelProof> compareModel(const ExportedModel& exported, const BundleProof& proof,
                                const ServedModel& model, std::stop_token stop)
{
    return ModelComparison(exported, proof, model).run(stop);
}

Result<void> refuseDifference(const ModelProof& figures)
{
    const bool areDecisionsKept = figures.changedDecisions == 0 || figures.isRounded;
    if (figures.maxDifference <= figures.allowedDifference && areDecisionsKept)
        return {};
    return failure(QString("The exported %1 disagrees with the application (largest difference %2, "
                           "%3 of %4 decisions changed), so nothing was written.")
                       .arg(figures.file)
                       .arg(figures.maxDifference, 0, 'g', 3)
                       .arg(figures.changedDecisions)
                       .arg(figures.decisions));
}

} // namespace labelwright
