#include "core/deployment/triton_repository.h"

#include "core/base/atomic_file.h"
#include "core/deployment/bundle_texts.h"

#include <QFileInfo>

#include <algorithm>

namespace labelwright {

namespace {

QByteArray labelsText(const ServedModel& model)
{
    QString text;
    for (const QString& label : model.labels)
        text += label.simplified() + '\n'; // One a line.
    return text.toUtf8();
}

QString inputDims(const BundleRequest& request, const OnnxOptions& onnx)
{
    const Preprocessing& input = find<InputBlock>(request.model.spec)->preprocessing;
    const int channels = channelCount(input.color);
    return onnx.layout == OnnxLayout::Nhwc
               ? QString("%1, %2, %3").arg(input.height).arg(input.width).arg(channels)
               : QString("%1, %2, %3").arg(channels).arg(input.height).arg(input.width);
}

QByteArray configText(const BundleRequest& request, const OnnxOptions& onnx, const QString& name)
{
    return QString(R"(name: "%1"
platform: "onnxruntime_onnx"
max_batch_size: %2
input [
  {
    name: "images"
    data_type: %3
    dims: [ %4 ]
  }
]
output [
  {
    name: "scores"
    data_type: TYPE_FP32
    dims: [ %5 ]
    label_filename: "labels.txt"
  }
]
dynamic_batching { }
)")
        .arg(name)
        .arg(PredictionService::batchSize)
        .arg(onnx.input == OnnxInput::Uint8 ? "TYPE_UINT8" : "TYPE_FP32",
             inputDims(request, onnx))
        .arg(request.model.labels.size())
        .toUtf8();
}

bool isModelFolder(const QDir& folder)
{
    return folder.exists("config.pbtxt");
}

bool isRepository(const QDir& folder)
{
    const QStringList models = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return std::any_of(models.begin(), models.end(), [&](const QString& name) {
        return isModelFolder(QDir(folder.filePath(name)));
    });
}

int newestVersion(const QDir& model)
{
    int newest = 0;
    for (const QString& name : model.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        newest = std::max(newest, name.toInt());
    return newest;
}

/// Versions share config and labels.
Result<void> checkSameShape(const BundleRequest& request, const OnnxOptions& onnx, const QDir& model)
{
    const auto config = readFile(model.filePath("config.pbtxt"));
    const auto labels = readFile(model.filePath("labels.txt"));
    if (config && labels && *config == configText(request, onnx, model.dirName()) &&
        *labels == labelsText(request.model))
        return {};
    return failure(QString("The model %1 in the repository has another input or other labels, so "
                           "this one cannot be its next version: choose another repository, rename "
                           "the model, or overwrite it.")
                       .arg(model.dirName()));
}

} // namespace

QString tritonName(const QString& title)
{
    QString name;
    for (const QChar letter : title.simplified()) {
        const bool isPlain = letter.unicode() < 128 && letter.isLetterOrNumber();
        name += isPlain || QStringLiteral("-_.").contains(letter) ? letter : QChar('_');
    }
    while (name.startsWith('.'))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("model") : name;
}

Result<TritonPlace> planTriton(const BundleRequest& request, const ExportTarget& target)
{
    const QString path = QDir::cleanPath(QFileInfo(target.path).absoluteFilePath());
    const QString name = tritonName(request.title);
    TritonPlace place{path, TritonPlace::Part::Repository, name, 1};
    const QDir folder(path);
    if (isExportFile(path) || !folder.exists() || !isRepository(folder))
        return place; // BundlePlace refuses what is neither free nor an export.
    const QDir model(folder.filePath(name));
    place.target = model.path();
    place.part = TritonPlace::Part::Model;
    if (!isModelFolder(model) || target.overwrite == Overwrite::Yes)
        return place;
    if (const auto same = checkSameShape(request, target.onnx, model); !same)
        return failureOf(same);
    place.part = TritonPlace::Part::Version;
    place.version = newestVersion(model) + 1;
    place.target = model.filePath(QString::number(place.version));
    return place;
}

Result<std::vector<ModelProof>> writeTriton(const ProvenExport& work, const TritonPlace& place,
                                            const QString& staged)
{
    const bool isWhole = place.part == TritonPlace::Part::Repository;
    const QDir model(isWhole ? staged + '/' + place.model : staged);
    const bool isVersion = place.part == TritonPlace::Part::Version;
    const QDir version(isVersion ? staged : model.filePath(QString::number(place.version)));
    if (!version.mkpath("."))
        return failure(QString("%1 cannot be written.").arg(version.path()));
    const auto proven = writeProvenModel(work, {version.filePath("model.onnx"), "model.onnx",
                                                ExportFormat::Onnx, work.target.onnx});
    if (!proven)
        return failureOf(proven);
    std::vector<std::pair<QString, QByteArray>> files;
    for (const auto& [name, content] : machineReadableFiles(work))
        files.emplace_back(version.filePath(name), content);
    files.emplace_back(version.filePath("verification.json"), jsonText(verificationOf({*proven})));
    if (!isVersion) {
        files.emplace_back(model.filePath("config.pbtxt"), configText(work.request, work.target.onnx, place.model));
        files.emplace_back(model.filePath("labels.txt"), labelsText(work.model));
    }
    for (const auto& [path, content] : files)
        if (const auto written = writeFileAtomically(path, content); !written)
            return failureOf(written);
    return std::vector{*proven};
}

} // namespace labelwright
