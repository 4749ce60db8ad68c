#include "core/deployment/bundle_writer.h"

#include "core/base/atomic_file.h"
#include "core/deployment/bundle_texts.h"
#include "core/imaging/image_header.h"

#include <QJsonArray>

namespace labelwright {

namespace {

/// The ending for a format that OpenCV reads everywhere; empty for others.
QString sampleEnding(const QByteArray& encoded)
{
    const auto header = readImageHeader(encoded);
    if (!header || header->format == ImageFormat::Gif || header->isAnimated)
        return {};
    return header->format == ImageFormat::Jpeg ? QStringLiteral("jpg")
                                               : header->formatName.toLower();
}

QJsonObject expectedOf(const ServedModel& model, std::span<const float> scores, const QString& file)
{
    QJsonObject byLabel;
    QJsonObject present;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        byLabel[model.labels[qsizetype(i)]] = double(scores[i]);
        present[model.labels[qsizetype(i)]] = scores[i] >= model.thresholds[i];
    }
    return {{"file", file}, {"scores", byLabel}, {"present", present}};
}

Result<void> writeSamples(const ProvenExport& work, const QDir& folder)
{
    const auto labels = std::size_t(work.model.labels.size());
    QJsonArray expected;
    for (std::size_t i = 0; i < work.proof.images.size(); ++i) {
        const QByteArray& encoded = work.proof.images[i].encoded;
        const QString ending = sampleEnding(encoded);
        if (ending.isEmpty() || std::size_t(expected.size()) >= work.request.sampleCount)
            continue;
        const QString name = QString("sample-%1.%2").arg(expected.size() + 1).arg(ending);
        if (const auto written = writeFileAtomically(folder.filePath("samples/" + name), encoded);
            !written)
            return written;
        expected.append(expectedOf(
            work.model, std::span(work.proof.scores).subspan(i * labels, labels), name));
    }
    return writeFileAtomically(folder.filePath("samples/expected.json"),
                               jsonText({{"samples", expected}}));
}

Result<void> writeTexts(const ProvenExport& work, const std::vector<ModelProof>& models,
                        const QDir& folder)
{
    std::vector<BundleFile> files = machineReadableFiles(work);
    files.emplace_back("verification.json", jsonText(verificationOf(models)));
    files.emplace_back("README.md", bundleReadme(work.request, models));
    files.emplace_back("model-card.md", work.request.modelCard);
    files.emplace_back("example.py", pythonExample());
    files.emplace_back("example_torch.py", torchExample());
    files.emplace_back("example.cpp", cppExample());
    for (const auto& [name, content] : files)
        if (const auto written = writeFileAtomically(folder.filePath(name), content); !written)
            return written;
    return {};
}

} // namespace

Result<std::vector<ModelProof>> writeBundle(const ProvenExport& work, const QDir& folder)
{
    const std::vector<ExportedModel> files{
        {folder.filePath("model.pt"), "model.pt", ExportFormat::TorchScript, {}},
        {folder.filePath("model.onnx"), "model.onnx", ExportFormat::Onnx, {}}};
    std::vector<ModelProof> models;
    for (const ExportedModel& file : files) {
        auto proven = writeProvenModel(work, file);
        if (!proven)
            return failureOf(proven);
        models.push_back(*std::move(proven));
    }
    if (const auto written = writeSamples(work, folder); !written)
        return failureOf(written);
    if (const auto written = writeTexts(work, models, folder); !written)
        return failureOf(written);
    return models;
}

} // namespace labelwright
