#include "core/dataset/source.h"

#include "tests/core/dataset/made_files.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace labelwright::tests {

TEST(Source, ZipAndFolderListAndReadTheSameFiles)
{
    const QTemporaryDir folder;
    const std::vector<NamedBytes> files{{u"b/größe.png"_qs, pngImage(1)},
                                        {u"a.txt"_qs, QByteArray(5000, 'x')},
                                        {u"__MACOSX/._a.txt"_qs, "junk"},
                                        {u"b/.DS_Store"_qs, "junk"},
                                        {u"b/Thumbs.db"_qs, "junk"}};
    for (const QString& path : {makeZip(folder.path(), u"x.zip"_qs, files),
                                makeFolder(folder.filePath(u"x"_qs), files)}) {
        const auto source = openSource(path);
        ASSERT_TRUE(source.has_value()) << source.error().summary.toStdString();
        EXPECT_EQ((*source)->paths(), (QStringList{u"a.txt"_qs, u"b/größe.png"_qs}));
        EXPECT_EQ((*source)->read(u"b/größe.png"_qs).value(), pngImage(1));
        EXPECT_EQ((*source)->read(u"a.txt"_qs).value(), QByteArray(5000, 'x'));
        EXPECT_FALSE((*source)->read(u"../x.zip"_qs).has_value());
        EXPECT_FALSE((*source)->read(u"b/.DS_Store"_qs).has_value());
    }
}

TEST(Source, NamesInZipsAreUtf8OrCodePage437)
{
    const QTemporaryDir folder;
    const QString zip = folder.filePath(u"names.zip"_qs);
    // 'B\x81cher' is "Bücher" in code page 437; the second name is UTF-8 without the flag.
    ASSERT_TRUE(runPython(QStringLiteral(R"(
import sys, zipfile
class Raw(zipfile.ZipInfo):
    def _encodeFilenameFlags(self): return bytes.fromhex(self.comment.decode()), self.flag_bits
z = zipfile.ZipFile(sys.argv[1], 'w')
for raw in (b'B\x81cher.png', 'größe.png'.encode(), b'./dots.png', b'back\\slash.png'):
    i = Raw(raw.hex()); i.comment = raw.hex().encode(); z.writestr(i, raw)
z.close())"),
                          {zip}));
    const auto source = openSource(zip);
    ASSERT_TRUE(source.has_value()) << source.error().summary.toStdString();
    EXPECT_EQ((*source)->paths(), (QStringList{u"Bücher.png"_qs, u"back/slash.png"_qs,
                                               u"dots.png"_qs, u"größe.png"_qs}));
    EXPECT_EQ((*source)->read(u"Bücher.png"_qs).value(), QByteArray("B\x81"
                                                                    "cher.png"));
}

TEST(Source, NamesLongerThan256BytesAreRead)
{
    const QTemporaryDir folder;
    const QString name = QString(120, u'長') + u".png"_qs;
    const auto source = openSource(makeZip(folder.path(), u"long.zip"_qs, {{name, pngImage(1)}}));
    ASSERT_TRUE(source.has_value());
    EXPECT_EQ((*source)->read(name).value(), pngImage(1));
}

TEST(Source, DamagedEntryFailsAloneAndNamesItself)
{
    const QTemporaryDir folder;
    const QString path =
        makeZip(folder.path(), u"d.zip"_qs,
                {{u"a.png"_qs, QByteArray("0123456789", 10)}, {u"b.png"_qs, pngImage(2)}});
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.seek(36); // Within the packed bytes of a.png.
    file.write("\x55\x55\x55");
    file.close();
    const auto source = openSource(path);
    ASSERT_TRUE(source.has_value());
    const auto damaged = (*source)->read(u"a.png"_qs);
    ASSERT_FALSE(damaged.has_value());
    EXPECT_EQ(damaged.error().summary.toStdString(),
              "The file a.png in the archive d.zip is damaged and cannot be unpacked.");
    EXPECT_EQ((*source)->read(u"b.png"_qs).value(), pngImage(2));
}

TEST(Source, CutZipsAreRefused)
{
    const QTemporaryDir folder;
    const QString path = makeZip(folder.path(), u"whole.zip"_qs,
                                 {{u"a.png"_qs, pngImage(1)}, {u"b.png"_qs, pngImage(2)}});
    QFile whole(path);
    ASSERT_TRUE(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    for (qsizetype length = 0; length < bytes.size();
         length += length < bytes.size() - 40 ? 7 : 1) {
        const QString cut = folder.filePath(u"cut.zip"_qs);
        QFile file(cut);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes.first(length));
        file.close();
        EXPECT_FALSE(openSource(cut).has_value()) << length;
    }
}

TEST(Source, ChangedBytesNeverGiveWrongContent)
{
    const QTemporaryDir folder;
    const std::vector<NamedBytes> files{{u"a.png"_qs, pngImage(1)}, {u"b.png"_qs, pngImage(2)}};
    const QString path = makeZip(folder.path(), u"whole.zip"_qs, files);
    QFile whole(path);
    ASSERT_TRUE(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x41);
        const QString place = folder.filePath(u"changed.zip"_qs);
        QFile file(place);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(changed);
        file.close();
        const auto source = openSource(place);
        if (!source)
            continue;
        for (const auto& [name, content] : files)
            EXPECT_EQ((*source)->read(name).value_or(content), content) << at;
    }
}

TEST(Source, ClonesReadInParallel)
{
    const QTemporaryDir folder;
    std::vector<NamedBytes> files;
    for (int i = 0; i < 40; ++i)
        files.emplace_back(QStringLiteral("%1.png").arg(i), pngImage(i));
    const auto source = openSource(makeZip(folder.path(), u"x.zip"_qs, files));
    ASSERT_TRUE(source.has_value());
    std::vector<int> wrong(3);
    {
        std::vector<std::jthread> threads;
        for (int& count : wrong)
            threads.emplace_back([&count, &files, clone = (*source)->clone().value()] {
                for (const auto& [name, content] : files)
                    count += clone->read(name) == content ? 0 : 1;
            });
    }
    EXPECT_EQ(wrong, std::vector<int>(3));
}

TEST(Source, LimitsAreKept)
{
    const QTemporaryDir folder;
    const QString zip = makeZip(folder.path(), u"x.zip"_qs,
                                {{u"a.png"_qs, pngImage(1)}, {u"b.png"_qs, pngImage(2)}});
    EXPECT_FALSE(openSource(zip, {.maxEntries = 1}).has_value());
    EXPECT_FALSE(openSource(zip, {.maxEntryBytes = 20}).has_value());
    EXPECT_FALSE(openSource(zip, {.maxTotalBytes = pngImage(1).size() + 1}).has_value());
    EXPECT_TRUE(openSource(zip, {.maxEntries = 2}).has_value());
}

} // namespace labelwright::tests
