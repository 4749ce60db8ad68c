#include "core/deployment/export_bundle.h"

#include "core/base/digest.h"
#include "core/deployment/bundle_place.h"
#include "core/deployment/bundle_writer.h"
#include "core/deployment/export_archive.h"
#include "core/deployment/triton_repository.h"

#include <QFileInfo>

#include <algorithm>

namespace labelwright {

namespace {

using Proofs = Result<std::vector<ModelProof>>;

/// Where an export is put together and where it goes.
struct Plan
{
    QString path;
    TritonPlace triton; ///< Only of a Triton repository.
    BundlePlace place;
};

Result<Plan> planExport(const BundleRequest& request, const ExportTarget& target)
{
    if (const auto checked = checkExportTarget(target); !checked)
        return failureOf(checked);
    const bool asFile = isExportFile(target.path);
    TritonPlace triton{target.path, TritonPlace::Part::Repository, {}, 1};
    if (target.format == ExportFormat::Triton) {
        auto planned = planTriton(request, target);
        if (!planned)
            return failureOf(planned);
        triton = *std::move(planned);
    }
    auto place = BundlePlace::open(triton.target, asFile, target.overwrite, target.path);
    if (!place)
        return failureOf(place);
    return Plan{QDir::cleanPath(QFileInfo(target.path).absoluteFilePath()), std::move(triton),
                std::move(*place)};
}

Proofs writeFolder(const ProvenExport& work, const TritonPlace& triton, const QString& folder)
{
    return work.target.format == ExportFormat::Triton ? writeTriton(work, triton, folder)
                                                       : writeBundle(work, QDir(folder));
}

Proofs writeArchive(const ProvenExport& work, const Plan& plan)
{
    const auto folder = plan.place.workFolder();
    if (!folder)
        return failureOf(folder);
    auto proofs = writeFolder(work, plan.triton, *folder);
    if (!proofs)
        return proofs;
    const bool isTriton = work.target.format == ExportFormat::Triton;
    const QString top = isTriton ? QString() : QFileInfo(plan.path).completeBaseName();
    if (const auto packed = packFolder(*folder, top, plan.place.staged()); !packed)
        return failureOf(packed);
    return proofs;
}

Proofs writeStaged(const ProvenExport& work, const Plan& plan)
{
    if (isZipPath(plan.path))
        return writeArchive(work, plan);
    if (!isExportFile(plan.path))
        return writeFolder(work, plan.triton, plan.place.staged());
    const auto proof =
        writeSingleModel(work, {plan.place.staged(), QFileInfo(plan.path).fileName(),
                                work.target.format, work.target.onnx});
    if (!proof)
        return failureOf(proof);
    return std::vector{*proof};
}

ExportReport reportOf(ExportFormat format, const Plan& plan,
                      const std::vector<ModelProof>& models)
{
    ExportReport report;
    report.format = format;
    report.path = plan.path;
    report.models = models;
    report.images = models.front().images;
    report.decisions = models.front().decisions;
    for (const ModelProof& proof : models) {
        report.changedDecisions += proof.changedDecisions;
        report.maxDifference = std::max(report.maxDifference, proof.maxDifference);
    }
    report.bytes = bytesBelow(plan.place.staged());
    return report;
}

} // namespace

Result<void> checkExportTarget(const ExportTarget& target)
{
    if (const auto checked = checkExportPath(target.format, target.path); !checked)
        return checked;
    const bool isPlain = target.onnx.input == OnnxInput::Uint8 &&
                         target.onnx.layout == OnnxLayout::Nhwc &&
                         target.onnx.precision == OnnxPrecision::F32;
    const bool takesOptions =
        target.format == ExportFormat::Onnx || target.format == ExportFormat::Triton;
    if (!isPlain && !takesOptions)
        return failure("Input, layout and precision can be chosen for an ONNX file or a Triton "
                       "repository only; the examples of a bundle count on the defaults.");
    return {};
}

Result<ExportReport> exportModel(const BundleRequest& request, const ExportTarget& target,
                                 const ProgressCallback& progress, std::stop_token stop)
{
    const auto say = [&](const QString& step, qint64 done) {
        if (progress)
            progress({step, done, 3});
    };
    auto plan = planExport(request, target);
    if (!plan)
        return failureOf(plan);
    say(QStringLiteral("Scoring validation images"), 0);
    const auto service = PredictionService::open(request.model, request.threads);
    if (!service)
        return failureOf(service);
    const auto proof = makeProof(request, *service, stop);
    const auto version = sha256OfFile(request.model.weightsPath);
    if (!proof || !version)
        return proof ? failureOf(version) : failureOf(proof);
    say(QStringLiteral("Writing and verifying the model"), 1);
    const auto written =
        writeStaged({request, target, service->model(), *proof, *version, stop}, *plan);
    if (!written)
        return failureOf(written);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    ExportReport report = reportOf(target.format, *plan, *written);
    if (const auto published = plan->place.publish(); !published)
        return failureOf(published);
    say(QStringLiteral("Exported"), 3);
    return report;
}

QJsonObject toJson(const ExportReport& report)
{
    return verificationOf(report.models);
}

} // namespace labelwright
