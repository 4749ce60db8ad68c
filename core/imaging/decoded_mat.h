#pragma once

#include "core/base/result.h"
#include "core/imaging/decode.h"
#include "core/imaging/pixels.h"

#include <QByteArray>

#include <opencv2/core.hpp>

namespace labelwright {

/// What `decodeImage` does, as an OpenCV image (8 bit; blue, green, red or grey), for use within
/// core/imaging only. `reduction` 2, 4 or 8 lets JPEGs be decoded at that fraction of their size;
/// other formats ignore it. `header` is that of `encoded`.
Result<cv::Mat> decodeToMat(const QByteArray& encoded, const ImageHeader& header, ColorMode color,
                            const DecodeLimits& limits = {}, int reduction = 1);

/// The largest reduction (1, 2, 4 or 8) that leaves the shorter side at least `side` pixels.
int reductionFor(const ImageHeader& header, int side);

/// Copies an OpenCV image (blue, green, red or grey) into a Pixels (red, green, blue or grey).
Pixels toPixels(const cv::Mat& image);

} // namespace labelwright
