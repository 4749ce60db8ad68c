#pragma once

#include "core/base/result.h"
#include "core/imaging/image_header.h"
#include "core/imaging/pixels.h"

#include <QByteArray>
#include <QtGlobal>

namespace labelwright {

/// Sizes above which an image is refused before any of its pixels is decoded.
struct DecodeLimits
{
    qint64 maxPixels = 120'000'000; ///< Width times height.
    int maxSide = 65'535;           ///< Pixels.
};

/// Decodes a JPEG, PNG, GIF (first frame), WebP (first frame), BMP or TIFF file's bytes in full:
/// EXIF orientation applied, alpha laid over white, 16 bit scaled to 8 (value / 257, rounded).
/// For JPEG and PNG of 8 bits without alpha the values equal OpenCV's
/// `imdecode(IMREAD_COLOR)` (in the order red, green, blue) and `imdecode(IMREAD_GRAYSCALE)`.
/// Fails with one sentence when the bytes are no image, are damaged or cut off, or when the image is
/// larger than `limits`. Safe to call from many threads.
Result<Pixels> decodeImage(const QByteArray& encoded, ColorMode color,
                           const DecodeLimits& limits = {});

} // namespace labelwright
