#include "tests/core/deployment/http_client.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>

#include <gtest/gtest.h>

#include <utility>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace labelwright::tests {

namespace {

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

} // namespace

void echoing(const HttpRequest& request, const HttpRespond& respond)
{
    respond(echo(request));
}

std::unique_ptr<HttpServer> served(const HttpServerOptions& options, HttpHandler handler,
                                   HttpObserver observer)
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

CurlAnswer curl(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start("curl", QStringList{"-s", "-S", "-i", "--max-time", "25"} + arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(30'000);
    QByteArray out = process.readAllStandardOutput();
    while (out.startsWith("HTTP/1.1 100"))
        out = out.mid(out.indexOf("\r\n\r\n") + 4);
    const qsizetype end = out.indexOf("\r\n\r\n");
    CurlAnswer answer;
    answer.exitCode = process.exitCode();
    answer.headers = out.left(end);
    answer.body = end < 0 ? QByteArray() : out.mid(end + 4);
    answer.status = out.mid(9, 3).toInt();
    return answer;
}

QString localUrl(quint16 port, const QString& path)
{
    return QString("http://127.0.0.1:%1%2").arg(port).arg(path);
}

RawClient::RawClient(quint16 port)
    : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(m_socket);
        m_socket = -1;
    }
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_isEnded(other.m_isEnded)
{
}

RawClient::~RawClient()
{
    if (m_socket >= 0)
        close(m_socket);
}

bool RawClient::send(const QByteArray& bytes) const
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n = ::send(m_socket, bytes.constData() + sent,
                                 std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

QByteArray RawClient::receiveSome(std::chrono::milliseconds patience)
{
    pollfd waiting{m_socket, POLLIN, 0};
    if (poll(&waiting, 1, int(patience.count())) <= 0)
        return {};
    QByteArray bytes(65536, Qt::Uninitialized);
    const ssize_t n = recv(m_socket, bytes.data(), std::size_t(bytes.size()), 0);
    m_isEnded = n <= 0;
    bytes.resize(n > 0 ? n : 0);
    return bytes;
}

QByteArray RawClient::receive(std::chrono::milliseconds patience)
{
    QByteArray all;
    while (!m_isEnded) {
        const QByteArray some = receiveSome(patience);
        if (some.isEmpty())
            break;
        all += some;
    }
    return all;
}

QByteArray RawClient::receiveAnswer()
{
    static const QRegularExpression length("Content-Length: (\\d+)",
                                           QRegularExpression::CaseInsensitiveOption);
    QByteArray all;
    while (true) {
        const qsizetype end = all.indexOf("\r\n\r\n");
        const auto match = length.match(QString::fromLatin1(all.left(end)));
        if (end >= 0 && all.size() >= end + 4 + match.captured(1).toLongLong())
            return all;
        const QByteArray some = receiveSome(std::chrono::seconds(5));
        if (some.isEmpty())
            return {};
        all += some;
    }
}

void RawClient::closeSending() const
{
    shutdown(m_socket, SHUT_WR);
}

} // namespace labelwright::tests
