#include "core/base/atomic_file.h"
#include "core/base/digest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright {

TEST(AtomicFile, WritesAndReadsBack)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("new/deeper/file.bin");
    const QByteArray content("a\0b\xff", 4);
    ASSERT_TRUE(writeFileAtomically(path, content));
    EXPECT_EQ(readFile(path).value(), content);
}

TEST(AtomicFile, ReplacesAndLeavesNothingBeside)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("file.bin");
    ASSERT_TRUE(writeFileAtomically(path, "old and long"));
    ASSERT_TRUE(writeFileAtomically(path, "new"));
    EXPECT_EQ(readFile(path).value(), "new");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST(AtomicFile, SaysWhichFileCannotBeWritten)
{
    const QTemporaryDir folder;
    QFile blocking(folder.filePath("blocking"));
    ASSERT_TRUE(blocking.open(QIODevice::WriteOnly));
    const Result<void> written = writeFileAtomically(folder.filePath("blocking/file"), "x");
    ASSERT_FALSE(written);
    EXPECT_TRUE(written.error().summary.contains("blocking/file"));
}

TEST(AtomicFile, SaysWhichFileCannotBeRead)
{
    const Result<QByteArray> content = readFile("/nowhere/at/all");
    ASSERT_FALSE(content);
    EXPECT_TRUE(content.error().summary.contains("/nowhere/at/all"));
}

TEST(Digest, IsSha256)
{
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, OfAFileIsThatOfItsContent)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("file");
    ASSERT_TRUE(writeFileAtomically(path, QByteArray(3'000'000, 'x')));
    EXPECT_EQ(sha256OfFile(path).value(), sha256(QByteArray(3'000'000, 'x')));
    EXPECT_FALSE(sha256OfFile(folder.filePath("missing")));
}

} // namespace labelwright
