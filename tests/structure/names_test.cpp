// Keeps the names of types unique: two types of one name in one namespace break the program in ways
// that no compiler tells (the one-definition rule), as soon as both are linked into it.

#include "tests/structure/source_files.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>

#include <gtest/gtest.h>

#include <map>

namespace labelwright::tests {

namespace {

/// Where each type of a named namespace is defined, as Universal Ctags sees it.
std::map<QString, QSet<QString>> typeDefinitions(const QStringList& files)
{
    QProcess ctags;
    ctags.setWorkingDirectory(LABELWRIGHT_SOURCE_DIR);
    ctags.start("ctags", QStringList{"--output-format=json", "--fields=+s", "--kinds-C++=csg",
                                     "--language-force=C++", "-f", "-"}
                             + files);
    EXPECT_TRUE(ctags.waitForStarted()) << "universal-ctags is not installed";
    ctags.waitForFinished(120'000);
    std::map<QString, QSet<QString>> found;
    for (const QByteArray& line : ctags.readAllStandardOutput().split('\n')) {
        const QJsonObject tag = QJsonDocument::fromJson(line).object();
        const QString scope = tag["scope"].toString();
        const QString name = tag["name"].toString();
        if (scope == QStringLiteral("labelwright") && !name.startsWith(QStringLiteral("__anon")))
            found[name].insert(tag["path"].toString());
    }
    return found;
}

} // namespace

TEST(Names, NoTypeIsDefinedTwice)
{
    QStringList files;
    for (const char* folder : {"core", "ui"})
        files += sourceFiles(folder);
    const auto definitions = typeDefinitions(files);
    EXPECT_GT(definitions.size(), 100U);
    for (const auto& [name, places] : definitions)
        EXPECT_EQ(places.size(), 1) << name.toStdString() << " in "
                                    << QStringList(places.values()).join(", ").toStdString();
}

} // namespace labelwright::tests
