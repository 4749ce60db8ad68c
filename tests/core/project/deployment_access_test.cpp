#include "core/project/deployment_access.h"

#include "core/project/statement.h"
#include "tests/core/project/deployment_fixture.h"
#include "tests/core/project/value_of.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

QDateTime daysFromNow(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(days);
}

class DeploymentAccessTest : public DeploymentFixture
{
protected:
    DeploymentAccessTest() : deployed(make()) {}

    IssuedToken issue(const QString& name = {}, std::optional<QDateTime> expires = {})
    {
        return valueOf(issueToken(*project, deployed.id, name, std::move(expires)));
    }

    std::vector<DeploymentToken> stored() { return valueOf(tokens(*project, deployed.id)); }

    Deployment deployed;
};

} // namespace

TEST_F(DeploymentAccessTest, TokenComesBackAsItWasIssued)
{
    const QDateTime expires = daysFromNow(30);
    const IssuedToken first = issue(QStringLiteral("  the shop "), expires);
    const IssuedToken second = issue();
    reopen();
    const std::vector<DeploymentToken> all = stored();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, first.token.id);
    EXPECT_EQ(all[0].deployment, deployed.id);
    EXPECT_EQ(all[0].name, QStringLiteral("the shop"));
    EXPECT_EQ(all[0].sha256,
              QCryptographicHash::hash(first.secret.toUtf8(), QCryptographicHash::Sha256));
    EXPECT_EQ(all[0].created, first.token.created);
    EXPECT_LE(all[0].created.secsTo(QDateTime::currentDateTimeUtc()), 60);
    ASSERT_TRUE(all[0].expires);
    EXPECT_EQ(all[0].expires->toMSecsSinceEpoch(), expires.toMSecsSinceEpoch());
    EXPECT_FALSE(all[0].revoked);
    EXPECT_EQ(all[1].id, second.token.id);
    EXPECT_TRUE(all[1].name.isEmpty());
    EXPECT_FALSE(all[1].expires);
}

TEST_F(DeploymentAccessTest, SecretsAreLongAndNeverTwice)
{
    const QRegularExpression form(QStringLiteral("^lw_[A-Za-z0-9_-]{43}$"));
    std::set<QString> secrets;
    std::set<QByteArray> digests;
    for (int i = 0; i < 50; ++i) {
        const IssuedToken one = issue();
        EXPECT_TRUE(form.match(one.secret).hasMatch()) << one.secret.toStdString();
        EXPECT_EQ(QByteArray::fromBase64(one.secret.mid(3).toLatin1(),
                                         QByteArray::Base64UrlEncoding)
                      .size(),
                  32);
        secrets.insert(one.secret);
        digests.insert(one.token.sha256);
    }
    EXPECT_EQ(secrets.size(), 50U);
    EXPECT_EQ(digests.size(), 50U);
}

TEST_F(DeploymentAccessTest, NoFileOfTheProjectHoldsTheSecret)
{
    const QByteArray secret = issue(QStringLiteral("findable name")).secret.mid(3).toLatin1();
    const QByteArray bytes = QByteArray::fromBase64(secret, QByteArray::Base64UrlEncoding);
    bool isNameFound = false;
    QDirIterator files(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        EXPECT_FALSE(content.contains(secret)) << file.fileName().toStdString();
        EXPECT_FALSE(content.contains(bytes)) << file.fileName().toStdString();
        isNameFound = isNameFound || content.contains("findable name");
    }
    EXPECT_TRUE(isNameFound) << "the search finds what is there";
}

TEST_F(DeploymentAccessTest, ValidUntilItExpiresOrIsRevoked)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const IssuedToken endless = issue();
    const IssuedToken limited = issue({}, now.addDays(2));
    EXPECT_TRUE(endless.token.isValidAt(now.addYears(50)));
    EXPECT_TRUE(limited.token.isValidAt(now.addDays(1)));
    EXPECT_FALSE(limited.token.isValidAt(now.addDays(2)));
    expectDone(revokeToken(*project, endless.token.id));
    const std::vector<DeploymentToken> all = stored();
    EXPECT_FALSE(all[0].isValidAt(now));
    EXPECT_TRUE(all[1].isValidAt(now)) << "only one was revoked";
    const QDateTime revoked = all[0].revoked.value();
    expectDone(revokeToken(*project, endless.token.id));
    EXPECT_EQ(stored()[0].revoked, revoked) << "revoking twice changes nothing";
}

TEST_F(DeploymentAccessTest, FlagsAreRememberedEachForItself)
{
    const Deployment other = make();
    EXPECT_FALSE(deployed.isPublic);
    EXPECT_FALSE(deployed.keepsRequests);
    expectDone(setDeploymentPublic(*project, deployed.id, true));
    expectDone(setDeploymentKeepsRequests(*project, other.id, true));
    reopen();
    EXPECT_TRUE(valueOf(deployment(*project, deployed.id)).isPublic);
    EXPECT_FALSE(valueOf(deployment(*project, deployed.id)).keepsRequests);
    EXPECT_FALSE(valueOf(deployment(*project, other.id)).isPublic);
    EXPECT_TRUE(valueOf(deployment(*project, other.id)).keepsRequests);
    expectDone(setDeploymentPublic(*project, deployed.id, false));
    EXPECT_FALSE(valueOf(deployment(*project, deployed.id)).isPublic);
}

TEST_F(DeploymentAccessTest, TokensGoWithTheirDeployment)
{
    const Deployment other = make();
    const IssuedToken gone = issue();
    valueOf(issueToken(*project, other.id, {}, std::nullopt));
    EXPECT_EQ(stored().size(), 1U) << "each deployment has its own";
    expectDone(deleteDeployment(*project, deployed.id));
    EXPECT_TRUE(stored().empty());
    EXPECT_EQ(valueOf(tokens(*project, other.id)).size(), 1U);
    EXPECT_THAT(summaryOf(revokeToken(*project, gone.token.id)), HasSubstr("token does not exist"));
    project.reset();
    Database database(folder() + QStringLiteral("/project.sqlite"), Database::Mode::ReadOnly);
    Statement count(database, "SELECT count(*) FROM deployment_tokens");
    ASSERT_TRUE(count.next());
    EXPECT_EQ(count.integer(0), 1);
}

TEST_F(DeploymentAccessTest, RefusalsSayWhy)
{
    const DeploymentId missing{99};
    EXPECT_THAT(summaryOf(issueToken(*project, missing, {}, std::nullopt)),
                HasSubstr("deployment does not exist"));
    EXPECT_THAT(summaryOf(setDeploymentPublic(*project, missing, true)),
                HasSubstr("deployment does not exist"));
    EXPECT_THAT(summaryOf(setDeploymentKeepsRequests(*project, missing, true)),
                HasSubstr("deployment does not exist"));
    for (const QDateTime& time : {daysFromNow(-1), QDateTime()})
        EXPECT_THAT(summaryOf(issueToken(*project, deployed.id, {}, time)),
                    HasSubstr("expired already"));
    const TokenId token = issue().token.id;
    Project reader = valueOf(Project::open(folder(), Access::ReadOnly));
    EXPECT_THAT(summaryOf(issueToken(reader, deployed.id, {}, std::nullopt)),
                HasSubstr("cannot be changed"));
    EXPECT_FALSE(revokeToken(reader, token));
    EXPECT_FALSE(setDeploymentPublic(reader, deployed.id, true));
    EXPECT_EQ(valueOf(tokens(reader, deployed.id)).size(), 1U) << "reading needs no right to write";
}

} // namespace labelwright::tests
