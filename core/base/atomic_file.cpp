#include "core/base/atomic_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace labelwright {

Result<void> writeFileAtomically(const QString& path, const QByteArray& content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.commit())
        return failure(QStringLiteral("The file %1 cannot be written: %2. Check the folder's "
                                      "permissions and the free disk space.")
                           .arg(path, file.errorString()));
    return {};
}

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(QStringLiteral("The file %1 cannot be read: %2.")
                           .arg(path, file.errorString()));
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(QStringLiteral("The file %1 cannot be read: %2.")
                           .arg(path, file.errorString()));
    return content;
}

} // namespace labelwright
