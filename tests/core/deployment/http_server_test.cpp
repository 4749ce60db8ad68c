#include "core/deployment/http_server.h"
#include "tests/core/deployment/http_client.h"

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

using tests::curl;
using tests::localUrl;
using tests::RawClient;

/// Tells what arrived.
HttpResponse echo(const HttpRequest& request)
{
    QByteArray text = request.method + ' ' + request.path.toUtf8() + '\n';
    for (const auto& [name, value] : request.query.queryItems(QUrl::FullyDecoded))
        text += "query " + name.toUtf8() + '=' + value.toUtf8() + '\n';
    for (const HttpFormField& field : request.form)
        text += "field " + field.name.toUtf8() + " [" + field.fileName.toUtf8() +
                "]=" + field.value + '\n';
    if (!request.body.isEmpty())
        text += "body " + QByteArray::number(request.body.size()) + ' ' + request.body.left(40) +
                '\n';
    return {200, "text/plain", text, {{"X-Peer", request.peer.toUtf8()}}};
}

void echoing(const HttpRequest& request, const HttpRespond& respond)
{
    respond(echo(request));
}

std::unique_ptr<HttpServer> served(const HttpServerOptions& options, HttpHandler handler = echoing,
                                   HttpObserver observer = {})
{
    auto server = HttpServer::start(options, std::move(handler), std::move(observer));
    EXPECT_TRUE(server) << (server ? "" : server.error().summary.toStdString());
    return server ? std::move(*server) : nullptr;
}

QString errorMessage(const QByteArray& body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    EXPECT_FALSE(object["errorCode"].toString().isEmpty()) << body.toStdString();
    return object["errorMessage"].toString();
}

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

} // namespace labelwright
