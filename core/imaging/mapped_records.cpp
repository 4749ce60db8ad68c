#include "core/imaging/mapped_records.h"

#include <algorithm>
#include <sys/mman.h>

namespace labelwright {

namespace {

constexpr std::size_t usualSegmentSize = std::size_t{64} << 20;
constexpr std::size_t largestPage = std::size_t{64} << 10; ///< Of any machine that Debian runs on.

} // namespace

MappedRecords::MappedRecords(FileHandle file, std::size_t recordSize)
    : m_file(std::move(file))
    , m_recordSize(recordSize)
    , m_recordsPerSegment(std::max<std::size_t>(1, usualSegmentSize / recordSize))
    , m_segmentSize((m_recordsPerSegment * recordSize + largestPage - 1) / largestPage * largestPage)
{}

MappedRecords::~MappedRecords()
{
    for (const std::uint8_t* start : m_segments)
        if (start)
            ::munmap(const_cast<std::uint8_t*>(start), m_segmentSize);
}

std::size_t MappedRecords::capacity() const
{
    const auto size = static_cast<std::size_t>(m_file.size());
    return size / m_segmentSize * m_recordsPerSegment
           + std::min(m_recordsPerSegment, size % m_segmentSize / m_recordSize);
}

bool MappedRecords::write(std::size_t slot, std::span<const std::uint8_t> bytes) const
{
    return m_file.write(positionOf(slot), bytes);
}

std::span<const std::uint8_t> MappedRecords::record(std::size_t slot) const
{
    const std::uint8_t* start = segment(slot / m_recordsPerSegment);
    if (!start)
        return {};
    return {start + slot % m_recordsPerSegment * m_recordSize, m_recordSize};
}

qint64 MappedRecords::positionOf(std::size_t slot) const
{
    return static_cast<qint64>(slot / m_recordsPerSegment * m_segmentSize
                               + slot % m_recordsPerSegment * m_recordSize);
}

const std::uint8_t* MappedRecords::segment(std::size_t index) const
{
    const std::lock_guard lock(m_mutex);
    if (index >= m_segments.size())
        m_segments.resize(index + 1, nullptr);
    if (!m_segments[index]) {
        // The map may reach beyond the file's end: those pages become readable as the file grows,
        // and are not touched before.
        void* start = ::mmap(nullptr, m_segmentSize, PROT_READ, MAP_SHARED, m_file.descriptor(),
                             static_cast<off_t>(index * m_segmentSize));
        if (start != MAP_FAILED)
            m_segments[index] = static_cast<const std::uint8_t*>(start);
    }
    return m_segments[index];
}

} // namespace labelwright
