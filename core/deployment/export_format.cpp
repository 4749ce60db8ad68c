#include "core/deployment/export_format.h"

#include <QFileInfo>
#include <QStringList>

namespace labelwright {

namespace {

QString endingOf(const QString& path)
{
    return QFileInfo(path).suffix().toLower();
}

bool isTorchScript(const QString& path)
{
    return endingOf(path) == "pt" || endingOf(path) == "torchscript";
}

bool isOnnx(const QString& path)
{
    return endingOf(path) == "onnx";
}

/// Endings of files that nobody gives a folder.
bool promisesAnotherFile(const QString& path)
{
    static const QStringList others{"pth", "safetensors", "h5",   "keras", "tflite", "pb", "mlmodel",
                                    "pkl", "ckpt",        "bin",  "engine", "json",  "xml", "txt",
                                    "csv", "tar",         "gz",   "7z"};
    return others.contains(endingOf(path)) && !QFileInfo(path).isDir();
}

} // namespace

ExportFormat exportFormatFor(const QString& path)
{
    if (isTorchScript(path))
        return ExportFormat::TorchScript;
    return isOnnx(path) ? ExportFormat::Onnx : ExportFormat::Bundle;
}

bool isZipPath(const QString& path)
{
    return endingOf(path) == "zip";
}

bool isExportFile(const QString& path)
{
    return isTorchScript(path) || isOnnx(path) || isZipPath(path);
}

Result<void> checkExportPath(ExportFormat format, const QString& path)
{
    if (promisesAnotherFile(path))
        return failure(QStringLiteral("%1 looks like a file of another format (.%2): name a file "
                                      "ending in .pt, .onnx or .zip, or a folder.")
                           .arg(path, endingOf(path)));
    if (format == ExportFormat::TorchScript && !isTorchScript(path))
        return failure(
            QStringLiteral("TorchScript is one file: name one ending in .pt, not %1.").arg(path));
    if (format == ExportFormat::Onnx && !isOnnx(path))
        return failure(
            QStringLiteral("ONNX is one file: name one ending in .onnx, not %1.").arg(path));
    const bool isModel = isTorchScript(path) || isOnnx(path);
    if (isModel && (format == ExportFormat::Bundle || format == ExportFormat::Triton))
        return failure(QStringLiteral("%1 would be one model file: name a folder, or a file ending "
                                      "in .zip.")
                           .arg(path));
    return {};
}

} // namespace labelwright
