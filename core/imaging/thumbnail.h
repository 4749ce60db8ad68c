#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace labelwright {

/// A small RGB version of an image file's bytes, in proportion, its longer side `side` pixels (less
/// where the image is smaller: it is never enlarged). Large JPEGs are decoded at reduced size, so
/// the pixels differ a little from a full decode. Fails like `decodeImage`.
Result<QImage> makeThumbnail(const QByteArray& encoded, int side);

} // namespace labelwright
