#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace labelwright {

/// Writes a whole file so that after a crash or a power cut the old or the new content stands
/// there, never a part: a temporary file beside it, synced, then renamed. Makes missing folders.
Result<void> writeFileAtomically(const QString& path, const QByteArray& content);

/// The whole content of a file.
Result<QByteArray> readFile(const QString& path);

} // namespace labelwright
