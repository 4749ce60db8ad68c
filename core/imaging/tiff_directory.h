#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace labelwright {

/// The first directory of a TIFF file or of an EXIF block, which is a TIFF file in small.
struct TiffDirectory
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int bitsPerSample = 1;
    int orientation = 1;       ///< 1 … 8.
    bool hasAlpha = false;     ///< Has an extra sample that is alpha.
    std::uint64_t dataEnd = 0; ///< Position after the last byte that the picture needs.
};

/// Reads a classic TIFF directory (TIFF 6.0, Adobe 1992); nothing when it is none or is cut off.
std::optional<TiffDirectory> readTiffDirectory(std::span<const std::uint8_t> bytes);

} // namespace labelwright
