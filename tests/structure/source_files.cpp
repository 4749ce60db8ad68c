#include "tests/structure/source_files.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace labelwright::tests {

QStringList sourceFiles(const QString& folder)
{
    const QDir root(LABELWRIGHT_SOURCE_DIR);
    QStringList files;
    QDirIterator walk(root.filePath(folder), {"*.h", "*.cpp"}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        files.append(root.relativeFilePath(walk.next()));
    files.sort();
    return files;
}

QStringList sourceLines(const QString& relativePath)
{
    QFile file(QDir(LABELWRIGHT_SOURCE_DIR).filePath(relativePath));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split('\n');
}

} // namespace labelwright::tests
