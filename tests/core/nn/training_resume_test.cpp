#include "core/base/random.h"
#include "core/nn/trainer.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace labelwright {

namespace {

const QString trainee = QStringLiteral(LABELWRIGHT_TRAINEE);

QByteArray digestIn(const QByteArray& output)
{
    const auto at = output.indexOf("sha256 ");
    return at < 0 ? output : output.mid(at + 7).trimmed();
}

/// Runs the trainee to its end.
QByteArray trainUndisturbed(const QString& folder)
{
    QProcess process;
    process.start(trainee, {folder});
    process.waitForFinished(300'000);
    return digestIn(process.readAllStandardOutput());
}

/// Starts it and kills it after that many milliseconds, or lets it finish when it is quicker.
bool trainAndKill(const QString& folder, int milliseconds)
{
    QProcess process;
    process.start(trainee, {folder});
    if (process.waitForFinished(milliseconds))
        return false;
    process.kill();
    process.waitForFinished();
    return true;
}

} // namespace

TEST(TrainingResume, KilledRunsEndWithTheSameBytes)
{
    const QTemporaryDir whole;
    const QByteArray expected = trainUndisturbed(whole.path());
    ASSERT_EQ(expected.size(), 64) << expected.constData();
    Random random(4);
    for (int round = 0; round < 3; ++round) {
        const QTemporaryDir folder;
        int kills = 0;
        while (kills < 4
               && trainAndKill(folder.path(), 50 + static_cast<int>(random.below(1200))))
            ++kills;
        EXPECT_EQ(trainUndisturbed(folder.path()), expected) << round;
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        EXPECT_LE(files.size(), 7) << files.join(QChar(u' ')).toStdString();
    }
}

TEST(TrainingResume, AFinishedRunIsDoneAtOnce)
{
    const QTemporaryDir folder;
    const QByteArray digest = trainUndisturbed(folder.path());
    const auto before = readRunHistory(folder.path());
    EXPECT_EQ(trainUndisturbed(folder.path()), digest);
    ASSERT_TRUE(before.has_value());
    EXPECT_EQ(before->size(), 6U);
    EXPECT_EQ(readRunHistory(folder.path())->size(), 6U);
}

} // namespace labelwright
