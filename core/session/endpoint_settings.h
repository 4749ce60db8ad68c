#pragma once

#include <QString>

namespace labelwright {

/// Where the service of a project listens.
struct EndpointSettings
{
    QString address = QStringLiteral("127.0.0.1"); ///< Numeric, IPv4 or IPv6.
    quint16 port = 8080;
    QString certificatePath{}; ///< PEM file; with `keyPath`: TLS. Both empty: none.
    QString keyPath{};         ///< PEM file.

    [[nodiscard]] bool isSecure() const { return !certificatePath.isEmpty(); }
    friend bool operator==(const EndpointSettings&, const EndpointSettings&) = default;
};

/// Only programs of this computer reach the address.
bool isLoopbackAddress(const QString& address);

/// Every address of this computer is meant.
bool isAnyAddress(const QString& address);

/// A numeric address under which the service can be called from where it can be reached: the
/// address itself, or one of this computer's where every address is meant.
QString callableAddress(const QString& address);

/// What this user chose for the project in `folder`. Kept with the user's settings, not in the
/// project: a project that comes from somebody else opens no port here.
EndpointSettings rememberedEndpoint(const QString& folder);

/// Whether the service was running when the project was closed.
bool wasEndpointRunning(const QString& folder);

void rememberEndpoint(const QString& folder, const EndpointSettings& settings, bool isRunning);

} // namespace labelwright
