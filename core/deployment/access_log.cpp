#include "core/deployment/access_log.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace labelwright {

namespace {

constexpr qsizetype longestPath = 512;

QByteArray lineOf(const HttpExchange& exchange)
{
    const QJsonObject line{{"time", exchange.time.toUTC().toString(Qt::ISODateWithMs)},
                           {"peer", exchange.peer},
                           {"method", QString::fromLatin1(exchange.method.left(16))},
                           {"path", exchange.path.left(longestPath)},
                           {"status", exchange.status},
                           {"received", qint64(exchange.received)},
                           {"sent", qint64(exchange.sent)},
                           {"ms", double(exchange.duration.count()) / 1000}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

AccessLog::AccessLog(const QString& path, Rotation rotation)
    : m_file(path)
    , m_rotation(rotation)
{
}

Result<std::unique_ptr<AccessLog>> AccessLog::open(const QString& path, Rotation rotation)
{
    std::unique_ptr<AccessLog> log(new AccessLog(path, rotation));
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!log->openFile())
        return failure(QString("The access log %1 cannot be written; choose another place.")
                           .arg(QDir::toNativeSeparators(path)),
                       log->m_file.errorString());
    return log;
}

Result<std::unique_ptr<AccessLog>> AccessLog::open(const QString& path)
{
    return open(path, Rotation{});
}

void AccessLog::write(const HttpExchange& exchange)
{
    const QByteArray line = lineOf(exchange);
    const std::lock_guard lock(m_access);
    if (m_file.isOpen() && m_file.size() > 0 && m_file.size() + line.size() > m_rotation.fileBytes)
        rotate();
    if (!m_file.isOpen() && !openFile())
        return;
    m_file.write(line);
}

bool AccessLog::openFile()
{
    // Unbuffered, so that a line is there when the answer is, and one write does not part it.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

void AccessLog::rotate()
{
    const QString path = m_file.fileName();
    const auto numbered = [&](int number) {
        return number == 0 ? path : QString("%1.%2").arg(path).arg(number);
    };
    m_file.close();
    QFile::remove(numbered(m_rotation.files - 1));
    for (int number = m_rotation.files - 1; number > 0; --number)
        QFile::rename(numbered(number - 1), numbered(number));
}

} // namespace labelwright
