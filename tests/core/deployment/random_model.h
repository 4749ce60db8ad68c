#pragma once

#include "core/deployment/prediction_service.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace labelwright::tests {

/// Image files of many kinds and sizes with scenes that differ from each other.
struct NamedImage
{
    QString name;
    QByteArray encoded;
};

/// A small residual network or a backbone with random weights, written into `folder`. The head is
/// random enough that scores spread over (0, 1).
ServedModel randomModel(const QString& folder, const QString& backbone, ColorMode color, Fit fit);

/// `count` JPEGs of different sizes, larger and smaller than the input.
std::vector<NamedImage> jpegs(int count);

/// One file of each kind that OpenCV reads: grey and coloured JPEG, the eight EXIF orientations,
/// PNG with alpha, of 16 bits, grey, with a palette, BMP, WebP and TIFF where Qt writes them.
std::vector<NamedImage> imagesOfAllKinds();

} // namespace labelwright::tests
