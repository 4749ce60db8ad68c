#include "core/imaging/file_handle.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace labelwright {

Result<FileHandle> FileHandle::open(const QString& path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return failure(QStringLiteral("The file %1 cannot be opened for writing: %2.")
                           .arg(path, systemError()));
    return FileHandle(descriptor);
}

FileHandle::~FileHandle()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

qint64 FileHandle::size() const
{
    struct stat status{};
    return ::fstat(m_descriptor, &status) == 0 ? status.st_size : 0;
}

bool FileHandle::read(qint64 at, std::span<std::uint8_t> target) const
{
    while (!target.empty()) {
        const ssize_t count = ::pread(m_descriptor, target.data(), target.size(), at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        target = target.subspan(static_cast<std::size_t>(count));
        at += count;
    }
    return true;
}

bool FileHandle::write(qint64 at, std::span<const std::uint8_t> bytes) const
{
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(m_descriptor, bytes.data(), bytes.size(), at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        at += count;
    }
    return true;
}

FileLock::FileLock(const FileHandle& file)
    : m_descriptor(file.descriptor())
{
    while (::flock(m_descriptor, LOCK_EX) != 0 && errno == EINTR)
        ;
}

FileLock::~FileLock()
{
    ::flock(m_descriptor, LOCK_UN);
}

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace labelwright
