#include "core/imaging/file_structure.h"

#include "core/imaging/byte_reader.h"
#include "core/imaging/tiff_directory.h"

#include <array>
#include <cstdlib>
#include <cstring>
#include <functional>

namespace labelwright {

namespace {

using Order = ByteReader::Order;

/// Position of the first marker at or after `at` within entropy-coded data; the size when none.
std::size_t skipEntropyCodedData(const ByteReader& reader, std::size_t at)
{
    const auto bytes = reader.bytes();
    while (at + 1 < bytes.size()) {
        const void* found = std::memchr(bytes.data() + at, 0xff, bytes.size() - 1 - at);
        if (!found)
            break;
        at = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - bytes.data());
        const std::uint8_t next = bytes[at + 1];
        const bool isData = next == 0 || next == 0xff || (next >= 0xd0 && next <= 0xd7);
        if (!isData)
            return at;
        at += next == 0xff ? 1 : 2;
    }
    return bytes.size();
}

bool isCompleteJpeg(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Big);
    std::size_t at = 2;
    while (reader.has(at, 2)) {
        const std::uint8_t marker = reader.u8(at + 1);
        if (reader.u8(at) != 0xff || marker == 0xff) {
            ++at; // Fill bytes, and rubbish that libjpeg skips as well.
        } else if (marker == 0xd9) {
            return true;
        } else {
            const bool isBare = marker == 0x01 || marker == 0 || (marker >= 0xd0 && marker <= 0xd8);
            at += 2;
            if (!isBare)
                at += reader.u16(at);
            if (marker == 0xda)
                at = skipEntropyCodedData(reader, at);
        }
    }
    return false;
}

/// Calls `visit` with position and whole size of each PNG chunk until it returns false. True when
/// the chunks end with IEND.
bool visitPngChunks(const QByteArray& png,
                    const std::function<bool(const ByteReader&, std::size_t, std::size_t)>& visit)
{
    const ByteReader reader(png, Order::Big);
    std::size_t at = 8;
    while (reader.has(at, 12)) {
        const std::size_t size = std::size_t{12} + reader.u32(at);
        if (!reader.has(at, size))
            return false;
        if (reader.hasText(at + 4, "IEND"))
            return true;
        if (!visit(reader, at, size))
            return false;
        at += size;
    }
    return false;
}

constexpr std::array<std::uint32_t, 256> makeCrcTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? 0xedb88320U ^ value >> 1 : value >> 1;
        table[i] = value;
    }
    return table;
}

/// CRC-32 as in the PNG specification, annex D.
std::uint32_t crc32(std::span<const std::uint8_t> bytes)
{
    static constexpr std::array<std::uint32_t, 256> table = makeCrcTable();
    std::uint32_t crc = 0xffffffffU;
    for (const std::uint8_t byte : bytes)
        crc = table[(crc ^ byte) & 0xff] ^ crc >> 8;
    return ~crc;
}

/// Also compares the checksums of the chunks that hold the image, so that libpng meets no damage,
/// about which it would write to stderr.
bool isCompletePng(const QByteArray& encoded)
{
    return visitPngChunks(encoded, [](const ByteReader& reader, std::size_t at, std::size_t size) {
        const bool isCritical = (reader.u8(at + 4) & 0x20) == 0;
        return !isCritical
               || crc32(reader.bytes().subspan(at + 4, size - 8)) == reader.u32(at + size - 4);
    });
}

/// Position after the data sub-blocks that start at `at`; 0 when they are cut off.
std::size_t skipGifSubBlocks(const ByteReader& reader, std::size_t at)
{
    while (reader.has(at, 1)) {
        const std::size_t length = reader.u8(at);
        ++at;
        if (length == 0)
            return at;
        at += length;
    }
    return 0;
}

std::size_t gifColorTableSize(std::uint8_t flags)
{
    return (flags & 0x80) != 0 ? std::size_t{3} << ((flags & 7) + 1) : 0;
}

bool isCompleteGif(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    std::size_t at = 13 + gifColorTableSize(reader.u8(10));
    while (at != 0 && reader.u8(at) == 0x21)
        at = skipGifSubBlocks(reader, at + 2);
    if (at == 0 || reader.u8(at) != 0x2c)
        return false;
    at += 10 + gifColorTableSize(reader.u8(at + 9)) + 1;
    return skipGifSubBlocks(reader, at) != 0;
}

bool isCompleteWebP(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    return reader.has(8, reader.u32(4));
}

bool isCompleteBmp(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    const std::size_t start = reader.u32(10);
    const bool isOldHeader = reader.u32(14) == 12;
    if (!isOldHeader && reader.u32(30) != 0 && reader.u32(30) != 3)
        return reader.has(start, reader.u32(34)); // Run-length coded: the size stands there.
    const std::size_t bits = reader.u16(isOldHeader ? 24 : 28);
    const std::size_t width = isOldHeader ? reader.u16(18) : reader.u32(18);
    const auto height = static_cast<std::int32_t>(reader.u32(22));
    const std::size_t rows = isOldHeader ? reader.u16(20)
                                         : static_cast<std::size_t>(std::abs(std::int64_t{height}));
    const std::size_t stride = (width * bits + 31) / 32 * 4;
    return reader.has(start, stride * rows);
}

bool isCompleteTiff(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    const auto directory = readTiffDirectory(reader.bytes());
    return directory && directory->dataEnd <= reader.size();
}

} // namespace

bool isComplete(const QByteArray& encoded, ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg: return isCompleteJpeg(encoded);
    case ImageFormat::Png: return isCompletePng(encoded);
    case ImageFormat::Gif: return isCompleteGif(encoded);
    case ImageFormat::WebP: return isCompleteWebP(encoded);
    case ImageFormat::Bmp: return isCompleteBmp(encoded);
    case ImageFormat::Tiff: return isCompleteTiff(encoded);
    }
    return false;
}

QByteArray withoutColorProfile(const QByteArray& png)
{
    QByteArray cleaned;
    visitPngChunks(png, [&](const ByteReader& reader, std::size_t at, std::size_t size) {
        if (reader.hasText(at + 4, "iCCP"))
            cleaned = QByteArray(png).remove(static_cast<qsizetype>(at),
                                             static_cast<qsizetype>(size));
        return cleaned.isEmpty() && !reader.hasText(at + 4, "IDAT");
    });
    return cleaned.isEmpty() ? png : cleaned;
}

bool hasTransparentColor(const QByteArray& png)
{
    const ByteReader header(png, Order::Big);
    const std::uint8_t colorType = header.u8(25);
    bool found = false;
    visitPngChunks(png, [&](const ByteReader& reader, std::size_t at, std::size_t) {
        found = found || reader.hasText(at + 4, "tRNS");
        return !found && !reader.hasText(at + 4, "IDAT");
    });
    return found && (colorType == 0 || colorType == 2);
}

} // namespace labelwright
