#include "tests/benchmarks/serving/load_generator.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace labelwright::benchmarks {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int patience = 60'000; ///< Milliseconds without anything happening.

int connectTo(const QString& host, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    if (inet_pton(AF_INET, host.toLatin1().constData(), &address.sin_addr) == 1 &&
        connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes) == 0)
        return socket;
    close(socket);
    return -1;
}

/// Length of the answer that `bytes` begins with; -1 while that is not known.
qsizetype answerLength(const QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    const QByteArray head = bytes.left(end + 2).toLower();
    const QByteArray name = "\r\ncontent-length:";
    const qsizetype at = head.indexOf(name);
    if (at < 0)
        return end + 4;
    const qsizetype from = at + name.size();
    return end + 4 + head.mid(from, head.indexOf('\r', from) - from).trimmed().toLongLong();
}

/// One connection and the request that it is at.
struct Lane
{
    int socket = -1;
    const QByteArray* request = nullptr;
    qsizetype sent = 0;
    QByteArray received;
    Clock::time_point start;

    [[nodiscard]] bool isSending() const { return request != nullptr && sent < request->size(); }
    [[nodiscard]] short events() const { return short(isSending() ? POLLOUT : POLLIN); }
};

class LoadRun
{
public:
    explicit LoadRun(const LoadPlan& plan)
        : m_plan(plan)
        , m_lanes(std::min(plan.connections, plan.count))
    {
    }
    ~LoadRun()
    {
        for (const Lane& lane : m_lanes)
            if (lane.socket >= 0)
                close(lane.socket);
    }
    LoadRun(const LoadRun&) = delete;
    LoadRun& operator=(const LoadRun&) = delete;

    Result<LoadReport> run()
    {
        const Clock::time_point start = Clock::now();
        for (Lane& lane : m_lanes)
            if (!startNext(lane))
                return failure(QString("There is no server at %1:%2.").arg(m_plan.address).arg(m_plan.port));
        while (m_running > 0)
            if (!turn())
                return failure(QStringLiteral("The server has not answered for a minute."));
        m_report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        std::sort(m_report.milliseconds.begin(), m_report.milliseconds.end());
        return std::move(m_report);
    }

private:
    /// False when no connection can be had.
    bool startNext(Lane& lane)
    {
        lane.request = nullptr;
        if (m_started == m_plan.count)
            return true;
        if (lane.socket < 0)
            lane.socket = connectTo(m_plan.address, m_plan.port);
        if (lane.socket < 0)
            return false;
        lane.request = &m_plan.requests[m_started++ % m_plan.requests.size()];
        lane.sent = 0;
        lane.received.clear();
        lane.start = Clock::now();
        ++m_running;
        return true;
    }

    /// Waits for any connection and moves those that can be moved.
    bool turn()
    {
        std::vector<pollfd> waiting;
        for (const Lane& lane : m_lanes)
            waiting.push_back({lane.request == nullptr ? -1 : lane.socket, lane.events(), 0});
        if (poll(waiting.data(), waiting.size(), patience) <= 0)
            return false;
        for (std::size_t i = 0; i < m_lanes.size(); ++i)
            if (waiting[i].revents != 0)
                move(m_lanes[i]);
        return true;
    }

    void move(Lane& lane)
    {
        if (!(lane.isSending() ? sendSome(lane) : receiveSome(lane)))
            drop(lane);
        else if (const qsizetype length = answerLength(lane.received);
                 length >= 0 && lane.received.size() >= length)
            take(lane);
    }

    static bool sendSome(Lane& lane)
    {
        const ssize_t n = send(lane.socket, lane.request->constData() + lane.sent,
                               std::size_t(lane.request->size() - lane.sent),
                               MSG_DONTWAIT | MSG_NOSIGNAL);
        lane.sent += std::max<ssize_t>(n, 0);
        return n > 0;
    }

    bool receiveSome(Lane& lane)
    {
        const ssize_t n = recv(lane.socket, m_buffer.data(), std::size_t(m_buffer.size()), 0);
        lane.received.append(m_buffer.constData(), std::max<ssize_t>(n, 0));
        return n > 0;
    }

    void take(Lane& lane)
    {
        const int status = lane.received.mid(9, 3).toInt();
        ++m_report.statuses[status];
        if (status == 200)
            m_report.milliseconds.push_back(
                std::chrono::duration<double, std::milli>(Clock::now() - lane.start).count());
        else if (m_report.firstRefusal.isEmpty())
            m_report.firstRefusal = lane.received.mid(lane.received.indexOf("\r\n\r\n") + 4);
        --m_running;
        if (lane.received.left(lane.received.indexOf("\r\n\r\n")).contains("Connection: close"))
            close(std::exchange(lane.socket, -1));
        startOrGiveUp(lane);
    }

    void drop(Lane& lane)
    {
        ++m_report.broken;
        --m_running;
        close(std::exchange(lane.socket, -1));
        startOrGiveUp(lane);
    }

    void startOrGiveUp(Lane& lane)
    {
        if (!startNext(lane))
            m_report.broken += 1;
    }

    const LoadPlan& m_plan;
    std::vector<Lane> m_lanes;
    std::size_t m_started = 0;
    std::size_t m_running = 0;
    LoadReport m_report;
    QByteArray m_buffer = QByteArray(1 << 16, Qt::Uninitialized);
};

QByteArray post(const QByteArray& path, const QByteArray& headers, const QByteArray& type,
                const QByteArray& body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

double LoadReport::quantile(double share) const
{
    if (milliseconds.empty())
        return 0;
    return milliseconds[std::size_t(share * double(milliseconds.size() - 1) + 0.5)];
}

Result<LoadReport> generateLoad(const LoadPlan& plan)
{
    return LoadRun(plan).run();
}

QByteArray formRequest(const QByteArray& path, const QByteArray& headers, const QByteArray& field,
                       const QByteArray& jpeg)
{
    const QByteArray boundary = "----labelwright-load-boundary";
    return post(path, headers, "multipart/form-data; boundary=" + boundary,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field +
                    "\"; filename=\"x.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n" + jpeg + "\r\n--" +
                    boundary + "--\r\n");
}

QByteArray rowsRequest(const QByteArray& path, const QByteArray& headers, const QByteArray& field,
                       const std::vector<QByteArray>& jpegs)
{
    QByteArray rows;
    for (const QByteArray& jpeg : jpegs)
        rows += (rows.isEmpty() ? "{\"" : ",{\"") + field + "\":\"data:image/jpeg;base64," +
                jpeg.toBase64() + "\"}";
    return post(path, headers, "application/json", "{\"rows\":[" + rows + "]}");
}

} // namespace labelwright::benchmarks
