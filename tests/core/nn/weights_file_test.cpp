#include "core/nn/weights_file.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "tests/core/nn/torch_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

std::vector<WeightTensor> tensorsWith(float value)
{
    return {floatTensor("a.weight", {2}, {value, 1}), floatTensor("a.bias", {1}, {value})};
}

} // namespace

TEST(Checkpoint, GivesBackTensorsAndFacts)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run/best.safetensors"));
    const auto digest = writeCheckpoint(path, tensorsWith(3), {{"epoch", 7}});
    ASSERT_TRUE(digest) << digest.error().summary.toStdString();
    EXPECT_EQ(*digest, *sha256OfFile(path));
    const auto checkpoint = readCheckpoint(path);
    ASSERT_TRUE(checkpoint) << checkpoint.error().summary.toStdString();
    EXPECT_EQ(checkpoint->facts.value("epoch").toInt(), 7);
    EXPECT_EQ(checkpoint->sha256, *digest);
    EXPECT_EQ(checkpoint->tensors.size(), 2U);
}

TEST(Checkpoint, RefusesEveryChangedByte)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("last.safetensors"));
    ASSERT_TRUE(writeCheckpoint(path, tensorsWith(3), {}));
    const QByteArray content = *readFile(path);
    for (qsizetype i = 0; i < content.size(); ++i) {
        QByteArray damaged = content;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        ASSERT_TRUE(writeFileAtomically(path, damaged));
        const auto checkpoint = readCheckpoint(path);
        ASSERT_FALSE(checkpoint) << i;
        EXPECT_TRUE(checkpoint.error().summary.contains(QStringLiteral("last.safetensors")));
    }
}

TEST(Checkpoint, RefusesMissingFiles)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("last.safetensors"));
    EXPECT_FALSE(readCheckpoint(path));
    ASSERT_TRUE(writeCheckpoint(path, tensorsWith(3), {}));
    ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("last.json"))));
    EXPECT_FALSE(readCheckpoint(path));
    ASSERT_TRUE(writeFileAtomically(folder.filePath(QStringLiteral("last.json")), "[]"));
    EXPECT_FALSE(readCheckpoint(path));
}

TEST(Checkpoint, IsWholeAtEachMomentOfReplacingIt)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("last.safetensors"));
    ASSERT_TRUE(writeCheckpoint(path, tensorsWith(1), {{"epoch", 1}}));
    const QByteArray firstWeights = *readFile(path);
    ASSERT_TRUE(writeCheckpoint(path, tensorsWith(2), {{"epoch", 2}}));
    // As after a crash between the two writes: the JSON is new, the weights are old.
    ASSERT_TRUE(writeFileAtomically(path, firstWeights));
    const auto old = readCheckpoint(path);
    ASSERT_TRUE(old) << old.error().summary.toStdString();
    EXPECT_EQ(old->facts.value("epoch").toInt(), 1);
    // A crash once more, at the same place.
    ASSERT_TRUE(writeCheckpoint(path, tensorsWith(3), {{"epoch", 3}}));
    ASSERT_TRUE(writeFileAtomically(path, firstWeights));
    const auto again = readCheckpoint(path);
    ASSERT_TRUE(again) << again.error().summary.toStdString();
    EXPECT_EQ(again->facts.value("epoch").toInt(), 1);
}

TEST(Checkpoint, HasTheSameBytesForTheSameWeights)
{
    const QTemporaryDir folder;
    const auto one = writeCheckpoint(folder.filePath(QStringLiteral("1.safetensors")),
                                     tensorsWith(1), {{"a", 1}});
    const auto two = writeCheckpoint(folder.filePath(QStringLiteral("2.safetensors")),
                                     tensorsWith(1), {{"a", 2}});
    ASSERT_TRUE(one && two);
    EXPECT_EQ(*one, *two);
}

} // namespace labelwright
