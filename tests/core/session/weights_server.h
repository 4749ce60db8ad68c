#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <optional>
#include <vector>

namespace labelwright::tests {

/// An HTTP server on loopback that serves one file, well or badly. Lives on the thread whose event
/// loop runs while the download waits.
class WeightsServer
{
public:
    WeightsServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    [[nodiscard]] QString address() const
    {
        return QString("http://127.0.0.1:%1/models").arg(m_server.serverPort());
    }

    struct Request
    {
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    };

    QByteArray content;
    QByteArray etag = "\"one\"";
    std::optional<qsizetype>
        breakAfter;            ///< Closes the next connection after so many bytes of body.
    bool breaksAlways = false; ///< Every connection, not only the next.
    bool knowsRanges = true;
    bool liesAboutRanges = false; ///< Sends the beginning and calls it the part asked for.
    bool stalls = false;          ///< Sends half and then nothing more.
    int status = 200;
    QByteArray redirect; ///< Where requests below /models are sent.
    std::vector<Request> requests;

private:
    void accept()
    {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket* socket)
    {
        const QByteArray head = socket->peek(64 * 1024);
        if (!head.contains("\r\n\r\n"))
            return;
        socket->readAll();
        Request request;
        const QList<QByteArray> lines = head.split('\n');
        request.path = lines.first().split(' ').value(1);
        for (const QByteArray& line : lines.mid(1))
            if (const qsizetype colon = line.indexOf(':'); colon > 0)
                request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        requests.push_back(request);
        answer(socket, request);
    }

    void answer(QTcpSocket* socket, const Request& request)
    {
        if (!redirect.isEmpty() && request.path.startsWith("/models"))
            return finish(socket,
                          "HTTP/1.1 302 Found\r\nLocation: " + redirect +
                              "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                          {});
        if (status != 200)
            return finish(socket,
                          "HTTP/1.1 " + QByteArray::number(status) +
                              " No\r\nContent-Length: 2\r\nConnection: close\r\n\r\n",
                          "no");
        const QByteArray range = request.headers.value("range");
        const QByteArray condition = request.headers.value("if-range");
        const bool partial =
            knowsRanges && range.startsWith("bytes=") && (condition.isEmpty() || condition == etag);
        const qsizetype from = partial ? range.mid(6).split('-').first().toLongLong() : 0;
        QByteArray head = partial ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " +
                                        QByteArray::number(liesAboutRanges ? 0 : from) + "-" +
                                        QByteArray::number(content.size() - 1) + "/" +
                                        QByteArray::number(content.size()) + "\r\n"
                                  : QByteArray("HTTP/1.1 200 OK\r\n");
        head += "Content-Length: " + QByteArray::number(content.size() - from) +
                (etag.isEmpty() ? QByteArray() : "\r\nETag: " + etag) +
                "\r\nConnection: close\r\n\r\n";
        finish(socket, head, content.mid(from));
    }

    void finish(QTcpSocket* socket, const QByteArray& head, QByteArray body)
    {
        if (breakAfter && !body.isEmpty())
            body.truncate(*breakAfter);
        if (!breaksAlways)
            breakAfter.reset();
        if (stalls)
            body.truncate(body.size() / 2);
        socket->write(head + body);
        if (!stalls)
            socket->disconnectFromHost();
    }

    QTcpServer m_server;
};

} // namespace labelwright::tests
