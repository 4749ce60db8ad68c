#pragma once

#include "core/imaging/image_header.h"

#include <QByteArray>

namespace labelwright {

/// True when the file's own structure (and, for PNG, its checksums) shows that its first image is
/// there to its last byte. The decoders fill what is missing with grey or black instead of failing.
bool isComplete(const QByteArray& encoded, ImageFormat format);

/// A PNG file without its colour profile, which OpenCV does not use but about which libpng writes
/// warnings to stderr; the same bytes where there is none.
QByteArray withoutColorProfile(const QByteArray& png);

/// True for a PNG that marks one grey value or colour as transparent, which OpenCV does not see.
bool hasTransparentColor(const QByteArray& png);

} // namespace labelwright
