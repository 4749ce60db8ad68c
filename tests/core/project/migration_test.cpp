#include "core/project/checkpoints.h"
#include "core/project/database.h"
#include "core/project/datasets.h"
#include "core/project/decisions.h"
#include "core/project/deployment_access.h"
#include "core/project/deployments.h"
#include "core/project/experiments.h"
#include "core/project/schema.h"
#include "core/project/snapshot.h"
#include "core/project/statement.h"
#include "core/project/versions.h"
#include "tests/core/project/made_plan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

/// A project whose database is data/schema_1.sqlite: made by schema 1, with madePlan(12, 3, 1) as
/// dataset "photos" (the first sample checked), one human answer, a version and an experiment
/// with two epochs, a checkpoint and thresholds.
class MigrationTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(QDir().mkpath(folder()));
        ASSERT_TRUE(QFile::copy(QStringLiteral(LABELWRIGHT_SOURCE_DIR
                                               "/tests/core/project/data/schema_1.sqlite"),
                                file()));
        QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner);
    }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("p")); }
    [[nodiscard]] QString file() const { return folder() + QStringLiteral("/project.sqlite"); }

    [[nodiscard]] int schema() const
    {
        Database database(file(), Database::Mode::ReadOnly);
        return schemaOf(database);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(MigrationTest, FileOfTheFirstSchemaKeepsAllItHolds)
{
    ASSERT_EQ(schema(), 1);
    Result<Project> project = Project::open(folder(), Access::ReadWrite);
    ASSERT_TRUE(project) << project.error().summary.toStdString();
    EXPECT_EQ(schema(), currentSchema);
    const Result<Dataset> photos = findDataset(*project, QStringLiteral("photos"));
    ASSERT_TRUE(photos);
    EXPECT_EQ(photos->pending, 11);
    LabelMatrix expected = madePlan(12, 3, 1).annotations;
    expected.set(0, 0, Annotation::Present);
    const Result<Snapshot> snapshot = currentSnapshot(*project, photos->id);
    EXPECT_EQ(snapshot->annotations, expected);
    const Result<Experiment> trained = newestExperiment(*project);
    ASSERT_TRUE(trained) << trained.error().summary.toStdString();
    EXPECT_EQ(trained->epochs, 2);
    EXPECT_EQ(trained->labels, snapshot->labels);
    const Result<Checkpoint> best = checkpoint(*project, trained->id, CheckpointKind::Best);
    ASSERT_TRUE(best);
    EXPECT_EQ(decisions(*project, best->id)->labels[1].threshold, 0.25F);
    EXPECT_EQ(snapshotAt(*project, *version(*project, trained->version))->annotations, expected);
}

TEST_F(MigrationTest, MigratedProjectIsLikeANewOne)
{
    QTemporaryDir other;
    ASSERT_TRUE(Project::create(other.filePath(QStringLiteral("new"))));
    ASSERT_TRUE(Project::open(folder(), Access::ReadWrite));
    const auto tables = [](const QString& path) {
        Database database(path, Database::Mode::ReadOnly);
        Statement rows(database, "SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value "
                                 "FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c "
                                 "ORDER BY m.name, c.name");
        QStringList found;
        while (rows.next())
            found += rows.text(0) + u' ' + rows.text(1) + u' ' + rows.text(2) + u' ' + rows.text(3)
                     + u' ' + rows.text(4);
        return found;
    };
    const QStringList columns = tables(file());
    EXPECT_GT(columns.size(), 50);
    EXPECT_EQ(columns, tables(other.filePath(QStringLiteral("new/project.sqlite"))));
}

TEST_F(MigrationTest, DeploymentOfTheThirdSchemaLetsNobodyInUntilToldTo)
{
    {
        Database database(file(), Database::Mode::ReadWrite);
        migrate(database, 3);
        database.execute("INSERT INTO deployments (name, experiment, experiment_name, kind, epoch, "
                         "created, enabled, spec, sha256, input_name) SELECT 'old', id, name, 0, "
                         "2, 1000, 1, spec, 'ab', 'photo' FROM experiments LIMIT 1");
    }
    ASSERT_EQ(schema(), 3);
    Result<Project> project = Project::open(folder(), Access::ReadWrite);
    ASSERT_TRUE(project) << project.error().summary.toStdString();
    EXPECT_EQ(schema(), currentSchema);
    const Result<std::vector<Deployment>> all = deployments(*project);
    ASSERT_TRUE(all) << all.error().summary.toStdString();
    ASSERT_EQ(all->size(), 1U);
    EXPECT_EQ(all->front().name, QStringLiteral("old"));
    EXPECT_EQ(all->front().inputName, QStringLiteral("photo"));
    EXPECT_TRUE(all->front().enabled);
    EXPECT_FALSE(all->front().isPublic);
    EXPECT_FALSE(all->front().keepsRequests);
    EXPECT_TRUE(tokens(*project, all->front().id)->empty());
    EXPECT_TRUE(issueToken(*project, all->front().id, {}, std::nullopt));
}

TEST_F(MigrationTest, ReadingOnlyChangesNothing)
{
    const Result<Project> project = Project::open(folder(), Access::ReadOnly);
    ASSERT_FALSE(project);
    EXPECT_THAT(project.error().summary.toStdString(), HasSubstr("open it once for writing"));
    EXPECT_EQ(schema(), 1);
}

TEST_F(MigrationTest, FailedMigrationLeavesTheOldSchema)
{
    // A table in the way makes the second step fail after its first statement.
    Database(file(), Database::Mode::ReadWrite)
        .execute("CREATE TABLE samples_with_problem (text TEXT)");
    const Result<Project> project = Project::open(folder(), Access::ReadWrite);
    ASSERT_FALSE(project);
    EXPECT_THAT(project.error().summary.toStdString(), HasSubstr("cannot be opened"));
    EXPECT_EQ(schema(), 1);
    Database(file(), Database::Mode::ReadWrite).execute("DROP TABLE samples_with_problem");
    EXPECT_TRUE(Project::open(folder(), Access::ReadWrite));
}

} // namespace labelwright::tests
