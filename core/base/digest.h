#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace labelwright {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
QByteArray sha256(const QByteArray& bytes);

/// SHA-256 of a file's content as 64 lower-case hexadecimal digits; fails when it cannot be read.
Result<QByteArray> sha256OfFile(const QString& path);

} // namespace labelwright
