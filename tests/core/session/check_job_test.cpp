#include "core/session/check_job.h"

#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/imports.h"
#include "core/project/originals.h"
#include "tests/core/session/small_dataset.h"

#include <QDir>
#include <QFile>

#include <gmock/gmock.h>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

class CheckJobTest : public SmallDatasetTest
{
protected:
    /// The first phase of an import alone.
    DatasetId indexed(const QString& sourcePath)
    {
        const ImportPlan plan = valueOf(planImport(sourcePath));
        return valueOf(importNew(project, "photos", plan, Keeping::Copy)).dataset;
    }

    void expectStates(DatasetId id, qint64 pending, qint64 problems)
    {
        const Dataset info = valueOf(dataset(project, id));
        EXPECT_EQ(info.pending, pending);
        EXPECT_EQ(info.problems, problems);
    }

    /// The files of `source` as a zip.
    QString zipped(int count)
    {
        std::vector<NamedBytes> files{{QString("index.csv"), index(count)}};
        for (int i = 0; i < count; ++i)
            files.emplace_back(QString("%1.png").arg(i), blocksImage(i));
        return makeZip(path("zipped"), "photos.zip", files);
    }

    void rename(const QString& from, const QString& to) { ASSERT_TRUE(QDir().rename(from, to)); }
};

} // namespace

TEST_F(CheckJobTest, ASourceThatIsAwayIsNoImagesFault)
{
    for (const QString& source : {source("folder", index(12), 12), zipped(12)}) {
        SCOPED_TRACE(source.toStdString());
        const DatasetId id = indexed(source);
        rename(source, source + ".away");
        EXPECT_EQ(summaryOf(checkDataset(project, id)),
                  "Not all images could be checked; the import goes on where it was left once this "
                  "is mended: There is no file or folder "
                      + source.toStdString() + ".");
        expectStates(id, 12, 0);
        rename(source + ".away", source);
        ASSERT_TRUE(checkDataset(project, id));
        expectStates(id, 0, 0);
        ASSERT_TRUE(deleteDataset(project, id));
    }
}

TEST_F(CheckJobTest, AnEmptyMountPointIsASourceThatIsAway)
{
    const QString folder = source("folder", index(4), 4);
    const DatasetId id = indexed(folder);
    rename(folder, folder + ".away");
    ASSERT_TRUE(QDir().mkdir(folder));
    EXPECT_THAT(summaryOf(checkDataset(project, id)), HasSubstr("holds no files any more"));
    expectStates(id, 4, 0);
}

TEST_F(CheckJobTest, WhatWasCheckedBeforeTheSourceWentStays)
{
    constexpr int count = 300; // More than one batch.
    const QString folder = source("folder", index(count), count);
    const DatasetId id = indexed(folder);
    const auto checked = checkDataset(project, id, [&](const Progress&) {
        if (QDir(folder).exists())
            rename(folder, folder + ".away");
    });
    EXPECT_FALSE(checked);
    const Dataset left = valueOf(dataset(project, id));
    EXPECT_GT(left.pending, 0);
    EXPECT_LT(left.pending, count);
    EXPECT_EQ(left.problems, 0);
    rename(folder + ".away", folder);
    ASSERT_TRUE(checkDataset(project, id));
    expectStates(id, 0, 0);
    EXPECT_TRUE(valueOf(verifyOriginals(project, id)).empty());
}

TEST_F(CheckJobTest, AMissingOrDamagedEntryIsItsOwnProblem)
{
    const QString folder = source("folder", index(6), 6);
    const DatasetId id = indexed(folder);
    ASSERT_TRUE(QFile::remove(folder + "/2.png"));
    makeFolder(folder, {{QString("4.png"), "no image"}});
    ASSERT_TRUE(checkDataset(project, id));
    const auto problems = valueOf(sampleProblems(project, id));
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].name, "2.png");
    EXPECT_THAT(problems[0].problem.toStdString(), HasSubstr("2.png"));
    EXPECT_EQ(problems[1].name, "4.png");
    expectStates(id, 0, 2);
}

TEST_F(CheckJobTest, ADamagedZipEntryIsItsOwnProblem)
{
    const QString zip = zipped(6);
    const DatasetId id = indexed(zip);
    QFile file(zip);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    const qsizetype name = file.readAll().indexOf("3.png");
    ASSERT_TRUE(file.seek(name + 60)); // In the packed image behind its local header.
    ASSERT_EQ(file.write("damaged damaged"), 15);
    file.close();
    ASSERT_TRUE(checkDataset(project, id));
    const auto problems = valueOf(sampleProblems(project, id));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].name, "3.png");
}

TEST_F(CheckJobTest, ACopyThatCannotBeWrittenIsNoImagesFault)
{
    const DatasetId id = indexed(source("folder", index(8), 8));
    QDir(project.originalsFolder()).removeRecursively();
    QFile inTheWay(project.originalsFolder());
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    EXPECT_THAT(summaryOf(checkDataset(project, id)),
                HasSubstr("cannot be copied to " + project.originalsFolder().toStdString()));
    expectStates(id, 8, 0);
    ASSERT_TRUE(inTheWay.remove());
    ASSERT_TRUE(checkDataset(project, id));
    expectStates(id, 0, 0);
    EXPECT_TRUE(valueOf(verifyOriginals(project, id)).empty());
}

TEST_F(CheckJobTest, ProblemsAreLookedAtAgainWhenTheSourceIsThere)
{
    const QString folder = source("folder", index(6), 6);
    makeFolder(folder, {{QString("2.png"), "no image"}, {QString("4.png"), "none either"}});
    const DatasetId id = indexed(folder);
    ASSERT_TRUE(checkDataset(project, id));
    expectStates(id, 0, 2);
    makeFolder(folder, {{QString("2.png"), blocksImage(2)}});

    rename(folder, folder + ".away");
    EXPECT_THAT(summaryOf(recheckDataset(project, id)), HasSubstr("There is no file or folder"));
    expectStates(id, 0, 2);

    rename(folder + ".away", folder);
    EXPECT_EQ(valueOf(recheckDataset(project, id)), 1);
    const auto problems = valueOf(sampleProblems(project, id));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].name, "4.png");
}

} // namespace labelwright::tests
