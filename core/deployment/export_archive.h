#pragma once

#include "core/base/result.h"

#include <QString>

namespace labelwright {

/// Packs every file below `folder` into the zip archive `path`, below `top` (empty: at the root).
Result<void> packFolder(const QString& folder, const QString& top, const QString& path);

/// Bytes of a file, or of all files below a folder.
qint64 bytesBelow(const QString& path);

} // namespace labelwright
