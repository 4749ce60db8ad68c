#include "core/session/endpoint_settings.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QSettings>

namespace labelwright {

namespace {

/// A folder's name holds slashes, which settings take for groups.
QString keyOf(const QString& folder, const QString& name)
{
    const QByteArray digest =
        QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("endpoint/%1/%2").arg(QString::fromLatin1(digest), name);
}

} // namespace

bool isLoopbackAddress(const QString& address)
{
    return QHostAddress(address).isLoopback();
}

bool isAnyAddress(const QString& address)
{
    const QHostAddress host(address);
    return host == QHostAddress::AnyIPv4 || host == QHostAddress::AnyIPv6;
}

QString callableAddress(const QString& address)
{
    if (!isAnyAddress(address))
        return address;
    for (const QHostAddress& own : QNetworkInterface::allAddresses())
        if (!own.isLoopback() && own.protocol() == QAbstractSocket::IPv4Protocol)
            return own.toString();
    return EndpointSettings().address;
}

EndpointSettings rememberedEndpoint(const QString& folder)
{
    const QSettings stored;
    const auto text = [&](const char* name, const QString& usual) {
        return stored.value(keyOf(folder, QLatin1String(name)), usual).toString();
    };
    EndpointSettings settings;
    settings.address = text("address", settings.address);
    settings.port = static_cast<quint16>(text("port", QString::number(settings.port)).toUShort());
    settings.certificatePath = text("certificate", {});
    settings.keyPath = text("key", {});
    return settings;
}

bool wasEndpointRunning(const QString& folder)
{
    return QSettings().value(keyOf(folder, QStringLiteral("running"))).toBool();
}

void rememberEndpoint(const QString& folder, const EndpointSettings& settings, bool isRunning)
{
    QSettings stored;
    stored.setValue(keyOf(folder, QStringLiteral("address")), settings.address);
    stored.setValue(keyOf(folder, QStringLiteral("port")), settings.port);
    stored.setValue(keyOf(folder, QStringLiteral("certificate")), settings.certificatePath);
    stored.setValue(keyOf(folder, QStringLiteral("key")), settings.keyPath);
    stored.setValue(keyOf(folder, QStringLiteral("running")), isRunning);
}

} // namespace labelwright
