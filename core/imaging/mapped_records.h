#pragma once

#include "core/imaging/file_handle.h"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace labelwright {

/// A growing file of records of one size, written at their places and read through memory maps that
/// stay in place as long as this object lives. Safe to use from many threads.
class MappedRecords
{
public:
    MappedRecords(FileHandle file, std::size_t recordSize);
    MappedRecords(const MappedRecords&) = delete;
    MappedRecords& operator=(const MappedRecords&) = delete;
    ~MappedRecords();

    /// Number of whole records that the file's length has room for.
    [[nodiscard]] std::size_t capacity() const;

    /// Writes record `slot`; false when the disk is full.
    [[nodiscard]] bool write(std::size_t slot, std::span<const std::uint8_t> bytes) const;

    /// The bytes of a record below `capacity()`; empty when the system refuses the map.
    [[nodiscard]] std::span<const std::uint8_t> record(std::size_t slot) const;

private:
    /// Many records share one map, because a process may have only some 65,000.
    [[nodiscard]] qint64 positionOf(std::size_t slot) const;
    [[nodiscard]] const std::uint8_t* segment(std::size_t index) const;

    FileHandle m_file;
    std::size_t m_recordSize;
    std::size_t m_recordsPerSegment;
    std::size_t m_segmentSize; ///< Bytes, a multiple of the page size.
    mutable std::mutex m_mutex;
    mutable std::vector<const std::uint8_t*> m_segments;
};

} // namespace labelwright
