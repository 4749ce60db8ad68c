#include "core/deployment/http_server.h"
#include "tests/core/deployment/http_client.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

namespace labelwright {

namespace {

using namespace std::chrono_literals;
using tests::curl;
using tests::errorMessage;
using tests::localUrl;
using tests::RawClient;
using tests::served;

} // namespace

TEST(HttpServerTest, EchoesWhatClientsSend)
{
    const auto server = served({});
    ASSERT_TRUE(server);
    struct Case
    {
        QStringList arguments;
        QString path;
        QByteArray body;
    };
    const Case cases[] = {
        {{}, "/a/b", "GET /a/b\n"},
        {{}, "/", "GET /\n"},
        {{"--path-as-is"}, "/x/../../etc/passwd", "GET /x/../../etc/passwd\n"},
        {{}, "/b%C3%A4um%20e%2Fx?a=1&a=2%263&b", "GET /b\xC3\xA4um e/x\nquery a=1\nquery a=2&3\n"
                                                 "query b=\n"},
        {{"-d", "hello"}, "/p", "POST /p\nbody 5 hello\n"},
        {{"-X", "PUT", "-d", "x"}, "/p", "PUT /p\nbody 1 x\n"},
        {{"-X", "DELETE"}, "/p", "DELETE /p\n"},
        {{"-H", "Transfer-Encoding: chunked", "-d", "in chunks"}, "/c", "POST /c\nbody 9 in chunks\n"},
        {{"-F", "image=@-;filename=a b.png", "-F", "k=v", "-F", "k=", "-F", "k=w"},
         "/f",
         "POST /f\nfield image [a b.png]=the file\nfield k []=v\nfield k []=\nfield k []=w\n"},
        {{"--proxy", localUrl(server->port(), {})}, "/proxied?q=1", "GET /proxied\nquery q=1\n"},
    };
    for (const Case& c : cases) {
        const auto answer = curl(c.arguments + QStringList{localUrl(server->port(), c.path)},
                                 "the file");
        EXPECT_EQ(answer.status, 200) << c.path.toStdString();
        EXPECT_EQ(answer.body.toStdString(), c.body.toStdString()) << c.path.toStdString();
        EXPECT_TRUE(answer.headers.contains("X-Peer: 127.0.0.1")) << answer.headers.toStdString();
        EXPECT_TRUE(answer.headers.contains("Server: Labelwright\r\n"));
        EXPECT_TRUE(answer.headers.contains("Content-Type: text/plain"));
    }
}

TEST(HttpServerTest, AnswersHeadAndRefusesUnknownMethods)
{
    const auto server = served({});
    ASSERT_TRUE(server);
    const auto head = curl({"-I", localUrl(server->port(), "/h")});
    EXPECT_EQ(head.exitCode, 0);
    EXPECT_EQ(head.status, 200);
    EXPECT_TRUE(head.body.isEmpty());
    EXPECT_TRUE(head.headers.contains("Content-Length: 7"));
    for (const char* method : {"TRACE", "BREW", "get"}) {
        const auto answer = curl({"-X", method, localUrl(server->port(), "/")});
        EXPECT_EQ(answer.status, 501) << method;
        EXPECT_FALSE(errorMessage(answer.body).isEmpty());
    }
}

TEST(HttpServerTest, RefusesUrlsThatAreNotEncoded)
{
    const auto server = served({});
    ASSERT_TRUE(server);
    for (const char* path : {"/bad%zz", "/half%4", "/end%", "/nul%00.png", "/q?a=%-1"}) {
        const auto answer = curl({localUrl(server->port(), path)});
        EXPECT_EQ(answer.status, 400) << path;
        EXPECT_EQ(errorMessage(answer.body), "The URL is not encoded as URLs are.");
    }
}

TEST(HttpServerTest, AnswersLaterFromOtherThreadsOverOneConnection)
{
    std::vector<std::jthread> workers;
    std::mutex mutex;
    const auto server = served({}, [&](HttpRequest request, HttpRespond respond) {
        const std::lock_guard lock(mutex);
        workers.emplace_back([request = std::move(request), respond = std::move(respond)] {
            std::this_thread::sleep_for(10ms);
            tests::echoing(request, respond);
            respond({500, "text/plain", "only the first answer counts", {}});
        });
    });
    ASSERT_TRUE(server);
    RawClient client(server->port());
    for (int i = 0; i < 20; ++i) {
        ASSERT_TRUE(client.send("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        const QByteArray answer = client.receiveAnswer();
        EXPECT_TRUE(answer.startsWith("HTTP/1.1 200")) << answer.toStdString();
        EXPECT_TRUE(answer.endsWith("GET /" + QByteArray::number(i) + '\n'));
    }
    // Two at once, as a client that pipelines sends them.
    ASSERT_TRUE(client.send("GET /first HTTP/1.1\r\nHost: x\r\n\r\n"
                            "GET /second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    const QByteArray both = client.receive();
    EXPECT_GT(both.indexOf("GET /second"), both.indexOf("GET /first"));
    EXPECT_GT(both.indexOf("GET /first"), 0);
}

TEST(HttpServerTest, AnswersManyClientsAtOnceWithTheirOwnAnswers)
{
    std::mutex mutex;
    std::vector<std::pair<HttpRequest, HttpRespond>> held;
    const auto server = served({}, [&](HttpRequest request, HttpRespond respond) {
        const std::lock_guard lock(mutex);
        held.emplace_back(std::move(request), std::move(respond));
    });
    ASSERT_TRUE(server);
    std::vector<RawClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.emplace_back(server->port());
        ASSERT_TRUE(clients.back().send("GET /" + QByteArray::number(i) +
                                        " HTTP/1.1\r\nHost: x\r\n\r\n"));
    }
    std::size_t answered = 0;
    while (answered < clients.size()) {
        std::vector<std::pair<HttpRequest, HttpRespond>> some;
        {
            const std::lock_guard lock(mutex);
            some.swap(held);
        }
        for (auto next = some.rbegin(); next != some.rend(); ++next)
            tests::echoing(next->first, next->second);
        answered += some.size();
    }
    for (std::size_t i = 0; i < clients.size(); ++i)
        EXPECT_TRUE(clients[i].receiveAnswer().endsWith("GET /" + QByteArray::number(i) + '\n'));
}

TEST(HttpServerTest, AnswersForAHandlerThatDoesNot)
{
    const auto server = served({}, [](const HttpRequest& request, const HttpRespond& respond) {
        if (request.path == "/throws")
            throw std::runtime_error("in the handler");
        if (request.path == "/status")
            respond({42, "text/plain", "?", {}});
        if (request.path == "/header")
            respond({200, "text/plain", "fine", {{"X-Split", "a\r\nX-Injected: b"}, {"X-Good", "c"}}});
    });
    ASSERT_TRUE(server);
    for (const char* path : {"/throws", "/status", "/dropped"}) {
        const auto answer = curl({localUrl(server->port(), path)});
        EXPECT_EQ(answer.status, 500) << path;
        EXPECT_EQ(errorMessage(answer.body), "The request could not be answered.");
    }
    const auto split = curl({localUrl(server->port(), "/header")});
    EXPECT_EQ(split.body, "fine");
    EXPECT_TRUE(split.headers.contains("X-Good: c"));
    EXPECT_FALSE(split.headers.contains("X-Injected"));
}

TEST(HttpServerTest, StopsWhileRequestsWait)
{
    std::mutex mutex;
    std::vector<HttpRespond> held;
    auto server = served({}, [&](const HttpRequest&, HttpRespond respond) {
        const std::lock_guard lock(mutex);
        held.push_back(std::move(respond));
    });
    ASSERT_TRUE(server);
    const quint16 port = server->port();
    std::vector<RawClient> clients;
    for (int i = 0; i < 20; ++i) {
        clients.emplace_back(port);
        ASSERT_TRUE(clients.back().send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
    }
    RawClient unfinished(port);
    ASSERT_TRUE(unfinished.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf"));
    const auto count = [&] {
        const std::lock_guard lock(mutex);
        return held.size();
    };
    while (count() < clients.size())
        std::this_thread::sleep_for(1ms);
    clients.pop_back(); // One client is gone by now.
    const auto start = std::chrono::steady_clock::now();
    server.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 3s);
    for (RawClient& client : clients) {
        const QByteArray answer = client.receive();
        EXPECT_TRUE(answer.startsWith("HTTP/1.1 503")) << answer.toStdString();
        EXPECT_TRUE(client.isEnded());
    }
    for (const HttpRespond& respond : held)
        respond({});
    EXPECT_FALSE(RawClient(port).isConnected());
}

TEST(HttpServerTest, ForgetsAClientThatLeaves)
{
    std::promise<HttpRespond> held;
    std::promise<HttpExchange> seen;
    const auto server = served(
        {},
        [&](const HttpRequest& request, HttpRespond respond) {
            if (request.path == "/held")
                held.set_value(std::move(respond));
            else
                tests::echoing(request, respond);
        },
        [&](const HttpExchange& exchange) {
            if (exchange.path == "/held")
                seen.set_value(exchange);
        });
    ASSERT_TRUE(server);
    HttpRespond respond;
    {
        RawClient client(server->port());
        ASSERT_TRUE(client.send("POST /held HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody"));
        respond = held.get_future().get();
    }
    respond({200, "text/plain", QByteArray(1 << 20, 'x'), {}});
    EXPECT_EQ(seen.get_future().get().received, 4U);
    EXPECT_EQ(curl({localUrl(server->port(), "/")}).status, 200);
}

TEST(HttpServerTest, TellsOfEachExchange)
{
    std::mutex mutex;
    std::vector<HttpExchange> seen;
    {
        const auto server = served({}, tests::echoing, [&](const HttpExchange& exchange) {
            const std::lock_guard lock(mutex);
            seen.push_back(exchange);
        });
        ASSERT_TRUE(server);
        curl({"-d", "12345", localUrl(server->port(), "/p%20q?token=secret")});
        curl({"-X", "BREW", localUrl(server->port(), "/")});
    }
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_EQ(seen[0].method, "POST");
    EXPECT_EQ(seen[0].path, "/p q");
    EXPECT_EQ(seen[0].peer, "127.0.0.1");
    EXPECT_EQ(seen[0].status, 200);
    EXPECT_EQ(seen[0].received, 5U);
    EXPECT_GT(seen[0].sent, 5U);
    EXPECT_GT(seen[0].duration.count(), 0);
    EXPECT_LT(seen[0].time.msecsTo(QDateTime::currentDateTimeUtc()), 10'000);
    EXPECT_EQ(seen[1].status, 501);
}

TEST(HttpServerTest, ListensAtNumericAddresses)
{
    HttpServerOptions options;
    options.address = "::1";
    const auto six = served(options);
    ASSERT_TRUE(six);
    const auto answer = curl({"-g", QString("http://[::1]:%1/").arg(six->port())});
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.headers.contains("X-Peer: ::1"));
    options.address = "::";
    const auto both = served(options);
    ASSERT_TRUE(both);
    EXPECT_TRUE(curl({localUrl(both->port(), "/")}).headers.contains("X-Peer: 127.0.0.1"));

    const auto reason = [](const QString& address, quint16 port) {
        HttpServerOptions wrong;
        wrong.address = address;
        wrong.port = port;
        const auto server = HttpServer::start(wrong, tests::echoing);
        return server ? QString() : server.error().summary;
    };
    EXPECT_EQ(reason("localhost", 0), "\"localhost\" is no numeric address, such as 127.0.0.1 or ::1.");
    EXPECT_EQ(reason("", 0), "\"\" is no numeric address, such as 127.0.0.1 or ::1.");
    EXPECT_EQ(reason("192.0.2.77", 0), "192.0.2.77 is not an address of this machine. "
                                       "Choose 127.0.0.1 or one of its own.");
    EXPECT_EQ(reason("::1", six->port()),
              QString("Port %1 of ::1 is in use by another program. Choose another port.")
                  .arg(six->port()));
}

namespace {

/// A certificate for 127.0.0.1 that signs itself, made by openssl.
struct Certificate
{
    QString path;
    QByteArray certificate;
    QByteArray privateKey;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Certificate makeCertificate(const QTemporaryDir& folder, const QString& name)
{
    const QString key = folder.filePath(name + ".key");
    const QString path = folder.filePath(name + ".pem");
    QProcess::execute("openssl",
                      {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                       "-nodes", "-keyout", key, "-out", path, "-days", "2", "-subj",
                       "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"});
    return {path, contentOf(path), contentOf(key)};
}

} // namespace

TEST(HttpServerTest, ServesTlsWithTheGivenCertificate)
{
    const QTemporaryDir folder;
    const Certificate own = makeCertificate(folder, "own");
    const Certificate other = makeCertificate(folder, "other");
    ASSERT_FALSE(own.certificate.isEmpty() || other.privateKey.isEmpty());
    HttpServerOptions options;
    options.certificate = own.certificate;
    options.privateKey = own.privateKey;
    const auto server = served(options);
    ASSERT_TRUE(server);
    EXPECT_TRUE(server->isSecure());
    const QString url = QString("https://127.0.0.1:%1/secret").arg(server->port());
    const QByteArray body(300'000, 'b');
    const auto answer = curl({"--cacert", own.path, "--data-binary", "@-", url}, body);
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.body.startsWith("POST /secret\nbody 300000 "));
    EXPECT_NE(curl({"--cacert", other.path, url}).exitCode, 0);
    EXPECT_NE(curl({"--cacert", own.path, "--tls-max", "1.1", url}).exitCode, 0);
    EXPECT_NE(curl({localUrl(server->port(), "/plain")}).status, 200);

    const auto openFiles = QDir("/proc/self/fd").entryList().size();
    for (const auto& [certificate, key] :
         {std::pair{own.certificate, other.privateKey}, std::pair{own.certificate, QByteArray()},
          std::pair{QByteArray("nonsense"), own.privateKey}}) {
        options.certificate = certificate;
        options.privateKey = key;
        const auto refused = HttpServer::start(options, tests::echoing);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().summary, "The certificate and its private key cannot be used: "
                                           "both have to be PEM and belong together.");
    }
    EXPECT_EQ(QDir("/proc/self/fd").entryList().size(), openFiles);
}

} // namespace labelwright
