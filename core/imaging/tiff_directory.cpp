#include "core/imaging/tiff_directory.h"

#include "core/imaging/byte_reader.h"

#include <algorithm>
#include <array>

namespace labelwright {

namespace {

enum Tag : std::uint16_t {
    ImageWidth = 256,
    ImageLength = 257,
    BitsPerSample = 258,
    StripOffsets = 273,
    Orientation = 274,
    StripByteCounts = 279,
    TileOffsets = 324,
    TileByteCounts = 325,
    ExtraSamples = 338,
};

/// One entry: its values are `count` numbers of `size` bytes that start at `at`.
struct Entry
{
    std::uint16_t tag = 0;
    std::size_t size = 0;
    std::size_t count = 0;
    std::size_t at = 0;
    std::uint64_t end = 0; ///< Position after the values, be they in the file or not.
};

/// Bytes of one value of a TIFF type; 0 for an unknown type.
std::size_t valueSize(std::uint16_t type)
{
    static constexpr std::array<std::size_t, 13> sizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    return type < sizes.size() ? sizes.at(type) : 0;
}

Entry readEntry(const ByteReader& reader, std::size_t at)
{
    Entry entry;
    entry.tag = reader.u16(at);
    entry.size = valueSize(reader.u16(at + 2));
    entry.count = reader.u32(at + 4);
    entry.at = entry.size * entry.count <= 4 ? at + 8 : reader.u32(at + 8);
    entry.end = std::uint64_t{entry.at} + entry.size * entry.count;
    if (!reader.has(entry.at, entry.size * entry.count))
        entry.count = 0;
    return entry;
}

std::uint32_t valueOf(const ByteReader& reader, const Entry& entry, std::size_t index)
{
    if (index >= entry.count)
        return 0;
    const std::size_t at = entry.at + index * entry.size;
    switch (entry.size) {
    case 1: return reader.u8(at);
    case 2: return reader.u16(at);
    case 4: return reader.u32(at);
    default: return 0;
    }
}

void apply(const ByteReader& reader, const Entry& entry, TiffDirectory& directory)
{
    const std::uint32_t value = valueOf(reader, entry, 0);
    switch (entry.tag) {
    case ImageWidth: directory.width = value; break;
    case ImageLength: directory.height = value; break;
    case BitsPerSample: directory.bitsPerSample = static_cast<int>(value & 0xff); break;
    case Orientation:
        directory.orientation = value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        break;
    case ExtraSamples: directory.hasAlpha = value == 1 || value == 2; break;
    default: break;
    }
}

std::uint64_t endOfData(const ByteReader& reader, const Entry& offsets, const Entry& counts)
{
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < std::min(offsets.count, counts.count); ++i)
        end = std::max(end, std::uint64_t{valueOf(reader, offsets, i)} + valueOf(reader, counts, i));
    return end;
}

} // namespace

std::optional<TiffDirectory> readTiffDirectory(std::span<const std::uint8_t> bytes)
{
    const bool isBig = bytes.size() >= 2 && bytes[0] == 'M' && bytes[1] == 'M';
    const ByteReader reader(bytes, isBig ? ByteReader::Order::Big : ByteReader::Order::Little);
    if ((!isBig && !reader.hasText(0, "II")) || reader.u16(2) != 42)
        return std::nullopt;
    const std::size_t start = reader.u32(4);
    const std::size_t entries = reader.u16(start);
    if (!reader.has(start, 2 + entries * 12))
        return std::nullopt;
    TiffDirectory directory;
    Entry offsets;
    Entry counts;
    constexpr std::uint16_t lastBaselineTag = 532; // Later ones do not matter to the pixels.
    for (std::size_t i = 0; i < entries; ++i) {
        const Entry entry = readEntry(reader, start + 2 + i * 12);
        apply(reader, entry, directory);
        if (entry.tag == StripOffsets || entry.tag == TileOffsets)
            offsets = entry;
        if (entry.tag == StripByteCounts || entry.tag == TileByteCounts)
            counts = entry;
        if (entry.tag <= lastBaselineTag)
            directory.dataEnd = std::max(directory.dataEnd, entry.end);
    }
    directory.dataEnd = std::max(directory.dataEnd, endOfData(reader, offsets, counts));
    return directory;
}

} // namespace labelwright
