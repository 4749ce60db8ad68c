#include "core/project/project_lock.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace labelwright {

namespace {

/// Who holds the lock, as the holder wrote it.
QString holder(int descriptor)
{
    char text[256] = {};
    const ssize_t length = pread(descriptor, text, sizeof text - 1, 0);
    const QString name = QString::fromUtf8(text, length > 0 ? length : 0).trimmed();
    return name.isEmpty() ? QStringLiteral("another process") : name;
}

/// Leaves the own name for others to read. Only information: failing to write it harms nothing.
void signHolder(int descriptor)
{
    const QString program = QCoreApplication::instance() != nullptr
                                ? QCoreApplication::applicationName()
                                : QStringLiteral("labelwright");
    const QByteArray text = QStringLiteral("%1 (process %2 on %3)\n")
                                .arg(program)
                                .arg(getpid())
                                .arg(QSysInfo::machineHostName())
                                .toUtf8();
    if (ftruncate(descriptor, 0) != 0
        || pwrite(descriptor, text.constData(), static_cast<std::size_t>(text.size()), 0) < 0)
        return;
}

} // namespace

Result<ProjectLock> ProjectLock::take(const QString& folder)
{
    const QString path = folder + QStringLiteral("/project.lock");
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return failure(QStringLiteral("The folder %1 cannot be written; check its permissions.")
                           .arg(folder),
                       QString::fromLocal8Bit(std::strerror(errno)));
    ProjectLock lock(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        signHolder(descriptor);
        return lock;
    }
    if (errno == EWOULDBLOCK)
        return failure(QStringLiteral("The project %1 is open for writing in %2; close it there, "
                                      "or open it for reading only.")
                           .arg(folder, holder(descriptor)));
    return failure(QStringLiteral("The project %1 cannot be locked; its file system may not "
                                  "support locks.")
                       .arg(folder),
                   QString::fromLocal8Bit(std::strerror(errno)));
}

ProjectLock::ProjectLock(ProjectLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

ProjectLock& ProjectLock::operator=(ProjectLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

ProjectLock::~ProjectLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace labelwright
