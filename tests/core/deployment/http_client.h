#pragma once

#include "core/deployment/http_server.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace labelwright::tests {

/// What curl saw.
struct CurlAnswer
{
    int exitCode = -1;
    int status = 0;
    QByteArray headers;
    QByteArray body;
};

/// Runs curl with `arguments`; at most 30 s.
CurlAnswer curl(const QStringList& arguments, const QByteArray& input = {});

/// A handler that tells what arrived, as text.
void echoing(const HttpRequest& request, const HttpRespond& respond);

/// A running server; the test fails when there is none.
std::unique_ptr<HttpServer> served(const HttpServerOptions& options,
                                   HttpHandler handler = &echoing, HttpObserver observer = {});

/// The errorMessage of an answer that is an error.
QString errorMessage(const QByteArray& body);

/// "http://127.0.0.1:<port><path>"
QString localUrl(quint16 port, const QString& path);

/// A client that sends what it likes over a plain connection to 127.0.0.1.
class RawClient
{
public:
    explicit RawClient(quint16 port);
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;
    ~RawClient();

    [[nodiscard]] bool isConnected() const { return m_socket >= 0; }
    /// False when the other side has closed.
    bool send(const QByteArray& bytes) const;
    /// What comes until the other side closes, or until nothing has come for `patience`.
    [[nodiscard]] QByteArray
    receive(std::chrono::milliseconds patience = std::chrono::seconds(5));
    /// Whether the last `receive` saw the connection's end.
    [[nodiscard]] bool isEnded() const { return m_isEnded; }
    /// One answer with its Content-Length; empty when none comes.
    [[nodiscard]] QByteArray receiveAnswer();
    void closeSending() const;

private:
    QByteArray receiveSome(std::chrono::milliseconds patience);

    int m_socket = -1;
    bool m_isEnded = false;
};

} // namespace labelwright::tests
