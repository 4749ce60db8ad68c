#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace labelwright {

/// Which channels an image is decoded to: three (red, green, blue) or one.
enum class ColorMode { Rgb, Grey };

/// Number of channels: 3 or 1.
constexpr int channelCount(ColorMode mode) { return mode == ColorMode::Rgb ? 3 : 1; }

/// An image of 8-bit samples, rows from the top, interleaved: index (y · width + x) · channels + c.
struct Pixels
{
    int width = 0;
    int height = 0;
    int channels = 0;
    std::vector<std::uint8_t> data; ///< width · height · channels bytes.

    friend bool operator==(const Pixels&, const Pixels&) = default;
};

/// The same, without owning the bytes.
struct PixelsView
{
    int width = 0;
    int height = 0;
    int channels = 0;
    std::span<const std::uint8_t> data;

    PixelsView() = default;
    PixelsView(int w, int h, int c, std::span<const std::uint8_t> bytes)
        : width(w), height(h), channels(c), data(bytes)
    {}
    PixelsView(const Pixels& pixels) // NOLINT: a Pixels is a view wherever one is read.
        : PixelsView(pixels.width, pixels.height, pixels.channels, pixels.data)
    {}
};

} // namespace labelwright
