#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace labelwright {

/// Which way a connection's bytes go.
enum class HttpPhase {
    Receiving, ///< A request, or nothing yet.
    Working,   ///< None: the handler has the request.
    Answering,
};

/// An open connection; see `HttpConnections`.
struct HttpConnection
{
    int socket = -1;
    HttpPhase phase = HttpPhase::Receiving;
    std::chrono::steady_clock::time_point deadline;
    std::size_t requests = 0;
    bool isEnded = false; ///< By the sweep.
    std::list<HttpConnection>::iterator place;
};

/// Ends connections whose request, or whose taking of the answer, lasts too long, however busily
/// they drip: a request that is not complete in time gets a 408 where that can be written. All
/// functions may be called from any thread.
class HttpConnections
{
public:
    HttpConnections(std::chrono::seconds requestTime, bool isSecure);

    HttpConnection* open(int socket);
    /// To be called before the socket is closed.
    void close(HttpConnection* connection);

    /// A request's first line is there.
    void beginRequest(HttpConnection* connection);
    /// False when the sweep ended the connection: the request is not to be worked on.
    bool enter(HttpConnection* connection, HttpPhase phase);
    [[nodiscard]] bool isEnded(const HttpConnection* connection) const;

private:
    void sweep(const std::stop_token& stop);
    void end(HttpConnection& connection) const;

    const std::chrono::seconds m_requestTime;
    const bool m_isSecure;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::list<HttpConnection> m_connections;
    std::jthread m_thread; ///< Last, so that it ends before what it uses.
};

} // namespace labelwright
