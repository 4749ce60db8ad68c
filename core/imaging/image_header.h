#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QtGlobal>

namespace labelwright {

/// File formats that can be decoded.
enum class ImageFormat { Jpeg, Png, Gif, WebP, Bmp, Tiff };

/// What the first bytes of an image file say, without decoding its pixels.
struct ImageHeader
{
    ImageFormat format = ImageFormat::Jpeg;
    QString formatName;  ///< "JPEG", "PNG", "GIF", "WebP", "BMP" or "TIFF".
    int width = 0;       ///< Pixels, after `orientation` is applied.
    int height = 0;      ///< Pixels, after `orientation` is applied.
    int orientation = 1; ///< EXIF orientation, 1 … 8; 1 where none is given.
    bool hasAlpha = false;
    bool isAnimated = false; ///< WebP only.
    int bitsPerChannel = 8;  ///< 16 where the file holds 16-bit samples.

    friend bool operator==(const ImageHeader&, const ImageHeader&) = default;
};

/// Reads size, format and orientation from the header alone, in microseconds. Fails with one
/// sentence when the bytes are of none of the formats or end within the header.
Result<ImageHeader> readImageHeader(const QByteArray& encoded);

} // namespace labelwright
