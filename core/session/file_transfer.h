#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>
#include <QUrl>

#include <chrono>
#include <stop_token>

namespace labelwright {

/// A file to fetch by HTTP.
struct TransferRequest
{
    QUrl url;
    QString path; ///< Where the bytes go; a part that is there already is continued.
    QString step; ///< For progress: "Downloading resnet18-f37072fd.pth".
    std::chrono::milliseconds timeout{30'000};        ///< Longest wait for the next bytes.
    qint64 maxBytes = qint64{2} * 1024 * 1024 * 1024; ///< Larger files are refused.
};

/// True for https, and for http on this machine (loopback).
bool mayBeFetched(const QUrl& url);

/// Fetches a file and returns when all of it is at `path`. Beside it, `path + ".json"` remembers
/// which version of the file the part belongs to; a part is continued only when the server confirms
/// that version (If-Range), otherwise begun anew. A broken connection is tried again a few times as
/// long as bytes arrive. After a failure or a stop the part stays.
Result<void> fetchFile(const TransferRequest& request, const ProgressCallback& progress,
                       const std::stop_token& stop);

/// Removes a part and what is remembered of it.
void forgetTransfer(const QString& path);

} // namespace labelwright
