#include "core/dataset/sample_check.h"

#include "core/base/digest.h"
#include "tests/core/dataset/made_files.h"

#include <gtest/gtest.h>

namespace labelwright::tests {

TEST(SampleCheck, TellsSizeAndDigest)
{
    const QByteArray bytes = pngImage(3, 24);
    const SampleCheck check = checkSample(bytes);
    EXPECT_TRUE(check.problem.isEmpty()) << check.problem.toStdString();
    EXPECT_EQ(check.digest, sha256(bytes));
    EXPECT_EQ(check.bytes, bytes.size());
    EXPECT_EQ(check.width, 24);
    EXPECT_EQ(check.height, 24);
}

TEST(SampleCheck, UnreadableBytesAreAProblemNotACrash)
{
    const QByteArray whole = pngImage(3, 24);
    for (const QByteArray& bytes :
         {QByteArray(), QByteArray("text"), whole.first(whole.size() / 2)}) {
        const SampleCheck check = checkSample(bytes);
        EXPECT_FALSE(check.problem.isEmpty());
        EXPECT_EQ(check.digest, sha256(bytes));
        EXPECT_EQ(check.width, 0);
    }
}

} // namespace labelwright::tests
