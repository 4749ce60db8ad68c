#include "core/deployment/deployment_page.h"

#include "tests/core/deployment/call_fixture.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

QByteArray between(const QByteArray& text, const QByteArray& begin, const QByteArray& end)
{
    const qsizetype from = text.indexOf(begin) + begin.size();
    return text.mid(from, text.indexOf(end, from) - from);
}

QByteArray policyOf(const HttpResponse& response)
{
    for (const auto& [name, value] : response.headers)
        if (name == "Content-Security-Policy")
            return value;
    return {};
}

} // namespace

TEST(DeploymentPage, AllowsItsOwnStyleAndScriptAndNothingElse)
{
    const HttpResponse page = deploymentPage();
    const QByteArray policy = policyOf(page);
    for (const char* tag : {"style", "script"}) {
        const QByteArray content =
            between(page.body, QByteArray("<") + tag + ">", QByteArray("</") + tag + ">");
        EXPECT_GT(content.size(), 1000) << tag;
        const QByteArray hash =
            QCryptographicHash::hash(content, QCryptographicHash::Sha256).toBase64();
        EXPECT_TRUE(policy.contains(QByteArray(tag) + "-src 'sha256-" + hash + "'")) << tag;
    }
    EXPECT_TRUE(policy.startsWith("default-src 'none';"));
    EXPECT_FALSE(policy.contains("unsafe"));
    EXPECT_FALSE(policy.contains("http"));
}

TEST(DeploymentPage, NeedsNothingFromElsewhere)
{
    const QString text = QString::fromUtf8(deploymentPage().body);
    EXPECT_FALSE(text.contains("://"));
    EXPECT_FALSE(text.contains("innerHTML"));
    const QRegularExpression source(R"re((src|href)="([^"]*)")re");
    for (const auto& match : source.globalMatch(text))
        EXPECT_EQ(match.captured(2), "data:,");
    const QRegularExpression inlineHandler(R"re(<[^>]+ (on[a-z]+|style)=)re");
    EXPECT_FALSE(inlineHandler.match(text).hasMatch());
}

TEST(DeploymentPage, IsTheSameForEveryAddress)
{
    const CallFixture calls;
    const HttpResponse known = calls.get("/deployment/7/", {});
    const HttpResponse unknown = calls.get("/deployment/8/", {});
    EXPECT_EQ(known.status, 200);
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_EQ(known.headers, unknown.headers);
    EXPECT_FALSE(known.body.contains("Photos"));
    EXPECT_EQ(calls.get("/deployment/7", {}).headers.front().second, "7/");
}

} // namespace labelwright
