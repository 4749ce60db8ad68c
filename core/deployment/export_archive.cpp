#include "core/deployment/export_archive.h"

#include "core/base/atomic_file.h"
#include "core/dataset/zip_writer.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStringList>

namespace labelwright {

namespace {

/// Sorted, so that equal contents give equal archives.
QStringList filesBelow(const QString& folder)
{
    QStringList paths;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

/// Weights and images do not get smaller.
Packing packingFor(const QString& path)
{
    static const QStringList texts{"json", "md", "py", "cpp", "txt", "pbtxt"};
    return texts.contains(QFileInfo(path).suffix()) ? Packing::Deflate : Packing::Store;
}

} // namespace

Result<void> packFolder(const QString& folder, const QString& top, const QString& path)
{
    auto zip = ZipWriter::create(path);
    if (!zip)
        return failureOf(zip);
    for (const QString& file : filesBelow(folder)) {
        const auto content = readFile(file);
        if (!content)
            return failureOf(content);
        const QString name = QDir(folder).relativeFilePath(file);
        const auto added =
            zip->add(top.isEmpty() ? name : top + '/' + name, *content, packingFor(file));
        if (!added)
            return added;
    }
    return zip->commit();
}

qint64 bytesBelow(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return QFileInfo(path).size();
    qint64 bytes = 0;
    for (const QString& file : filesBelow(path))
        bytes += QFileInfo(file).size();
    return bytes;
}

} // namespace labelwright
