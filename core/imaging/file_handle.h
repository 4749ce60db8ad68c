#pragma once

#include "core/base/result.h"

#include <QString>
#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace labelwright {

/// An open file that is read and written at given positions, from many threads; closed with the
/// handle. For files that several processes share (QFile keeps one position and a buffer).
class FileHandle
{
public:
    /// Opens for reading and writing; makes the file when it is missing.
    static Result<FileHandle> open(const QString& path);

    FileHandle() = default;
    FileHandle(FileHandle&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    FileHandle& operator=(FileHandle&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~FileHandle();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] qint64 size() const;

    /// Reads exactly `target.size()` bytes; false when the file ends before or cannot be read.
    [[nodiscard]] bool read(qint64 at, std::span<std::uint8_t> target) const;

    /// Writes all bytes; false when the disk is full or the file cannot be written.
    [[nodiscard]] bool write(qint64 at, std::span<const std::uint8_t> bytes) const;

private:
    explicit FileHandle(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

/// Holds a file's advisory lock, exclusive among processes, until it goes out of scope.
class FileLock
{
public:
    explicit FileLock(const FileHandle& file);
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

private:
    int m_descriptor;
};

/// What the last failed system call said.
QString systemError();

} // namespace labelwright
