#include "core/project/project.h"

#include "core/project/database.h"
#include "core/project/datasets.h"
#include "core/project/schema.h"
#include "tests/core/project/helper_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ProjectTest : public testing::Test
{
protected:
    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }

    static void write(const QString& file, const QByteArray& content)
    {
        QFile target(file);
        ASSERT_TRUE(target.open(QIODevice::WriteOnly));
        ASSERT_EQ(target.write(content), content.size());
    }

    static QByteArray contentOf(const QString& file)
    {
        QFile source(file);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    static std::string summaryOf(const Result<Project>& project)
    {
        return project ? "opened" : project.error().summary.toStdString();
    }

    QTemporaryDir m_folder;
};

void execute(const QString& folder, const char* sql)
{
    Database(folder + QStringLiteral("/project.sqlite"), Database::Mode::ReadWrite).execute(sql);
}

} // namespace

TEST_F(ProjectTest, KeepsWhatWasStoredAfterReopening)
{
    {
        Result<Project> project = Project::create(path("new/inner"));
        ASSERT_TRUE(project) << summaryOf(project);
        EXPECT_TRUE(createDataset(*project, QStringLiteral("photos")));
    }
    const Result<Project> project = Project::open(path("new/inner"), Access::ReadWrite);
    ASSERT_TRUE(project) << summaryOf(project);
    EXPECT_TRUE(findDataset(*project, QStringLiteral("photos")));
    EXPECT_EQ(project->folder(), path("new/inner"));
    EXPECT_TRUE(Project::existsIn(path("new/inner")));
    EXPECT_FALSE(Project::existsIn(path("new")));
}

TEST_F(ProjectTest, SurvivesBeingMovedToAnotherFolder)
{
    {
        Result<Project> project = Project::create(path("before"));
        ASSERT_TRUE(createDataset(*project, QStringLiteral("photos")));
    }
    ASSERT_TRUE(QDir().rename(path("before"), path("after")));
    const Result<Project> project = Project::open(path("after"), Access::ReadOnly);
    ASSERT_TRUE(project) << summaryOf(project);
    EXPECT_TRUE(findDataset(*project, QStringLiteral("photos")));
}

TEST_F(ProjectTest, SecondWriterIsToldWhoHoldsTheProject)
{
    const Result<Project> first = Project::create(path("p"));
    ASSERT_TRUE(first);
    EXPECT_THAT(runHelper({"open", path("p")}).toStdString(), HasSubstr("open for writing in"));
    EXPECT_THAT(runHelper({"open", path("p")}).toStdString(),
                HasSubstr(std::to_string(QCoreApplication::applicationPid())));
    EXPECT_THAT(summaryOf(Project::open(path("p"), Access::ReadWrite)),
                HasSubstr("open for writing in"));
}

TEST_F(ProjectTest, ReadersWorkBesideAWriterAndSeeItsEdits)
{
    Result<Project> writer = Project::create(path("p"));
    ASSERT_TRUE(createDataset(*writer, QStringLiteral("photos")));
    Result<Project> reader = Project::open(path("p"), Access::ReadOnly);
    ASSERT_TRUE(reader) << summaryOf(reader);
    ASSERT_TRUE(createDataset(*writer, QStringLiteral("more")));
    EXPECT_EQ(datasets(*reader)->size(), 2U);
    const auto refused = createDataset(*reader, QStringLiteral("third"));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().summary.toStdString(), HasSubstr("open for reading only"));
    EXPECT_EQ(datasets(*writer)->size(), 2U);
}

TEST_F(ProjectTest, LockOfAKilledProcessIsFree)
{
    ASSERT_TRUE(Project::create(path("p")));
    QProcess holder;
    startHelper(holder, {"hold", path("p")});
    ASSERT_EQ(nextLine(holder), QStringLiteral("ok"));
    const std::string refused = summaryOf(Project::open(path("p"), Access::ReadWrite));
    EXPECT_THAT(refused, HasSubstr("project_test_helper (process "
                                   + std::to_string(holder.processId())));
    holder.kill();
    holder.waitForFinished();
    EXPECT_EQ(summaryOf(Project::open(path("p"), Access::ReadWrite)), "opened");
}

TEST_F(ProjectTest, HandlesOfOneProcessShareLockAndEdits)
{
    Result<Project> first = Project::create(path("p"));
    Result<Project> second = first->anotherHandle();
    ASSERT_TRUE(second) << summaryOf(second);
    ASSERT_TRUE(createDataset(*second, QStringLiteral("photos")));
    EXPECT_TRUE(findDataset(*first, QStringLiteral("photos")));
    first = failure(QString());
    EXPECT_THAT(runHelper({"open", path("p")}).toStdString(), HasSubstr("open for writing in"));
    second = failure(QString());
    EXPECT_EQ(runHelper({"open", path("p")}), QStringLiteral("ok"));
}

TEST_F(ProjectTest, FoldersThatCannotHoldAProjectAreRefused)
{
    write(path("file"), "text");
    ASSERT_TRUE(QDir().mkpath(path("full")));
    write(path("full/notes.txt"), "text");
    ASSERT_TRUE(Project::create(path("project")));
    struct Case
    {
        const char* folder;
        const char* sentence;
    };
    for (const Case& bad : {Case{"file", "is a file; choose a folder"},
                            Case{"full", "is not empty; choose a new or an empty folder"},
                            Case{"project", "already holds a project; open it instead"},
                            Case{"file/below", "cannot be made; check the permissions"}})
        EXPECT_THAT(summaryOf(Project::create(path(bad.folder))), HasSubstr(bad.sentence));
    EXPECT_EQ(QDir(path("full")).entryList(QDir::Files), QStringList{"notes.txt"});
}

TEST_F(ProjectTest, WhatIsNoProjectIsRefusedAndLeftAsItWas)
{
    const QByteArray noise = QByteArray("This is no database.").repeated(300);
    struct Case
    {
        const char* folder;
        QByteArray database;
        const char* sentence;
    };
    const std::vector<Case> cases{
        {"noise", noise, "the project's database is damaged; restore project.sqlite"},
        {"empty", QByteArray(), "is not a Labelwright project; choose another folder"},
        {"short", "SQLite format 3", "damaged"},
    };
    for (const Case& bad : cases) {
        const QString file = path(bad.folder) + QStringLiteral("/project.sqlite");
        ASSERT_TRUE(QDir().mkpath(path(bad.folder)));
        write(file, bad.database);
        for (const Access access : {Access::ReadOnly, Access::ReadWrite})
            EXPECT_THAT(summaryOf(Project::open(path(bad.folder), access)),
                        HasSubstr(bad.sentence));
        EXPECT_EQ(contentOf(file), bad.database);
    }
}

TEST_F(ProjectTest, DatabaseOfAnotherProgramIsRefused)
{
    ASSERT_TRUE(QDir().mkpath(path("p")));
    const QString file = path("p/project.sqlite");
    Database(file, Database::Mode::Create).execute("CREATE TABLE songs (name TEXT)");
    const QByteArray before = contentOf(file);
    EXPECT_THAT(summaryOf(Project::open(path("p"), Access::ReadWrite)),
                HasSubstr("is not a Labelwright project"));
    EXPECT_EQ(contentOf(file), before);
}

TEST_F(ProjectTest, MissingFoldersAreNamed)
{
    ASSERT_TRUE(QDir().mkpath(path("bare")));
    write(path("file"), "text");
    EXPECT_THAT(summaryOf(Project::open(path("gone"), Access::ReadWrite)),
                StartsWith("There is no folder " + path("gone").toStdString()));
    EXPECT_THAT(summaryOf(Project::open(path("bare"), Access::ReadWrite)),
                HasSubstr("holds no Labelwright project"));
    EXPECT_THAT(summaryOf(Project::open(path("file"), Access::ReadOnly)),
                HasSubstr("is a file, not a project folder"));
    EXPECT_TRUE(QDir(path("bare")).isEmpty());
}

TEST_F(ProjectTest, NewerSchemaIsRefusedAndLeftAsItWas)
{
    ASSERT_TRUE(Project::create(path("p")));
    execute(path("p"), "PRAGMA user_version = 999");
    for (const Access access : {Access::ReadOnly, Access::ReadWrite})
        EXPECT_THAT(summaryOf(Project::open(path("p"), access)),
                    HasSubstr("made by a newer version of Labelwright; update Labelwright"));
    Database database(path("p/project.sqlite"), Database::Mode::ReadOnly);
    EXPECT_EQ(schemaOf(database), 999);
}

TEST_F(ProjectTest, DamageInsideTheDatabaseIsASentence)
{
    {
        Result<Project> project = Project::create(path("p"));
        for (int i = 0; i < 40; ++i)
            ASSERT_TRUE(createDataset(*project, QString(900, u'a') + QString::number(i)));
    }
    QFile file(path("p/project.sqlite"));
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    for (qint64 place = 4096; place + 4096 <= file.size(); place += 4096) {
        file.seek(place);
        file.write(QByteArray(200, '\xff'));
    }
    file.close();
    const Result<Project> project = Project::open(path("p"), Access::ReadOnly);
    std::string sentence = summaryOf(project);
    if (project) {
        const auto read = datasets(*project);
        ASSERT_FALSE(read);
        sentence = read.error().summary.toStdString();
    }
    EXPECT_THAT(sentence, HasSubstr("the project's database is damaged"));
}

TEST_F(ProjectTest, FoldersWithoutRightsAreRefused)
{
    ASSERT_TRUE(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)));
    ASSERT_TRUE(QDir().mkpath(path("locked")));
    {
        Result<Project> made = Project::create(path("p"));
        ASSERT_TRUE(createDataset(*made, QStringLiteral("photos")));
    }
    // As root these are root's own; without root the folders themselves are made unwritable.
    for (const char* folder : {"locked", "p"})
        ASSERT_TRUE(QFile::setPermissions(path(folder), QFile::Permissions(0x5555)));
    EXPECT_THAT(runHelper({"create", path("locked"), "--nobody"}).toStdString(),
                HasSubstr("cannot be written; check its permissions"));
    EXPECT_THAT(runHelper({"create", path("locked/new"), "--nobody"}).toStdString(),
                HasSubstr("cannot be made; check the permissions"));
    EXPECT_THAT(runHelper({"open", path("p"), "--nobody"}).toStdString(),
                HasSubstr("cannot be written; check its permissions"));
    EXPECT_EQ(runHelper({"read", path("p"), "--nobody"}), QStringLiteral("ok"));
    EXPECT_TRUE(QDir(path("locked")).isEmpty());
    for (const char* folder : {"locked", "p"})
        QFile::setPermissions(path(folder), QFile::Permissions(0x7755));
}

} // namespace labelwright::tests
