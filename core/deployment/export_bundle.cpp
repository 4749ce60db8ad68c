#include "core/deployment/export_bundle.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/deployment/bundle_place.h"
#include "core/deployment/bundle_texts.h"
#include "core/deployment/bundle_verification.h"
#include "core/imaging/image_header.h"
#include "core/nn/torchscript_export.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace labelwright {

namespace {

QByteArray jsonText(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

bool isSingleFile(const QString& path)
{
    return path.endsWith(".pt", Qt::CaseInsensitive) ||
           path.endsWith(".torchscript", Qt::CaseInsensitive);
}

/// The service's model, whose thresholds and calibration are complete.
Result<void> writeModel(const ServedModel& model, const std::vector<BundleFile>& extraFiles,
                        const QString& path)
{
    return exportTorchScript(model.spec, model.labels, model.weightsPath, model.calibration,
                             extraFiles, path);
}

/// One file: the proof is stored inside, so the model is written again with it and that file is
/// held against the application once more.
Result<void> writeSingleFile(const ServedModel& model, const BundleProof& proof,
                             const QString& path, ExportReport& report)
{
    std::vector<BundleFile> files = machineReadableFiles(model);
    if (const auto written = writeModel(model, files, path); !written)
        return written;
    if (const auto verified = verifyModel(path, proof, model, report); !verified)
        return verified;
    files.emplace_back("verification.json", jsonText(toJson(report)));
    if (const auto written = writeModel(model, files, path); !written)
        return written;
    return verifyModel(path, proof, model, report);
}

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

Result<void> writeSamples(const BundleRequest& request, const ServedModel& model,
                          const BundleProof& proof, const QDir& folder)
{
    const auto labels = std::size_t(model.labels.size());
    QJsonArray expected;
    for (std::size_t i = 0; i < proof.images.size(); ++i) {
        const QString ending = sampleEnding(proof.images[i].encoded);
        if (ending.isEmpty() || std::size_t(expected.size()) >= request.sampleCount)
            continue;
        const QString name = QString("sample-%1.%2").arg(expected.size() + 1).arg(ending);
        const auto written =
            writeFileAtomically(folder.filePath("samples/" + name), proof.images[i].encoded);
        if (!written)
            return written;
        expected.append(
            expectedOf(model, std::span(proof.scores).subspan(i * labels, labels), name));
    }
    return writeFileAtomically(folder.filePath("samples/expected.json"),
                               jsonText({{"samples", expected}}));
}

Result<void> writeTexts(const BundleRequest& request, const ServedModel& model,
                        const ExportReport& report, const QDir& folder)
{
    const auto digest = sha256OfFile(folder.filePath("model.pt"));
    if (!digest)
        return failureOf(digest);
    QJsonObject verification = toJson(report);
    verification["modelSha256"] = QString::fromLatin1(*digest);
    std::vector<BundleFile> files = machineReadableFiles(model);
    files.emplace_back("verification.json", jsonText(verification));
    files.emplace_back("README.md", bundleReadme(request, report));
    files.emplace_back("model-card.md", request.modelCard);
    files.emplace_back("example.py", bundleExample());
    for (const auto& [name, content] : files)
        if (const auto written = writeFileAtomically(folder.filePath(name), content); !written)
            return written;
    return {};
}

Result<void> writeFolder(const BundleRequest& request, const ServedModel& model,
                         const BundleProof& proof, const QDir& folder, ExportReport& report)
{
    const QString modelPath = folder.filePath("model.pt");
    if (const auto written = writeModel(model, machineReadableFiles(model), modelPath); !written)
        return written;
    if (const auto verified = verifyModel(modelPath, proof, model, report); !verified)
        return verified;
    if (const auto written = writeSamples(request, model, proof, folder); !written)
        return written;
    return writeTexts(request, model, report, folder);
}

qint64 bytesBelow(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return QFileInfo(path).size();
    qint64 bytes = 0;
    QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

Result<ExportReport> exportTorchScriptBundle(const BundleRequest& request, const QString& path,
                                             const ProgressCallback& progress, std::stop_token stop)
{
    const auto say = [&](const QString& step, qint64 done) {
        if (progress)
            progress({step, done, 3});
    };
    const bool asFile = isSingleFile(path);
    auto place = BundlePlace::open(path, asFile, request.overwrite);
    if (!place)
        return failureOf(place);
    say(QStringLiteral("Scoring validation images"), 0);
    const auto service = PredictionService::open(request.model, request.threads);
    if (!service)
        return failureOf(service);
    const auto proof = makeProof(request, *service, stop);
    if (!proof)
        return failureOf(proof);
    say(QStringLiteral("Writing and verifying the model"), 1);
    ExportReport report;
    const ServedModel& model = service->model();
    const auto written = asFile
                             ? writeSingleFile(model, *proof, place->staged(), report)
                             : writeFolder(request, model, *proof, QDir(place->staged()), report);
    if (!written)
        return failureOf(written);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    report.path = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    report.modelPath = asFile ? report.path : report.path + "/model.pt";
    report.bytes = bytesBelow(place->staged());
    if (const auto published = place->publish(); !published)
        return failureOf(published);
    say(QStringLiteral("Exported"), 3);
    return report;
}

QJsonObject toJson(const ExportReport& report)
{
    return {{"images", qint64(report.images)},
            {"decisions", qint64(report.decisions)},
            {"changedDecisions", qint64(report.changedDecisions)},
            {"maxDifference", report.maxDifference},
            {"allowedDifference", allowedScoreDifference}};
}

} // namespace labelwright
