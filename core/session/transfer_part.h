#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <QtGlobal>

namespace labelwright {

/// What is on disk of a file that is being fetched, and which version of it.
struct TransferPart
{
    qint64 size = 0;      ///< Bytes that are there.
    qint64 total = -1;    ///< Of the whole file; -1 when unknown.
    QByteArray validator; ///< ETag or Last-Modified, for If-Range; may be empty.
};

/// The part at `path` that was fetched from `url`; an empty one when there is none or its version
/// is not known.
TransferPart readPart(const QString& path, const QUrl& url);

/// Remembers the version that the part at `path` belongs to.
Result<void> rememberPart(const QString& path, const QUrl& url, const TransferPart& part);

} // namespace labelwright
