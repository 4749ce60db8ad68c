#include "tests/test_files.h"

#include <QDir>

namespace labelwright::tests {

namespace {

std::optional<QString> findIn(const char* variable, const QString& name)
{
    const QString folders = qEnvironmentVariable(variable);
    for (const QString& folder : folders.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        const QDir dir(folder);
        const QStringList found = dir.entryList({name}, QDir::Files, QDir::Name);
        if (!found.isEmpty())
            return dir.absoluteFilePath(found.first());
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> testDataFile(const QString& name)
{
    return findIn("LABELWRIGHT_TEST_DATA", name);
}

std::optional<QString> backboneFile(const QString& name)
{
    return findIn("LABELWRIGHT_BACKBONES", name);
}

} // namespace labelwright::tests
