#include "tests/app/cli_runner.h"

#include <QDirIterator>
#include <QJsonArray>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {

namespace {

using testing::HasSubstr;
using tests::CliRun;
using tests::CliRunner;

/// One trained project for all tests.
class CliDeploymentTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_cli = std::make_unique<CliRunner>();
        const QString zip = s_cli->path("landscapes.zip");
        s_cli->run({"sample", "--to", zip, "--count", "40", "--seed", "2", "--json"});
        get({"import", zip, "--dataset", "landscapes"});
        const QString spec =
            tests::writeJson(s_cli->path("spec.json"), tests::smallSpec(get({"advise"})));
        get({"train", "--spec", spec, "--epochs", "2", "--threads", "1", "--precision", "f32"});
    }

    static void TearDownTestSuite() { s_cli.reset(); }

    static QString project() { return s_cli->path("project"); }
    static QJsonObject get(const QStringList& arguments)
    {
        return s_cli->get(project(), arguments);
    }
    static CliRun ask(const QStringList& arguments) { return s_cli->ask(project(), arguments); }

    static QString image()
    {
        QDirIterator walk(project() + "/originals", QDir::Files, QDirIterator::Subdirectories);
        return walk.hasNext() ? walk.next() : QString();
    }

    static std::unique_ptr<CliRunner> s_cli;
};

std::unique_ptr<CliRunner> CliDeploymentTest::s_cli;

} // namespace

TEST_F(CliDeploymentTest, PredictsAsTheCheckpointItCopied)
{
    const QJsonObject made = get({"deployment", "create", "--name", "first"});
    const QString id = QString::number(made["id"].toInt());
    EXPECT_EQ(made["name"].toString(), "first");
    EXPECT_FALSE(made["enabled"].toBool());
    EXPECT_EQ(made["sha256"].toString().size(), 64);
    const CliRun refused = ask({"predict", "--deployment", id, image()});
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_THAT(refused.error().toStdString(), HasSubstr("is disabled; enable it"));
    EXPECT_TRUE(get({"deployment", "enable", id})["enabled"].toBool());
    const QJsonObject direct = get({"predict", image()});
    const QJsonObject deployed = get({"predict", "--deployment", id, image()});
    EXPECT_EQ(deployed["deployment"].toInt(), made["id"].toInt());
    EXPECT_EQ(deployed["predictions"], direct["predictions"]);
    get({"thresholds", "set", "--all", "0.99"});
    EXPECT_EQ(get({"predict", "--deployment", id, image()})["predictions"],
              direct["predictions"]) << "later thresholds do not reach it";
    EXPECT_EQ(get({"deployment", "list"})["deployments"].toArray().size(), 1);
    EXPECT_THAT(ask({"deployment", "delete", id}).error().toStdString(),
                HasSubstr("disable it first"));
    EXPECT_FALSE(get({"deployment", "disable", id})["enabled"].toBool());
    EXPECT_EQ(get({"deployment", "delete", id})["deleted"].toInt(), made["id"].toInt());
    EXPECT_TRUE(get({"deployment", "list"})["deployments"].toArray().isEmpty());
}

TEST_F(CliDeploymentTest, SaysWhatIsMissing)
{
    EXPECT_THAT(ask({"deployment", "enable", "99"}).error().toStdString(),
                HasSubstr("does not exist"));
    EXPECT_THAT(ask({"predict", "--deployment", "99", image()}).error().toStdString(),
                HasSubstr("does not exist"));
    EXPECT_EQ(ask({"predict", "--deployment", "1", "--experiment", "1", image()}).exitCode, 2);
    EXPECT_EQ(ask({"deployment"}).exitCode, 2);
    EXPECT_EQ(ask({"deployment", "delete"}).exitCode, 2);
}

} // namespace labelwright
