#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/imaging/pixels.h"

#include <QJsonObject>

namespace labelwright {

/// Random changes of training images that do not change their labels. Every value at its default
/// leaves the image as it is.
struct Augmentation
{
    bool flipHorizontal = false;  ///< Mirrors left and right in half of the draws.
    bool flipVertical = false;    ///< Mirrors top and bottom in half of the draws.
    double cropMinScale = 1.0;    ///< Random resized crop: least share of the area kept, (0, 1].
    double cropMaxAspect = 1.0;   ///< Largest stretch of the crop's sides, [1, 2].
    double rotationDegrees = 0.0; ///< Rotates by up to ± this, [0, 180].
    double brightness = 0.0;      ///< Factor within 1 ± this, [0, 1].
    double contrast = 0.0;        ///< Factor within 1 ± this around the mean grey, [0, 1].
    double saturation = 0.0;      ///< Factor within 1 ± this; no effect on grey images, [0, 1].

    friend bool operator==(const Augmentation&, const Augmentation&) = default;
};

/// True when `augment` would change nothing.
bool isIdentity(const Augmentation& augmentation);

/// One random variant of `image` in the same size, written to `out` (as many bytes as the image).
/// The same generator state gives the same bytes. Crop, rotation and flips are one bilinear
/// resampling, with edge pixels repeated outside.
void augment(PixelsView image, const Augmentation& augmentation, Random& random,
             std::span<std::uint8_t> out);

QJsonObject toJson(const Augmentation& augmentation);

/// A member that is missing keeps its default; one that is unknown or out of range is refused by
/// name.
Result<Augmentation> augmentationFromJson(const QJsonObject& object);

} // namespace labelwright
