#include "core/base/random.h"
#include "core/project/annotations.h"
#include "core/project/datasets.h"
#include "core/project/project.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "tests/core/project/helper_process.h"

#include <QDir>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace labelwright::tests {

namespace {

/// Whatever was interrupted: each table tells the same story, and nothing printed is lost.
void expectSound(const QString& folder, qint64 promised)
{
    Result<Project> project = Project::open(folder, Access::ReadWrite);
    ASSERT_TRUE(project) << project.error().summary.toStdString();
    const Result<Dataset> photos = findDataset(*project, QStringLiteral("photos"));
    if (!photos && promised == 0)
        return;
    ASSERT_TRUE(photos);
    const Result<Snapshot> snapshot = currentSnapshot(*project, photos->id);
    ASSERT_TRUE(snapshot) << snapshot.error().summary.toStdString();
    EXPECT_GE(snapshot->position, promised);
    EXPECT_EQ(photos->samples % 50, 0);
    EXPECT_EQ(snapshot->samples.size(), static_cast<std::size_t>(photos->samples));
    const Result<std::vector<Sample>> listed = samples(*project, photos->id);
    ASSERT_TRUE(listed);
    for (std::size_t row = 0; row < listed->size(); ++row) {
        EXPECT_EQ(listed->at(row).id, snapshot->samples[row]);
        EXPECT_EQ(listed->at(row).subset, snapshot->subsets[row]);
        EXPECT_EQ(listed->at(row).check, snapshot->checks[row]);
    }
    const Result<std::vector<Version>> named = versions(*project, photos->id);
    ASSERT_TRUE(named);
    for (const Version& version : *named)
        EXPECT_TRUE(snapshotAt(*project, version));
}

} // namespace

TEST(ProjectCrash, KilledAtAnyTimeItOpensWithAllThatWasReported)
{
    const QTemporaryDir folder;
    const QString project = folder.filePath(QStringLiteral("p"));
    Random random(11);
    qint64 promised = 0;
    for (int kill = 0; kill < 12; ++kill) {
        QProcess writer;
        startHelper(writer, {QStringLiteral("edit"), project});
        ASSERT_EQ(nextLine(writer), QStringLiteral("ok"));
        for (std::uint64_t lines = random.below(3); lines > 0; --lines)
            promised = std::max(promised, nextLine(writer).toLongLong());
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(60'000)));
        writer.kill();
        writer.waitForFinished();
        for (const QByteArray& line : writer.readAll().split('\n'))
            if (!line.isEmpty())
                promised = std::max(promised, line.toLongLong());
        expectSound(project, promised);
    }
    EXPECT_GT(promised, 0);
}

TEST(ProjectCrash, KilledWhileBeingMadeItCanBeMadeAgain)
{
    const QTemporaryDir folder;
    Random random(5);
    for (int kill = 0; kill < 12; ++kill) {
        const QString project = folder.filePath(QString::number(kill));
        QProcess maker;
        startHelper(maker, {QStringLiteral("create"), project});
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(80'000)));
        maker.kill();
        maker.waitForFinished();
        const Result<Project> after = Project::existsIn(project)
                                          ? Project::open(project, Access::ReadWrite)
                                          : Project::create(project);
        EXPECT_TRUE(after) << after.error().summary.toStdString();
    }
}

TEST(ProjectCrash, FullDiskIsASentenceAndLosesNothing)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p"));
    {
        Result<Project> project = Project::create(path);
        ASSERT_TRUE(createDataset(*project, QStringLiteral("photos")));
    }
    const QString line = runHelper({QStringLiteral("fill"), path, QStringLiteral("2000000")});
    EXPECT_THAT(line.toStdString(), testing::StartsWith("error: The import cannot be stored: the "
                                                        "disk"));
    const Result<Project> project = Project::open(path, Access::ReadWrite);
    ASSERT_TRUE(project) << project.error().summary.toStdString();
    const Result<std::vector<Dataset>> all = datasets(*project);
    ASSERT_TRUE(all);
    ASSERT_GT(all->size(), 1U);
    for (const Dataset& dataset : *all) {
        EXPECT_EQ(dataset.samples, dataset.name == QStringLiteral("photos") ? 0 : 500);
        EXPECT_TRUE(currentSnapshot(*project, dataset.id));
    }
}

} // namespace labelwright::tests
