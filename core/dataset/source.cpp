#include "core/dataset/source.h"

#include "core/dataset/folder_source.h"
#include "core/dataset/zip_source.h"

#include <QFileInfo>

namespace labelwright {

QStringList ImageSource::paths() const
{
    QStringList paths;
    paths.reserve(static_cast<qsizetype>(entries().size()));
    for (const SourceEntry& entry : entries())
        paths.append(entry.path);
    return paths;
}

Result<std::unique_ptr<ImageSource>> openSource(const QString& fileOrFolder,
                                                const SourceLimits& limits)
{
    const QFileInfo info(fileOrFolder);
    if (fileOrFolder.isEmpty() || !info.exists())
        return failure(QStringLiteral("There is no file or folder %1.").arg(fileOrFolder));
    if (info.isDir())
        return openFolderSource(fileOrFolder, limits);
    if (isZipFile(fileOrFolder))
        return openZipSource(fileOrFolder, limits);
    return openFolderSource(info.absolutePath(), limits);
}

} // namespace labelwright
