#include "core/imaging/image_header.h"

#include "core/imaging/byte_reader.h"
#include "core/imaging/tiff_directory.h"

#include <cstdlib>
#include <optional>
#include <utility>

namespace labelwright {

namespace {

using Order = ByteReader::Order;

int orientationOf(std::span<const std::uint8_t> exif)
{
    const auto directory = readTiffDirectory(exif);
    return directory ? directory->orientation : 1;
}

bool isStartOfFrame(std::uint8_t marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

std::optional<ImageHeader> readJpeg(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Big);
    ImageHeader header;
    std::size_t at = 2;
    while (reader.has(at, 4)) {
        const std::uint8_t marker = reader.u8(at + 1);
        if (reader.u8(at) != 0xff || marker == 0xff || marker == 0) {
            ++at;
            continue;
        }
        const std::size_t length = reader.u16(at + 2);
        if (isStartOfFrame(marker)) {
            header.height = reader.u16(at + 5);
            header.width = reader.u16(at + 7);
            return header;
        }
        if (marker == 0xda || marker == 0xd9 || !reader.has(at + 2, length))
            return std::nullopt;
        if (marker == 0xe1 && length > 8 && reader.hasText(at + 4, "Exif"))
            header.orientation = orientationOf(reader.bytes().subspan(at + 10, length - 8));
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<ImageHeader> readPng(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Big);
    if (!reader.hasText(12, "IHDR") || !reader.has(8, 25))
        return std::nullopt;
    ImageHeader header;
    header.width = static_cast<int>(reader.u32(16) & 0x7fffffff);
    header.height = static_cast<int>(reader.u32(20) & 0x7fffffff);
    header.bitsPerChannel = reader.u8(24) == 16 ? 16 : 8;
    header.hasAlpha = reader.u8(25) == 4 || reader.u8(25) == 6;
    std::size_t at = 33;
    while (reader.has(at, 12) && !reader.hasText(at + 4, "IDAT")) {
        const std::size_t length = reader.u32(at);
        if (reader.hasText(at + 4, "tRNS"))
            header.hasAlpha = true;
        if (reader.hasText(at + 4, "eXIf") && reader.has(at + 8, length))
            header.orientation = orientationOf(reader.bytes().subspan(at + 8, length));
        at += 12 + length;
    }
    return header;
}

std::optional<ImageHeader> readGif(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    if (!reader.has(0, 13))
        return std::nullopt;
    ImageHeader header;
    header.width = reader.u16(6);
    header.height = reader.u16(8);
    header.hasAlpha = true; // Any GIF may leave parts of its canvas uncovered.
    return header;
}

/// EXIF orientation of an extended WebP file.
int webPOrientation(const ByteReader& reader)
{
    std::size_t at = 12;
    while (reader.has(at, 8)) {
        const std::size_t length = reader.u32(at + 4);
        if (reader.hasText(at, "EXIF") && reader.has(at + 8, length)) {
            const std::size_t prefix = reader.hasText(at + 8, "Exif") && length > 6 ? 6 : 0;
            return orientationOf(reader.bytes().subspan(at + 8 + prefix, length - prefix));
        }
        at += 8 + length + length % 2;
    }
    return 1;
}

std::optional<ImageHeader> readWebP(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    if (!reader.has(0, 30))
        return std::nullopt;
    ImageHeader header;
    if (reader.hasText(12, "VP8X")) {
        header.width = 1 + static_cast<int>(reader.u32(24) & 0xffffff);
        header.height = 1 + static_cast<int>(reader.u32(26) >> 8);
        header.hasAlpha = (reader.u8(20) & 0x10) != 0;
        header.isAnimated = (reader.u8(20) & 0x02) != 0;
        header.orientation = webPOrientation(reader);
    } else if (reader.hasText(12, "VP8L")) {
        const std::uint32_t bits = reader.u32(21);
        header.width = 1 + static_cast<int>(bits & 0x3fff);
        header.height = 1 + static_cast<int>(bits >> 14 & 0x3fff);
        header.hasAlpha = (bits >> 28 & 1) != 0;
    } else {
        header.width = reader.u16(26) & 0x3fff;
        header.height = reader.u16(28) & 0x3fff;
    }
    return header;
}

std::optional<ImageHeader> readBmp(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    if (!reader.has(0, 30))
        return std::nullopt;
    ImageHeader header;
    if (reader.u32(14) == 12) {
        header.width = reader.u16(18);
        header.height = reader.u16(20);
        return header;
    }
    const auto height = static_cast<std::int32_t>(reader.u32(22));
    header.width = static_cast<int>(reader.u32(18) & 0x7fffffff);
    header.height = height < 0 ? -(height + 1) + 1 : height; // Negative: rows from the top.
    return header;
}

std::optional<ImageHeader> readTiff(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    const auto directory = readTiffDirectory(reader.bytes());
    if (!directory)
        return std::nullopt;
    ImageHeader header;
    header.width = static_cast<int>(directory->width & 0x7fffffff);
    header.height = static_cast<int>(directory->height & 0x7fffffff);
    header.orientation = directory->orientation;
    header.hasAlpha = directory->hasAlpha;
    header.bitsPerChannel = directory->bitsPerSample == 16 ? 16 : 8;
    return header;
}

struct Format
{
    ImageFormat format;
    const char* name;
    std::optional<ImageHeader> (*read)(const QByteArray&);
};

std::optional<Format> formatOf(const QByteArray& encoded)
{
    const ByteReader reader(encoded, Order::Little);
    if (reader.hasText(0, "\xff\xd8\xff"))
        return Format{ImageFormat::Jpeg, "JPEG", readJpeg};
    if (reader.hasText(0, "\x89PNG\r\n\x1a\n"))
        return Format{ImageFormat::Png, "PNG", readPng};
    if (reader.hasText(0, "GIF87a") || reader.hasText(0, "GIF89a"))
        return Format{ImageFormat::Gif, "GIF", readGif};
    if (reader.hasText(0, "RIFF") && reader.hasText(8, "WEBPVP8"))
        return Format{ImageFormat::WebP, "WebP", readWebP};
    if (reader.hasText(0, "BM"))
        return Format{ImageFormat::Bmp, "BMP", readBmp};
    if (reader.hasText(0, "II*") || (reader.hasText(0, "MM") && reader.u8(3) == 42))
        return Format{ImageFormat::Tiff, "TIFF", readTiff};
    return std::nullopt;
}

} // namespace

Result<ImageHeader> readImageHeader(const QByteArray& encoded)
{
    if (encoded.isEmpty())
        return failure(QStringLiteral("The image file is empty."));
    const std::optional<Format> format = formatOf(encoded);
    if (!format)
        return failure(QStringLiteral("The file is no image that can be read; use JPEG, PNG, GIF, "
                                      "WebP, BMP or TIFF."));
    const QString name = QString::fromLatin1(format->name);
    std::optional<ImageHeader> header = format->read(encoded);
    if (!header || header->width <= 0 || header->height <= 0)
        return failure(QStringLiteral("The %1 image is damaged or cut off in its header.").arg(name));
    header->format = format->format;
    header->formatName = name;
    if (header->orientation >= 5)
        std::swap(header->width, header->height);
    return *header;
}

} // namespace labelwright
