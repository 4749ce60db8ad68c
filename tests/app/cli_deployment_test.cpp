#include "tests/app/cli_runner.h"

#include <QCryptographicHash>
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

    /// Makes a deployment; its number.
    static QString make(const QString& name)
    {
        return QString::number(get({"deployment", "create", "--name", name})["id"].toInt());
    }

    static std::string refusal(const QStringList& arguments)
    {
        const CliRun run = ask(arguments);
        EXPECT_EQ(run.exitCode, 1) << arguments.join(' ').toStdString();
        return run.error().toStdString();
    }

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

TEST_F(CliDeploymentTest, TokensAreShownOnceListedAndRevoked)
{
    const QString id = make("tokens");
    const QJsonObject first =
        get({"deployment", "token", "tokens", "--for", "the shop", "--expires", "30"});
    const QString secret = first["secret"].toString();
    EXPECT_EQ(secret.size(), 46);
    EXPECT_EQ(first["for"].toString(), "the shop");
    EXPECT_EQ(QDateTime::currentDateTimeUtc().daysTo(
                  QDateTime::fromString(first["expires"].toString(), Qt::ISODate)),
              30);
    EXPECT_TRUE(get({"deployment", "token", id})["expires"].isNull());
    const CliRun listed = ask({"deployment", "tokens", id});
    const QJsonArray tokens = listed.json()["tokens"].toArray();
    ASSERT_EQ(tokens.size(), 2);
    EXPECT_EQ(tokens[0]["id"], first["id"]);
    EXPECT_TRUE(tokens[0]["valid"].toBool());
    EXPECT_FALSE(listed.output.contains(secret.mid(3).toLatin1()));
    EXPECT_FALSE(listed.output.contains(
        QCryptographicHash::hash(secret.toLatin1(), QCryptographicHash::Sha256).toHex()));
    const QString token = QString::number(first["id"].toInt());
    EXPECT_EQ(get({"deployment", "revoke", id, token})["validTokens"].toInt(), 1);
    const QJsonArray left = get({"deployment", "tokens", id})["tokens"].toArray();
    EXPECT_FALSE(left[0]["valid"].toBool());
    EXPECT_FALSE(left[0]["revoked"].isNull());
    EXPECT_TRUE(left[1]["valid"].toBool());
    const QString other = make("has none");
    EXPECT_THAT(refusal({"deployment", "revoke", other, token}), HasSubstr("has no token"))
        << "a token belongs to one deployment";
    get({"deployment", "delete", id});
    get({"deployment", "delete", other});
}

TEST_F(CliDeploymentTest, OnlyTheSecretIsOnStdout)
{
    const QString id = make("scripted");
    const CliRun run = s_cli->run({"deployment", "token", id, "--project", project()});
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_TRUE(run.output.startsWith("lw_"));
    EXPECT_EQ(run.output.size(), 47) << run.output.toStdString();
    EXPECT_THAT(run.errors.toStdString(), HasSubstr("not shown again"));
    EXPECT_FALSE(run.errors.contains(run.output.trimmed()));
    get({"deployment", "delete", id});
}

TEST_F(CliDeploymentTest, ListShowsStateAndAccess)
{
    const QString id = make("listed");
    const auto row = [] {
        const CliRun run = s_cli->run({"deployment", "list", "--project", project()});
        return run.output.split('\n').value(1).simplified().toStdString();
    };
    EXPECT_THAT(row(), HasSubstr("listed " + id.toStdString() + " disabled no token"));
    get({"deployment", "token", id});
    EXPECT_THAT(row(), HasSubstr("disabled 1 token "));
    get({"deployment", "token", id, "--expires", "2999-01-31"});
    EXPECT_THAT(row(), HasSubstr("disabled 2 tokens "));
    const CliRun open = s_cli->run({"deployment", "public", id, "on", "--project", project()});
    EXPECT_THAT(open.output.toStdString(), HasSubstr("anybody who reaches its address"));
    get({"deployment", "enable", id});
    EXPECT_THAT(row(), HasSubstr("enabled public "));
    EXPECT_FALSE(get({"deployment", "public", id, "off"})["public"].toBool());
    EXPECT_TRUE(get({"deployment", "log", id, "on"})["keepsRequests"].toBool());
    EXPECT_FALSE(get({"deployment", "log", id, "off"})["keepsRequests"].toBool());
    get({"deployment", "disable", id});
    get({"deployment", "delete", id});
}

TEST_F(CliDeploymentTest, NamesTowardsCallersAreThoseOfPredictions)
{
    const QJsonObject made = get({"deployment", "create", "--name", "named"});
    QStringList names;
    for (const QJsonValue& output : made["outputs"].toArray())
        names.append("my " + output.toString());
    const QJsonObject named = get({"deployment", "names", "named", "--input", "photo", "--outputs",
                                   names.join(',')});
    EXPECT_EQ(named["input"].toString(), "photo");
    EXPECT_EQ(named["outputs"].toArray(), QJsonArray::fromStringList(names));
    EXPECT_EQ(get({"deployment", "names", "named", "--input", "x"})["outputs"], named["outputs"]);
    EXPECT_EQ(get({"deployment", "rename", "named", "renamed"})["name"].toString(), "renamed");
    get({"deployment", "enable", "renamed"});
    const CliRun run =
        s_cli->run({"predict", "--deployment", "renamed", image(), "--csv", "--project", project()});
    const CliRun direct = s_cli->run({"predict", image(), "--csv", "--project", project()});
    EXPECT_THAT(run.output.toStdString(), HasSubstr(names.first().toStdString()));
    EXPECT_EQ(run.output.split('\n').value(1), direct.output.split('\n').value(1));
    EXPECT_THAT(refusal({"deployment", "names", "renamed"}), HasSubstr("--input"));
    EXPECT_THAT(refusal({"deployment", "names", "renamed", "--outputs", "a,b"}),
                HasSubstr("outputs, not 2"));
    get({"deployment", "disable", "renamed"});
    get({"deployment", "delete", "renamed"});
}

TEST_F(CliDeploymentTest, ANameMeansOneDeployment)
{
    const QStringList ids{make("twin"), make("twin"), make("77")};
    EXPECT_THAT(refusal({"deployment", "tokens", "twin"}), HasSubstr("give the number"));
    EXPECT_EQ(get({"deployment", "tokens", ids[1]})["deployment"].toInt(), ids[1].toInt());
    EXPECT_EQ(get({"deployment", "tokens", "77"})["deployment"].toInt(), ids[2].toInt())
        << "a name that looks like a number";
    for (const QString& id : ids)
        get({"deployment", "delete", id});
}

TEST_F(CliDeploymentTest, RefusesWhatIsNoTime)
{
    const QString id = make("times");
    for (const char* time : {"0", "-3", "1.5", "soon", "2027-02-30", "40000"})
        EXPECT_THAT(refusal({"deployment", "token", id, QString("--expires=%1").arg(time)}),
                    HasSubstr("number of days"))
            << time;
    EXPECT_THAT(refusal({"deployment", "token", id, "--expires", "2020-01-31"}),
                HasSubstr("expired already"));
    EXPECT_TRUE(get({"deployment", "tokens", id})["tokens"].toArray().isEmpty());
    get({"deployment", "delete", id});
}

TEST_F(CliDeploymentTest, SaysWhatIsMissing)
{
    EXPECT_THAT(ask({"deployment", "enable", "99"}).error().toStdString(),
                HasSubstr("does not exist"));
    EXPECT_THAT(ask({"predict", "--deployment", "99", image()}).error().toStdString(),
                HasSubstr("does not exist"));
    EXPECT_EQ(ask({"predict", "--deployment", "1", "--experiment", "1", image()}).exitCode, 2);
    EXPECT_THAT(refusal({"deployment", "token", "nowhere"}), HasSubstr("see `deployment list`"));
    EXPECT_EQ(ask({"predict", "--deployment", "1", "--checkpoint", "last", image()}).exitCode, 2);
    EXPECT_EQ(ask({"deployment"}).exitCode, 2);
    EXPECT_EQ(ask({"deployment", "token"}).exitCode, 2);
    EXPECT_EQ(ask({"deployment", "revoke", "1"}).exitCode, 2);
    EXPECT_EQ(ask({"deployment", "public", "1", "maybe"}).exitCode, 2);
    EXPECT_EQ(ask({"deployment", "delete"}).exitCode, 2);
}

} // namespace labelwright
