#include "tests/app/cli_runner.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QThread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace labelwright {

namespace {

using testing::EndsWith;
using testing::HasSubstr;
using tests::CliRunner;

constexpr int limitMs = 60'000;

/// How soon a running service follows what another process changed.
constexpr int followsWithinMs = 3'000;

struct HttpAnswer
{
    int status = 0; ///< 0: no connection.
    QByteArray body;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

HttpAnswer curl(QStringList arguments)
{
    arguments << "-s" << "-S" << "--max-time" << "30" << "-w" << "\n%{http_code}";
    QProcess process;
    process.start(QStringLiteral("curl"), arguments);
    EXPECT_TRUE(process.waitForFinished(limitMs)) << process.errorString().toStdString();
    const QByteArray output = process.readAllStandardOutput();
    const qsizetype end = output.lastIndexOf('\n');
    return {output.mid(end + 1).toInt(), output.left(end)};
}

/// A running `serve --json`.
class Service
{
public:
    explicit Service(std::unique_ptr<QProcess> process) : m_process(std::move(process))
    {
        m_first = QJsonDocument::fromJson(line()).object();
        EXPECT_TRUE(m_first["url"].isString()) << m_process->readAllStandardError().toStdString();
    }

    ~Service() { end(); }
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    [[nodiscard]] const QJsonObject& first() const { return m_first; }
    [[nodiscard]] QString url(const QString& rest = {}) const
    {
        return m_first["url"].toString() + rest;
    }

    QByteArray line()
    {
        while (!m_process->canReadLine() && m_process->waitForReadyRead(limitMs)) {
        }
        return m_process->readLine();
    }

    /// The exit code after Ctrl-C, or SIGTERM.
    int end(int signal = SIGINT)
    {
        if (m_process->state() != QProcess::NotRunning) {
            ::kill(static_cast<pid_t>(m_process->processId()), signal);
            EXPECT_TRUE(m_process->waitForFinished(limitMs));
        }
        EXPECT_EQ(m_process->exitStatus(), QProcess::NormalExit);
        return m_process->exitCode();
    }

    QByteArray errors() { return m_process->readAllStandardError(); }

private:
    std::unique_ptr<QProcess> m_process;
    QJsonObject m_first;
};

/// One trained project with an enabled deployment for all tests.
class CliServeTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_cli = std::make_unique<CliRunner>();
        const QString zip = s_cli->path("landscapes.zip");
        s_cli->run({"sample", "--to", zip, "--count", "40", "--seed", "2", "--json"});
        get({"import", zip});
        const QString spec =
            tests::writeJson(s_cli->path("spec.json"), tests::smallSpec(get({"advise"})));
        get({"train", "--spec", spec, "--epochs", "2", "--threads", "1", "--precision", "f32"});
        get({"deployment", "create", "--name", "My scenes"});
        get({"deployment", "enable", "1"});
        s_token = get({"deployment", "token", "1"})["secret"].toString();
    }

    static void TearDownTestSuite() { s_cli.reset(); }

    static QString project() { return s_cli->path("project"); }
    static QJsonObject get(const QStringList& arguments)
    {
        return s_cli->get(project(), arguments);
    }

    static std::unique_ptr<Service> serve(const QStringList& options = {})
    {
        return std::make_unique<Service>(s_cli->start(
            QStringList{"serve", "--port", "0", "--json", "--project", project()} + options));
    }

    static std::string refusal(const QStringList& options)
    {
        const auto run = s_cli->ask(project(), QStringList{"serve", "--port", "0"} + options);
        EXPECT_EQ(run.exitCode, 1) << options.join(' ').toStdString();
        return run.error().toStdString();
    }

    static QStringList images()
    {
        QDirIterator walk(project() + "/originals", QDir::Files, QDirIterator::Subdirectories);
        QStringList found;
        while (walk.hasNext())
            found.append(walk.next());
        found.sort();
        return found;
    }

    /// A body of dialect A with these files, on disk.
    static QString rowsFile(const QStringList& files)
    {
        QJsonArray rows;
        for (const QString& path : files) {
            QFile file(path);
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            const QString kind = path.endsWith(".png") ? "png" : "jpeg";
            rows.append(QJsonObject{{"image", "data:image/" + kind + ";base64,"
                                                  + QString(file.readAll().toBase64())}});
        }
        return tests::writeJson(s_cli->path("rows.json"), {{"rows", rows}});
    }

    static HttpAnswer forward(const Service& service, const QString& token = s_token)
    {
        QStringList arguments{"-F", "image=@" + images().front(),
                              service.url("/deployment/1/forward")};
        if (!token.isEmpty())
            arguments << "-u" << token + ':';
        return curl(arguments);
    }

    /// Whether a running service answers so soon after a command.
    static bool follows(const Service& service, int status, const QString& token = s_token)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < followsWithinMs) {
            if (forward(service, token).status == status)
                return true;
            QThread::msleep(100);
        }
        return false;
    }

    static std::unique_ptr<CliRunner> s_cli;
    static QString s_token;
};

std::unique_ptr<CliRunner> CliServeTest::s_cli;
QString CliServeTest::s_token;

void expectSameScores(const QJsonObject& answered, const QJsonObject& predicted)
{
    EXPECT_EQ(answered.keys(), predicted.keys());
    EXPECT_GT(predicted.size(), 1);
    for (const QString& label : predicted.keys())
        EXPECT_NEAR(answered[label].toDouble(-1), predicted[label].toDouble(-2), 1e-6)
            << label.toStdString();
}

} // namespace

TEST_F(CliServeTest, AnswersWhatPredictAnswers)
{
    const auto service = serve();
    const QStringList files = images().mid(0, 5);
    const QJsonArray predicted =
        get(QStringList{"predict", "--deployment", "My scenes"} + files)["predictions"].toArray();
    const HttpAnswer rows = curl({"-H", "Authorization: Bearer " + s_token, "-H",
                                  "Content-Type: application/json", "-d", '@' + rowsFile(files),
                                  service->url("/deployment/1/forward")});
    ASSERT_EQ(rows.status, 200) << rows.body.toStdString();
    const QJsonArray answered = rows.json()["rows"].toArray();
    ASSERT_EQ(answered.size(), 5);
    for (int i = 0; i < 5; ++i)
        expectSameScores(answered[i].toObject(), predicted[i]["scores"].toObject());
    const HttpAnswer form = forward(*service);
    ASSERT_EQ(form.status, 200) << form.body.toStdString();
    expectSameScores(form.json(), predicted[0]["scores"].toObject());
}

TEST_F(CliServeTest, FirstLineTellsScriptsWhatIsServed)
{
    const auto service = serve();
    const QJsonArray all = service->first()["deployments"].toArray();
    ASSERT_EQ(all.size(), 1);
    EXPECT_EQ(all[0]["id"].toInt(), 1);
    EXPECT_EQ(all[0]["title"].toString(), "My scenes");
    EXPECT_EQ(all[0]["url"].toString(), service->url("/deployment/1/forward"));
    EXPECT_TRUE(all[0]["ready"].toBool());
    EXPECT_FALSE(all[0]["public"].toBool());
    EXPECT_EQ(all[0]["tokens"].toInt(), 1);
    const HttpAnswer ready =
        curl({service->url("/v2/models/" + all[0]["name"].toString() + "/ready"), "-H",
              "Authorization: Bearer " + s_token});
    EXPECT_EQ(ready.status, 200) << ready.body.toStdString();
    EXPECT_EQ(curl({service->url("/health")}).status, 200);
}

TEST_F(CliServeTest, NobodyComesInWithoutAValidToken)
{
    const auto service = serve();
    EXPECT_EQ(forward(*service, {}).status, 401);
    EXPECT_EQ(forward(*service, s_token + 'x').status, 401);
    EXPECT_EQ(forward(*service, s_token.chopped(1)).status, 401);
    EXPECT_EQ(forward(*service).status, 200);
}

TEST_F(CliServeTest, FollowsWhatIsEnabledAndDisabled)
{
    const auto service = serve();
    get({"deployment", "disable", "1"});
    EXPECT_TRUE(follows(*service, 409));
    const QJsonObject told = QJsonDocument::fromJson(service->line()).object();
    EXPECT_FALSE(told["deployments"][0]["enabled"].toBool());
    get({"deployment", "enable", "1"});
    EXPECT_TRUE(follows(*service, 200));
}

TEST_F(CliServeTest, FollowsTokensThatComeAndGo)
{
    const auto service = serve();
    const QJsonObject issued = get({"deployment", "token", "1", "--for", "a test"});
    const QString secret = issued["secret"].toString();
    EXPECT_TRUE(follows(*service, 200, secret));
    get({"deployment", "revoke", "1", QString::number(issued["id"].toInt())});
    EXPECT_TRUE(follows(*service, 401, secret));
    EXPECT_EQ(forward(*service).status, 200) << "the other token stays good";
    get({"deployment", "public", "1", "on"});
    EXPECT_TRUE(follows(*service, 200, {}));
    get({"deployment", "public", "1", "off"});
    EXPECT_TRUE(follows(*service, 401, {}));
}

TEST_F(CliServeTest, FollowsNamesTowardsCallers)
{
    const auto service = serve();
    get({"deployment", "names", "1", "--input", "photo"});
    const auto answers = [&] {
        return curl({"-F", "photo=@" + images().front(), "-u", s_token + ':',
                     service->url("/deployment/1/forward")})
            .status;
    };
    QElapsedTimer timer;
    timer.start();
    while (answers() != 200 && timer.elapsed() < followsWithinMs)
        QThread::msleep(100);
    EXPECT_EQ(answers(), 200);
    get({"deployment", "names", "1", "--input", "image"});
}

TEST_F(CliServeTest, EndsCleanlyWhenAsked)
{
    for (const int signal : {SIGINT, SIGTERM}) {
        const auto service = serve();
        EXPECT_EQ(forward(*service).status, 200);
        EXPECT_EQ(service->end(signal), 0);
        EXPECT_EQ(forward(*service).status, 0) << "nobody listens any more";
    }
}

TEST_F(CliServeTest, TellsPeopleUrlAndCurlLine)
{
    const auto process =
        s_cli->start({"serve", "--port", "0", "--project", project(), "--deployment", "My scenes"});
    QByteArray output;
    while (output.count('\n') < 3 && process->waitForReadyRead(limitMs))
        output += process->readAllStandardOutput();
    const QList<QByteArray> lines = output.split('\n');
    ASSERT_GE(lines.size(), 3);
    EXPECT_THAT(lines[0].toStdString(), HasSubstr("Serving on http://127.0.0.1:"));
    EXPECT_THAT(lines[1].toStdString(), HasSubstr("My scenes: http://127.0.0.1:"));
    EXPECT_THAT(lines[2].toStdString(), EndsWith("/deployment/1/forward"));
    QString shell = QString::fromUtf8(lines[2]);
    shell.replace("<token>", s_token).replace("@photo.jpg", '@' + images().front());
    QProcess run;
    run.start("sh", {"-c", shell + " -s"});
    EXPECT_TRUE(run.waitForFinished(limitMs));
    const QByteArray answer = run.readAllStandardOutput();
    EXPECT_GT(QJsonDocument::fromJson(answer).object().size(), 1) << answer.toStdString();
    process->terminate();
    EXPECT_TRUE(process->waitForFinished(limitMs));
    EXPECT_EQ(process->exitCode(), 0);
    EXPECT_THAT(process->readAllStandardOutput().toStdString(),
                HasSubstr("Stopped serving, after 1 image."));
}

TEST_F(CliServeTest, ServesBesideAndWithoutEnabledDeployments)
{
    get({"deployment", "disable", "1"});
    const auto service = serve();
    EXPECT_EQ(forward(*service).status, 409);
    EXPECT_EQ(curl({"-u", s_token + ':', "-d", "{}", service->url("/deployment/99/forward")}).status,
              401)
        << "which deployments there are is nobody's business";
    EXPECT_EQ(service->end(), 0);
    EXPECT_THAT(service->errors().toStdString(), HasSubstr("No deployment is enabled"));
    get({"deployment", "enable", "1"});
}

TEST_F(CliServeTest, SpeaksTls)
{
    const QString key = s_cli->path("key.pem");
    const QString certificate = s_cli->path("certificate.pem");
    QProcess maker;
    maker.start("openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                            "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                            key, "-out", certificate});
    ASSERT_TRUE(maker.waitForFinished(limitMs) && maker.exitCode() == 0)
        << maker.readAllStandardError().toStdString();
    const auto service = serve({"--certificate", certificate, "--key", key});
    EXPECT_TRUE(service->url().startsWith("https://127.0.0.1:"));
    EXPECT_EQ(curl({"--cacert", certificate, service->url("/health")}).status, 200);
    EXPECT_EQ(curl({service->url("/health")}).status, 0) << "the certificate is the given one";
    EXPECT_FALSE(refusal({"--certificate", key, "--key", certificate}).empty());
    EXPECT_THAT(refusal({"--certificate", certificate}), HasSubstr("--key"));
    EXPECT_THAT(refusal({"--certificate", s_cli->path("none.pem"), "--key", key}),
                HasSubstr("none.pem"));
}

TEST_F(CliServeTest, RefusalsSayWhatToDo)
{
    EXPECT_THAT(refusal({"--address", "0.0.0.0"}), HasSubstr("--allow-remote"));
    EXPECT_THAT(refusal({"--address", "0.0.0.0"}), HasSubstr("travel readable"));
    EXPECT_THAT(refusal({"--address", "::"}), HasSubstr("--allow-remote"));
    EXPECT_THAT(refusal({"--address", "example.org"}), HasSubstr("numeric address"));
    EXPECT_THAT(refusal({"--deployment", "nowhere"}), HasSubstr("does not exist"));
    QTcpServer taken;
    ASSERT_TRUE(taken.listen(QHostAddress::LocalHost));
    const QString port = QString::number(taken.serverPort());
    const auto run = s_cli->ask(project(), {"serve", "--port", port});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_THAT(run.error().toStdString(), HasSubstr(port.toStdString()));
    EXPECT_EQ(s_cli->ask(project(), {"serve", "--port", "70000"}).exitCode, 2);
}

TEST_F(CliServeTest, LogsCallsWithoutTheirSecrets)
{
    const QString log = s_cli->path("access.log");
    const auto service = serve({"--access-log", log});
    EXPECT_EQ(forward(*service).status, 200);
    EXPECT_EQ(forward(*service, "lw_wrong").status, 401);
    EXPECT_EQ(service->end(), 0);
    QFile file(log);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    EXPECT_EQ(content.count('\n'), 2) << content.toStdString();
    for (const QByteArray& line : content.trimmed().split('\n'))
        EXPECT_TRUE(QJsonDocument::fromJson(line).isObject()) << line.toStdString();
    EXPECT_FALSE(content.contains(s_token.toLatin1()));
    EXPECT_FALSE(content.contains("lw_"));
    EXPECT_FALSE(content.contains(project().toUtf8()));
}

} // namespace labelwright
