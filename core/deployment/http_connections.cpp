#include "core/deployment/http_connections.h"

#include "core/deployment/http_refusal.h"

#include <sys/socket.h>

namespace labelwright {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds sweepPeriod{250};

} // namespace

HttpConnections::HttpConnections(std::chrono::seconds requestTime, bool isSecure)
    : m_requestTime(requestTime)
    , m_isSecure(isSecure)
    , m_thread([this](const std::stop_token& stop) { sweep(stop); })
{
}

HttpConnection* HttpConnections::open(int socket)
{
    const std::lock_guard lock(m_mutex);
    HttpConnection& connection = m_connections.emplace_back();
    connection.socket = socket;
    connection.deadline = Clock::now() + m_requestTime;
    connection.place = std::prev(m_connections.end());
    return &connection;
}

void HttpConnections::close(HttpConnection* connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.erase(connection->place);
}

void HttpConnections::beginRequest(HttpConnection* connection)
{
    const std::lock_guard lock(m_mutex);
    // The first request's time counts from the connection on, however slowly its line comes.
    if (connection->requests++ > 0)
        connection->deadline = Clock::now() + m_requestTime;
}

bool HttpConnections::enter(HttpConnection* connection, HttpPhase phase)
{
    const std::lock_guard lock(m_mutex);
    connection->phase = phase;
    connection->deadline = Clock::now() + m_requestTime;
    return !connection->isEnded;
}

bool HttpConnections::isEnded(const HttpConnection* connection) const
{
    const std::lock_guard lock(m_mutex);
    return connection->isEnded;
}

void HttpConnections::sweep(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wake.wait_for(lock, stop, sweepPeriod, [] { return false; });
        const Clock::time_point now = Clock::now();
        for (HttpConnection& connection : m_connections)
            if (connection.phase != HttpPhase::Working && connection.deadline < now &&
                !connection.isEnded)
                end(connection);
    }
}

/// The library's thread sees the end of the stream and closes. While a request arrives the library
/// writes nothing, so that an answer from here does not get in between.
void HttpConnections::end(HttpConnection& connection) const
{
    connection.isEnded = true;
    if (connection.phase == HttpPhase::Receiving && !m_isSecure) {
        const QByteArray answer = rawRefusal(
            408, QString("The request was not complete after %1 s.").arg(m_requestTime.count()));
        send(connection.socket, answer.constData(), std::size_t(answer.size()),
             MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    shutdown(connection.socket, SHUT_RDWR);
}

} // namespace labelwright
