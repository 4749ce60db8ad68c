#include "core/base/digest.h"

#include <QCryptographicHash>
#include <QFile>

namespace labelwright {

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Result<QByteArray> sha256OfFile(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return failure(QStringLiteral("The file %1 cannot be read.").arg(path),
                       file.errorString());
    return hash.result().toHex();
}

} // namespace labelwright
