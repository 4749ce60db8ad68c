#pragma once

#include "core/deployment/http_form.h"
#include "core/deployment/http_server.h"
#include "core/deployment/http_ticket.h"

#include <atomic>
#include <memory>
#include <optional>

struct MHD_Connection;

namespace labelwright {

/// Counts the bytes of all bodies in memory.
class BodyBudget
{
public:
    explicit BodyBudget(std::size_t limit)
        : m_limit(limit)
    {
    }
    bool take(std::size_t bytes);
    void giveBack(std::size_t bytes) { m_used -= bytes; }
    [[nodiscard]] bool hasRoomFor(std::size_t bytes) const;

private:
    std::size_t m_limit;
    std::atomic<std::size_t> m_used{0};
};

/// One request from its first line to the end of its answer; used on its connection's thread only.
class HttpIncoming
{
public:
    HttpIncoming(const HttpServerOptions& options, BodyBudget& budget, QByteArray target);
    ~HttpIncoming();
    HttpIncoming(const HttpIncoming&) = delete;
    HttpIncoming& operator=(const HttpIncoming&) = delete;

    /// The headers are complete. An answer when the request is refused before its body is read.
    std::optional<HttpResponse> begin(MHD_Connection* connection, const char* method);
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }

    /// A piece of the body. False: the client sends so much more than is allowed that the
    /// connection is to be ended without an answer.
    bool add(const char* data, std::size_t size);

    /// The body is complete. An answer when it is refused.
    std::optional<HttpResponse> complete();

    /// After `complete`.
    HttpRequest takeRequest();

    /// What is told of the exchange so far.
    HttpExchange exchange;
    std::chrono::steady_clock::time_point start;
    std::shared_ptr<HttpTicket> ticket; ///< Once the handler has the request.

private:
    std::optional<HttpResponse> refusedAtOnce() const;
    void readHeaders(MHD_Connection* connection);
    bool keep(const char* data, std::size_t size);
    void refuse(int status, const QString& message);
    [[nodiscard]] QString tooLarge() const;

    const HttpLimits& m_limits;
    const HttpGate& m_gate;
    BodyBudget& m_budget;
    QByteArray m_target; ///< Path and query as they came.
    std::size_t m_headerBytes = 0;
    std::size_t m_taken = 0; ///< From the budget.
    HttpRequest m_request;
    std::unique_ptr<HttpForm> m_form;
    std::optional<HttpResponse> m_refusal;
    bool m_hasBegun = false;
};

} // namespace labelwright
