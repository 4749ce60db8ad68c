#pragma once

#include "core/base/result.h"

#include <QString>

struct sockaddr;

namespace labelwright {

/// A socket that listens; closed with this object unless `release` gave it away.
class HttpListener
{
public:
    /// `address`: numeric, IPv4 or IPv6; `port` 0: any free one. Fails with a sentence that names
    /// the address and port.
    static Result<HttpListener> open(const QString& address, quint16 port);

    HttpListener(HttpListener&& other) noexcept;
    HttpListener& operator=(HttpListener&& other) noexcept;
    ~HttpListener();

    [[nodiscard]] int socket() const { return m_socket; }
    [[nodiscard]] quint16 port() const;
    int release();

private:
    explicit HttpListener(int socket);
    int m_socket = -1;
};

/// How many connections, of those wanted, there are file descriptors for. Raises the process's own
/// limit of open files where it is allowed to: a session's usual one is too low for a server.
unsigned affordableConnections(unsigned wanted);

/// The numeric address without its port; IPv4 addresses that came over an IPv6 socket as IPv4.
QString numericAddress(const sockaddr* address);

} // namespace labelwright
