#include "core/session/endpoint_host.h"

#include "core/base/atomic_file.h"
#include "core/project/datasets.h"
#include "core/project/deployment_access.h"
#include "core/project/snapshot.h"
#include "core/session/call_import.h"
#include "core/session/deployment_host.h"
#include "core/session/workspace.h"
#include "tests/core/session/deployed_project.h"
#include "tests/core/session/event_wait.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>
#include <QTcpServer>

#include <gmock/gmock.h>

#include <thread>
#include <vector>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

struct CurlAnswer
{
    int status = 0;
    QByteArray body;
};

quint16 freePort()
{
    QTcpServer server;
    EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
    return server.serverPort();
}

class EndpointHostTest : public DeployedProjectTest
{
protected:
    void SetUp() override
    {
        DeployedProjectTest::SetUp();
        QCoreApplication::setOrganizationName(QStringLiteral("endpoint host test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           path(QStringLiteral("settings")));
        project = valueOf(Project::create(path(QStringLiteral("another")))); // Lets the lock go.
        settings.port = freePort();
        open();
    }

    void open()
    {
        workspace.reset();
        workspace = valueOf(Workspace::open(projectFolder()));
    }

    [[nodiscard]] EndpointHost& host() const { return workspace->endpoint(); }

    bool waitFor(EndpointState state)
    {
        return waitUntil([&] { return host().state() == state; });
    }

    void start()
    {
        host().start(settings);
        ASSERT_TRUE(waitFor(EndpointState::Running)) << host().problem().toStdString();
    }

    void enable()
    {
        ASSERT_TRUE(workspace->deployments().setEnabled(deployed.id, true));
        ASSERT_TRUE(waitUntil([&] {
            return workspace->deployments().state(deployed.id) == DeploymentState::Ready;
        }));
    }

    QString makeToken()
    {
        const auto issued =
            valueOf(issueToken(workspace->project(), deployed.id, QStringLiteral("test"), {}));
        workspace->deployments().tellChanged();
        return issued.secret;
    }

    /// Sends an image as a form, with the token unless it is empty.
    CurlAnswer call(const QString& token, int image = 1)
    {
        const QString file = path(QStringLiteral("call.png"));
        EXPECT_TRUE(writeFileAtomically(file, blocksImage(image)));
        QStringList arguments{"--silent", "--max-time", "20", "--write-out", "\n%{http_code}",
                              "--form", "image=@" + file};
        if (!token.isEmpty())
            arguments << "--user" << token + ':';
        arguments << QString("%1/deployment/%2/forward").arg(host().url()).arg(deployed.id.value);
        QProcess curl;
        curl.start("curl", arguments);
        EXPECT_TRUE(curl.waitForFinished(30'000));
        const QByteArray out = curl.readAllStandardOutput();
        const auto end = out.lastIndexOf('\n');
        return {out.mid(end + 1).toInt(), out.left(end)};
    }

    EndpointSettings settings;
    std::unique_ptr<Workspace> workspace;
};

} // namespace

TEST_F(EndpointHostTest, ATokenLetsIn)
{
    start();
    enable();
    EXPECT_EQ(host().url(), QString("http://127.0.0.1:%1").arg(settings.port));
    EXPECT_EQ(call({}).status, 401);
    const QString token = makeToken();
    const CurlAnswer answer = call(token);
    EXPECT_EQ(answer.status, 200);
    const QJsonObject scores = QJsonDocument::fromJson(answer.body).object();
    EXPECT_EQ(scores.keys().size(), deployed.outputNames.size()) << answer.body.toStdString();
    EXPECT_EQ(call(token + 'x').status, 401);
}

TEST_F(EndpointHostTest, EditsOfDeploymentsAreOfferedAtOnce)
{
    start();
    const QString token = makeToken();
    EXPECT_EQ(call(token).status, 409) << "disabled";
    enable();
    EXPECT_EQ(call(token).status, 200);
    ASSERT_TRUE(setDeploymentPublic(workspace->project(), deployed.id, true));
    workspace->deployments().tellChanged();
    EXPECT_EQ(call({}).status, 200);
    ASSERT_TRUE(setDeploymentPublic(workspace->project(), deployed.id, false));
    const auto all = valueOf(tokens(workspace->project(), deployed.id));
    ASSERT_TRUE(revokeToken(workspace->project(), all.front().id));
    workspace->deployments().tellChanged();
    EXPECT_EQ(call(token).status, 401) << "revoked";
}

TEST_F(EndpointHostTest, RunsAgainWithTheProjectWhereItRan)
{
    start();
    enable();
    const QString token = makeToken();
    open();
    EXPECT_EQ(host().state(), EndpointState::Starting);
    ASSERT_TRUE(waitFor(EndpointState::Running));
    EXPECT_EQ(host().settings(), settings);
    ASSERT_TRUE(waitUntil([&] { return call(token).status == 200; }));
    host().stop();
    ASSERT_TRUE(waitFor(EndpointState::Stopped));
    EXPECT_EQ(call(token).status, 0);
    open();
    EXPECT_EQ(host().state(), EndpointState::Stopped);
    EXPECT_EQ(host().settings(), settings) << "the place is remembered";
}

TEST_F(EndpointHostTest, SaysWhyItCannotStart)
{
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost, settings.port));
    host().start(settings);
    ASSERT_TRUE(waitFor(EndpointState::Failed));
    EXPECT_THAT(host().problem().toStdString(), HasSubstr(std::to_string(settings.port)));
    other.close();
    EndpointSettings secure = settings;
    secure.certificatePath = path(QStringLiteral("missing.pem"));
    host().start(secure);
    EXPECT_TRUE(waitUntil([&] { return host().problem().contains(QStringLiteral("both")); }));
    secure.keyPath = secure.certificatePath;
    host().start(secure);
    EXPECT_TRUE(waitUntil([&] { return host().problem().contains(QStringLiteral("missing.pem")); }));
    start();
    EXPECT_TRUE(host().problem().isEmpty());
}

TEST_F(EndpointHostTest, StartedAndStoppedInOneBreathItEndsAsAskedLast)
{
    for (int i = 0; i < 5; ++i) {
        host().start(settings);
        host().stop();
    }
    ASSERT_TRUE(waitFor(EndpointState::Stopped));
    host().stop();
    host().start(settings);
    EndpointSettings elsewhere = settings;
    elsewhere.port = freePort();
    host().start(elsewhere);
    ASSERT_TRUE(waitUntil([&] {
        return host().isRunning() && host().url().endsWith(QString::number(elsewhere.port));
    }));
}

TEST_F(EndpointHostTest, TheLogHoldsCallsAndImagesThatAreKept)
{
    start();
    enable();
    const QString token = makeToken();
    EXPECT_EQ(call(token).status, 200);
    ASSERT_TRUE(waitUntil([&] { return host().log().calls().size() == 1; }));
    EXPECT_TRUE(host().log().images().empty()) << "not kept unless switched on";
    ASSERT_TRUE(setDeploymentKeepsRequests(workspace->project(), deployed.id, true));
    workspace->deployments().tellChanged();
    EXPECT_EQ(call(token, 7).status, 200);
    ASSERT_TRUE(waitUntil([&] { return host().log().images().size() == 1; }));
    const LoggedImage& image = host().log().images().front();
    EXPECT_EQ(image.encoded, blocksImage(7));
    EXPECT_FALSE(image.thumbnail.isNull());
    EXPECT_EQ(image.deployment, deployed.id);
    ASSERT_TRUE(waitUntil([&] { return host().log().calls().size() == 2; }));
    EXPECT_EQ(host().log().calls().front().exchange.status, 200);
    host().log().forgetImages(deployed.id);
    EXPECT_TRUE(host().log().images().empty());
}

TEST_F(EndpointHostTest, ImagesOfCallsBecomeUnlabelledSamples)
{
    const auto before = valueOf(labelwright::dataset(workspace->project(), dataset));
    const QDateTime time = QDateTime::currentDateTimeUtc();
    std::vector<LoggedImage> images;
    for (int i = 1; i <= 3; ++i)
        images.push_back({i, deployed.id, time, blocksImage(40 + i), {}, {}});
    const Result<DatasetId> target = datasetOf(workspace->project(), deployed);
    ASSERT_EQ(valueOf(target), dataset);
    const auto summary = valueOf(importCalls(workspace->project(), *target, images));
    EXPECT_EQ(summary.added, 3);
    EXPECT_TRUE(summary.newLabels.isEmpty());
    const auto after = valueOf(labelwright::dataset(workspace->project(), dataset));
    EXPECT_EQ(after.samples, before.samples + 3);
    EXPECT_EQ(after.problems, before.problems);
    const auto snapshot = valueOf(currentSnapshot(workspace->project(), dataset));
    for (std::size_t row = snapshot.samples.size() - 3; row < snapshot.samples.size(); ++row)
        for (std::size_t label = 0; label < snapshot.labels.size(); ++label)
            EXPECT_EQ(snapshot.annotations.at(row, label), Annotation::Unknown);
    const auto again = valueOf(importCalls(workspace->project(), *target, images));
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(again.alreadyThere.size(), 3);
}

TEST(EndpointLog, KeepsTheNewestAndNeverBlocksTheWindow)
{
    EndpointLog log;
    int signalCount = 0;
    QObject::connect(&log, &EndpointLog::changed, [&] { ++signalCount; });
    std::vector<std::jthread> callers;
    for (int caller = 0; caller < 4; ++caller)
        callers.emplace_back([&log] {
            for (int i = 0; i < 25'000; ++i) {
                HttpExchange exchange;
                exchange.status = i;
                log.addCall(exchange);
            }
        });
    callers.clear();
    HttpExchange last;
    last.status = 99'999;
    log.addCall(last);
    ASSERT_TRUE(waitUntil([&] { return !log.calls().empty(); }));
    EXPECT_EQ(log.calls().size(), EndpointLog::mostCalls);
    EXPECT_EQ(log.calls().front().exchange.status, 99'999);
    EXPECT_EQ(signalCount, 1) << "100,000 calls are one batch";
}

TEST(EndpointLog, ImagesAreBoundedByCountAndBytes)
{
    EndpointLog log;
    SeenImage image;
    image.deployment = 1;
    image.encoded = QByteArray(qsizetype(20) << 20, 'x'); // No image: it comes without thumbnail.
    for (int i = 0; i < 5; ++i) {
        log.addImage(image);
        ASSERT_TRUE(waitUntil([&] { return log.newestImage() == i + 1; }));
    }
    EXPECT_EQ(log.images().size(), 3U);
    image.encoded = QByteArray("x");
    image.deployment = 2;
    log.addImage(image);
    ASSERT_TRUE(waitUntil([&] { return log.newestImage() == 6; }));
    EXPECT_EQ(log.images().front().deployment, DeploymentId{2});
    EXPECT_EQ(log.images().size(), 4U);
    log.forgetImages(DeploymentId{1});
    EXPECT_EQ(log.images().size(), 1U);
}

} // namespace labelwright::tests
