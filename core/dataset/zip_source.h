#pragma once

#include "core/dataset/source.h"

namespace labelwright {

/// By its name or its first bytes: a zip archive may be called anything.
bool isZipFile(const QString& path);

/// Opens a zip archive; see `openSource` for what is refused.
Result<std::unique_ptr<ImageSource>> openZipSource(const QString& path, const SourceLimits& limits);

} // namespace labelwright
