#pragma once

#include "core/base/result.h"
#include "core/deployment/http_server.h"

#include <QFile>
#include <QString>

#include <memory>
#include <mutex>

namespace labelwright {

/// Writes one JSON object per exchange and line: time, peer, method, path, status, received, sent,
/// ms. Never contents, queries or tokens. At `fileBytes` the file becomes `<path>.1`, that one
/// `<path>.2` and so on; the oldest of `files` goes. Safe to call from many threads.
class AccessLog
{
public:
    struct Rotation
    {
        qint64 fileBytes = 10 << 20;
        int files = 5; ///< With the one being written.
    };

    /// Appends to the file; fails when it cannot be written.
    static Result<std::unique_ptr<AccessLog>> open(const QString& path, Rotation rotation);
    static Result<std::unique_ptr<AccessLog>> open(const QString& path);

    /// A line that cannot be written is lost; the next one tries again.
    void write(const HttpExchange& exchange);

private:
    QFile m_file;
    Rotation m_rotation;
    std::mutex m_access;

    AccessLog(const QString& path, Rotation rotation);
    bool openFile();
    void rotate();
};

} // namespace labelwright
