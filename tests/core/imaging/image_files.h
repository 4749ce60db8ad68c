#pragma once

#include "core/imaging/pixels.h"

#include <QByteArray>
#include <QImage>

#include <vector>

namespace labelwright::tests {

/// A picture whose corners differ and whose colours run smoothly, so that turning, mirroring and
/// loss are seen. Format_RGB32.
QImage testPicture(int width, int height);

/// `image` written by Qt ("png", "bmp", "webp", "tiff", "jpg").
QByteArray encodedByQt(const QImage& image, const char* format, int quality = -1);

/// A JPEG of `image` with an EXIF block that holds `orientation`.
QByteArray jpegWithOrientation(const QImage& image, int orientation);

/// A GIF of two frames of 4 × 3 pixels: the first red, its last pixel transparent where
/// `isTransparent`; the second blue.
QByteArray smallGif(bool isTransparent);

/// Mean of the absolute differences of two images of one shape; 255 where the shapes differ.
double meanDifference(const Pixels& a, const Pixels& b);

/// `image` as red, green, blue bytes.
Pixels toRgb(const QImage& image);

} // namespace labelwright::tests
