#pragma once

#include "core/base/result.h"
#include "core/deployment/http_message.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace labelwright {

/// What one client, or all of them together, may take.
struct HttpLimits
{
    std::size_t bodyBytes = std::size_t(64) << 20; ///< Above: 413, before it is read.
    std::size_t headerBytes = 16 * 1024;           ///< Above: 431.
    std::size_t bodiesInMemory = std::size_t(512) << 20; ///< Of all requests; above: 503.
    std::size_t formFields = 1024;         ///< Of one form; above: 413.
    unsigned connections = 2048;           ///< Open at once; further ones wait in the backlog.
    unsigned connectionsPerAddress = 1536; ///< Of one remote address; loopback counts too.
    std::chrono::seconds idleTime{10};     ///< A connection that sends nothing for so long ends.
    std::chrono::seconds requestTime{60};  ///< A request that is not complete by then ends: 408.
};

struct HttpServerOptions
{
    QString address = QStringLiteral("127.0.0.1"); ///< Numeric, IPv4 or IPv6.
    quint16 port = 0;                              ///< 0: any free one.
    QByteArray certificate;                        ///< PEM; with `privateKey`: TLS.
    QByteArray privateKey;                         ///< PEM.
    HttpLimits limits;
    HttpGate gate; ///< Keeps bodies of strangers out of memory; may be empty.
    unsigned threads = 2; ///< That read and write; none of them waits for the network.
};

/// One finished exchange, for logs and figures. Holds no content.
struct HttpExchange
{
    QDateTime time; ///< When the request was complete, UTC.
    QString peer;
    QByteArray method;
    QString path; ///< Without the query, which may hold secrets.
    int status = 0; ///< 0: the connection ended before the answer could be sent.
    std::size_t received = 0; ///< Bytes of the body.
    std::size_t sent = 0;
    std::chrono::microseconds duration{0}; ///< From the request's headers to the answer.
};
using HttpObserver = std::function<void(const HttpExchange&)>;

/// An HTTP/1.1 server (GNU libmicrohttpd, epoll). Enforces the limits itself, so that the handler
/// sees complete requests only; while a handler works the connection is suspended and costs no
/// thread. Requests that break a limit or are no HTTP are answered without the handler, with
/// {"errorCode": …, "errorMessage": …}; only what cannot be read as HTTP at all gets the library's
/// own short text. A handler that throws, or drops `respond`, makes a 500.
class HttpServer
{
    struct State;

public:
    /// Fails with a sentence when the address or port cannot be had or the certificate is refused.
    /// Handler and observer are called from several threads.
    static Result<std::unique_ptr<HttpServer>> start(const HttpServerOptions& options,
                                                     HttpHandler handler, HttpObserver observer = {});

    /// Stops accepting, answers what still waits with 503 and joins its threads. The handler's
    /// `respond` may be called afterwards; it does nothing then.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] bool isSecure() const;

    /// For `start` alone: nobody else has a State.
    explicit HttpServer(std::shared_ptr<State> state);

private:
    std::shared_ptr<State> m_state;
};

} // namespace labelwright
