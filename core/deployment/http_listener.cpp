#include "core/deployment/http_listener.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace labelwright {

namespace {

constexpr int backlog = 1024;
/// For what the process has open beside connections.
constexpr rlim_t otherFiles = 256;

using AddressList = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

AddressList numericAddresses(const QString& address, quint16 port)
{
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int rc = getaddrinfo(address.toUtf8().constData(), QByteArray::number(port).constData(),
                               &hints, &found);
    return {rc == 0 ? found : nullptr, &freeaddrinfo};
}

QString reasonOf(int error, const QString& address, quint16 port)
{
    switch (error) {
    case EADDRINUSE:
        return QString("Port %1 of %2 is in use by another program. Choose another port.")
            .arg(port)
            .arg(address);
    case EADDRNOTAVAIL:
        return QString("%1 is not an address of this machine. Choose 127.0.0.1 or one of its own.")
            .arg(address);
    case EACCES:
        return QString("Port %1 may not be used without rights. Choose one above 1023.").arg(port);
    default:
        return QString("No connections can be taken at port %1 of %2.").arg(port).arg(address);
    }
}

bool listenAt(int socket, const addrinfo& address)
{
    const int yes = 1;
    return setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
           bind(socket, address.ai_addr, address.ai_addrlen) == 0 && listen(socket, backlog) == 0;
}

} // namespace

HttpListener::HttpListener(int socket)
    : m_socket(socket)
{
}

HttpListener::HttpListener(HttpListener&& other) noexcept
    : m_socket(other.release())
{
}

HttpListener& HttpListener::operator=(HttpListener&& other) noexcept
{
    std::swap(m_socket, other.m_socket);
    return *this;
}

HttpListener::~HttpListener()
{
    if (m_socket >= 0)
        close(m_socket);
}

int HttpListener::release()
{
    return std::exchange(m_socket, -1);
}

Result<HttpListener> HttpListener::open(const QString& address, quint16 port)
{
    const AddressList list = numericAddresses(address, port);
    if (!list)
        return failure(
            QString("\"%1\" is no numeric address, such as 127.0.0.1 or ::1.").arg(address));
    HttpListener listener(
        ::socket(list->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP));
    if (listener.m_socket < 0 || !listenAt(listener.m_socket, *list)) {
        const int error = errno;
        return failure(reasonOf(error, address, port),
                       QString::fromLocal8Bit(std::strerror(error)));
    }
    return listener;
}

quint16 HttpListener::port() const
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return 0;
    return address.ss_family == AF_INET6
               ? ntohs(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port)
               : ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
}

unsigned affordableConnections(unsigned wanted)
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return wanted;
    const rlim_t needed = rlim_t(wanted) + otherFiles;
    if (files.rlim_cur < needed) {
        rlimit raised = files;
        raised.rlim_cur = std::min(needed, files.rlim_max);
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            files = raised;
    }
    const rlim_t room = files.rlim_cur > 2 * otherFiles ? files.rlim_cur - otherFiles
                                                        : files.rlim_cur / 2;
    return unsigned(std::min<rlim_t>(wanted, room));
}

QString numericAddress(const sockaddr* address)
{
    if (address == nullptr)
        return {};
    const socklen_t size = address->sa_family == AF_INET6 ? sizeof(sockaddr_in6)
                                                          : sizeof(sockaddr_in);
    char host[NI_MAXHOST] = {};
    if (getnameinfo(address, size, host, sizeof host, nullptr, 0, NI_NUMERICHOST) != 0)
        return {};
    const QString text = QString::fromLatin1(host);
    const QString mapped = QStringLiteral("::ffff:");
    return text.startsWith(mapped) && text.contains('.') ? text.mid(mapped.size()) : text;
}

} // namespace labelwright
