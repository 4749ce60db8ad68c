// Keeps functions and files short enough to read at once.

#include "tests/structure/source_files.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

constexpr int longestFunction = 60;
constexpr int longestSource = 400;
constexpr int longestHeader = 150;

QStringList ownSources()
{
    QStringList files;
    for (const char* folder : {"core", "ui", "app", "tests"})
        files += sourceFiles(folder);
    return files;
}

/// Functions over the limit in `files`, as Universal Ctags sees their first and last lines.
QStringList longFunctions(const QStringList& files)
{
    QProcess ctags;
    ctags.setWorkingDirectory(LABELWRIGHT_SOURCE_DIR);
    ctags.start("ctags", QStringList{"--output-format=json", "--fields=+ne", "--kinds-C++=f",
                                     "--language-force=C++", "-f", "-"}
                             + files);
    EXPECT_TRUE(ctags.waitForStarted()) << "universal-ctags is not installed";
    ctags.waitForFinished(120'000);
    QStringList found;
    for (const QByteArray& line : ctags.readAllStandardOutput().split('\n')) {
        const QJsonObject tag = QJsonDocument::fromJson(line).object();
        const int length = tag["end"].toInt() - tag["line"].toInt() + 1;
        if (length > longestFunction)
            found.append(QString("%1:%2 %3: %4 lines")
                             .arg(tag["path"].toString())
                             .arg(tag["line"].toInt())
                             .arg(tag["name"].toString())
                             .arg(length));
    }
    return found;
}

} // namespace

TEST(Sizes, NoFunctionIsOverSixtyLines)
{
    const QStringList found = longFunctions(ownSources());
    EXPECT_TRUE(found.isEmpty()) << found.join('\n').toStdString();
}

TEST(Sizes, ALongFunctionIsNoticed)
{
    QTemporaryFile file(QDir::tempPath() + "/long_XXXXXX.cpp");
    ASSERT_TRUE(file.open());
    file.write("int f(int x)\n{\n" + QByteArray("    x += 1;\n").repeated(70) + "    return x;\n}\n");
    file.close();
    EXPECT_EQ(longFunctions({file.fileName()}).size(), 1);
}

TEST(Sizes, FilesKeepToOneTopic)
{
    QStringList found;
    for (const QString& file : ownSources()) {
        const qsizetype lines = sourceLines(file).size() - 1;
        if (lines > (file.endsWith(".h") ? longestHeader : longestSource))
            found.append(QString("%1: %2 lines").arg(file).arg(lines));
    }
    EXPECT_TRUE(found.isEmpty()) << found.join('\n').toStdString();
}

} // namespace labelwright::tests
