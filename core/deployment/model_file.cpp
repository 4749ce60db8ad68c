#include "core/deployment/model_file.h"

#include "core/deployment/bundle_texts.h"
#include "core/deployment/onnx_difference.h"
#include "core/nn/torchscript_export.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace labelwright {

namespace {

Result<void> writeTorchScript(const ProvenExport& work, const QString& path,
                              const QByteArray& verification)
{
    std::vector<BundleFile> files = machineReadableFiles(work);
    if (!verification.isEmpty())
        files.emplace_back("verification.json", verification);
    return exportTorchScript(work.model.spec, work.model.labels, work.model.weightsPath,
                             work.model.calibration, files, path);
}

/// The same, named without ".json" and in one line each; the origin as single values.
Result<void> writeOnnx(const ProvenExport& work, const ExportedModel& file,
                       const QByteArray& verification)
{
    std::vector<std::pair<QString, QString>> metadata = originValues(work);
    for (const auto& [name, content] : machineReadableFiles(work))
        if (name != "origin.json")
            metadata.emplace_back(QString(name).remove(".json"),
                                  QString::fromUtf8(QJsonDocument::fromJson(content).toJson(
                                      QJsonDocument::Compact)));
    if (!verification.isEmpty())
        metadata.emplace_back("verification", QString::fromUtf8(verification));
    return exportOnnx(work.model.spec, work.model.labels, work.model.weightsPath,
                      work.model.calibration, metadata, file.onnx, file.path);
}

/// A sentence about where in the network the difference begins; empty where that is not known.
QString differingLayer(const ProvenExport& work, const ExportedModel& file, std::size_t image)
{
    const bool isReadable = file.format == ExportFormat::Onnx &&
                            file.onnx.layout == OnnxLayout::Nhwc &&
                            file.onnx.precision == OnnxPrecision::F32;
    if (!isReadable)
        return {};
    const auto layer =
        firstDifferentLayer(work.model.spec, work.model.labels, work.model.weightsPath,
                            work.model.calibration, file.path, work.proof.pixels[image]);
    return layer && !layer->isEmpty() ? QString(" The first layer that differs is %1.").arg(*layer)
                                      : QString();
}

QJsonObject toJson(const ModelProof& proof)
{
    QJsonObject object{{"file", proof.file},
                       {"sha256", QString::fromLatin1(proof.sha256)},
                       {"runtime", proof.runtime},
                       {"images", qint64(proof.images)},
                       {"decisions", qint64(proof.decisions)},
                       {"changedDecisions", qint64(proof.changedDecisions)},
                       {"maxDifference", proof.maxDifference},
                       {"allowedDifference", proof.allowedDifference},
                       {"largestBatch", qint64(proof.largestBatch)}};
    if (!proof.remark.isEmpty())
        object["remark"] = proof.remark;
    return object;
}

} // namespace

Result<ModelProof> writeProvenModel(const ProvenExport& work, const ExportedModel& file,
                                    const QByteArray& verification)
{
    const auto written = file.format == ExportFormat::Onnx
                             ? writeOnnx(work, file, verification)
                             : writeTorchScript(work, file.path, verification);
    return written ? proveModel(work, file) : failureOf(written);
}

Result<ModelProof> proveModel(const ProvenExport& work, const ExportedModel& file)
{
    auto figures = compareModel(file, work.proof, work.model, work.stop);
    if (!figures)
        return failureOf(figures);
    if (const auto checked = refuseDifference(*figures); !checked)
        return failure(checked.error().summary + differingLayer(work, file, figures->worstImage),
                       checked.error().detail);
    return figures;
}

Result<ModelProof> writeSingleModel(const ProvenExport& work, const ExportedModel& file)
{
    auto first = writeProvenModel(work, file);
    if (!first)
        return first;
    first->sha256.clear(); // The file cannot hold its own.
    return writeProvenModel(work, file, jsonText(verificationOf({*first})));
}

QJsonObject verificationOf(const std::vector<ModelProof>& models)
{
    QJsonArray files;
    std::size_t changed = 0;
    double difference = 0;
    for (const ModelProof& proof : models) {
        QJsonObject file = toJson(proof);
        if (proof.sha256.isEmpty())
            file.remove("sha256");
        files.append(file);
        changed += proof.changedDecisions;
        difference = std::max(difference, proof.maxDifference);
    }
    return {{"images", models.empty() ? 0 : qint64(models.front().images)},
            {"decisions", models.empty() ? 0 : qint64(models.front().decisions)},
            {"changedDecisions", qint64(changed)},
            {"maxDifference", difference},
            {"files", files}};
}

QByteArray jsonText(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace labelwright
