// Every icon that the sources name is there, and is drawn in the text's colour.

#include "ui/style/icons.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

#include <set>

namespace labelwright::tests {

namespace {

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::set<QString> namedIcons()
{
    static const QRegularExpression use(
        R"re((?:icon|EmptyState|IconLabel|iconButton|CardButton)\(\s*)re"
        R"re(QStringLiteral\("([a-z-]+)"\))re");
    std::set<QString> names;
    QDirIterator walk(QStringLiteral(LABELWRIGHT_SOURCE_DIR "/ui"), {"*.cpp", "*.h"}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        auto matches = use.globalMatch(contents(walk.next()));
        while (matches.hasNext())
            names.insert(matches.next().captured(1));
    }
    return names;
}

} // namespace

TEST(Icons, EveryNameUsedIsThere)
{
    const auto names = namedIcons();
    EXPECT_GE(names.size(), 3U) << "the pattern finds nothing";
    for (const QString& name : names)
        EXPECT_FALSE(icon(name).isNull()) << name.toStdString();
}

TEST(Icons, AreStrokesInTheTextsColour)
{
    QDirIterator walk(QStringLiteral(":/icons"), {"*.svg"});
    int count = 0;
    while (walk.hasNext()) {
        const QString path = walk.next();
        if (path.endsWith(QStringLiteral("/labelwright.svg")))
            continue;
        ++count;
        const QString svg = contents(path);
        EXPECT_TRUE(svg.contains(QStringLiteral("viewBox=\"0 0 24 24\""))) << path.toStdString();
        EXPECT_TRUE(svg.contains(QStringLiteral("currentColor"))) << path.toStdString();
        EXPECT_FALSE(svg.contains(QStringLiteral("stroke=\"#"))) << path.toStdString();
    }
    EXPECT_GT(count, 40);
}

TEST(Icons, DrawSomethingAtAnySize)
{
    for (const int side : {16, 24, 64}) {
        const QImage image = icon(QStringLiteral("check")).pixmap(side).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y).alpha() > 0 ? 1 : 0;
        EXPECT_GT(drawn, side) << side;
    }
}

} // namespace labelwright::tests
