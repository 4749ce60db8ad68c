#pragma once

#include "core/base/result.h"

#include <QString>

namespace labelwright {

/// What an export writes.
enum class ExportFormat {
    TorchScript, ///< One file, ".pt" or ".torchscript".
    Onnx,        ///< One file, ".onnx".
    Bundle,      ///< Both with texts, samples and examples: a folder, or a file ending in ".zip".
    Triton,      ///< A model repository for NVIDIA Triton: a folder, or a file ending in ".zip".
};

/// The format that a path means by its ending: a model file, else a bundle.
ExportFormat exportFormatFor(const QString& path);

/// Whether the export at `path` is one file (a model or an archive) and no folder.
bool isExportFile(const QString& path);

bool isZipPath(const QString& path);

/// Refuses a path whose ending promises something else than `format`, saying what to name.
Result<void> checkExportPath(ExportFormat format, const QString& path);

} // namespace labelwright
