#pragma once

#include "core/base/result.h"
#include "core/imaging/pixels.h"

#include <QByteArray>
#include <QJsonObject>

#include <array>

namespace labelwright {

/// How an image of any shape becomes one of the network's shape.
enum class Fit {
    Stretch,    ///< The whole image, its sides scaled independently; loses no label at the border.
    CenterCrop, ///< Shorter side scaled to the input, the rest cut off on both sides.
    Letterbox,  ///< The whole image in proportion, the rest filled with black.
};

/// How encoded images become network input, in training, service and exports alike: decode, honour
/// EXIF orientation, lay alpha over white, scale 16 bit to 8, convert to `color`, fit to
/// width × height (OpenCV `INTER_AREA` where both sides shrink or stay, `INTER_LINEAR` otherwise), then, in the
/// network, (value / 255 − mean) / stddev per channel.
struct Preprocessing
{
    int width = 224;  ///< Pixels, 8 … 4096.
    int height = 224; ///< Pixels, 8 … 4096.
    ColorMode color = ColorMode::Rgb;
    Fit fit = Fit::Stretch;
    std::array<float, 3> mean{0.485F, 0.456F, 0.406F};   ///< ImageNet; only [0] counts for grey.
    std::array<float, 3> stddev{0.229F, 0.224F, 0.225F}; ///< ImageNet; only [0] counts for grey.

    friend bool operator==(const Preprocessing&, const Preprocessing&) = default;
};

/// Scales a decoded image (with the channels that `preprocessing.color` asks for) to the input
/// size, as 8-bit values before normalisation. CenterCrop cuts out, in the middle (rounded towards
/// the top left), round(width / s) × round(height / s) source pixels with s = max(width / image
/// width, height / image height) and scales those; Letterbox scales to round(image width · s) ×
/// round(image height · s) with s the minimum of the two, centred likewise.
Pixels fitToInput(PixelsView image, const Preprocessing& preprocessing);

/// Decodes an image file's bytes and fits it: the one way from a file to network input. Fails with
/// one sentence when the bytes are no readable image.
Result<Pixels> prepareImage(const QByteArray& encoded, const Preprocessing& preprocessing);

QJsonObject toJson(const Preprocessing& preprocessing);

/// Refuses unknown words, missing members and sizes out of range, naming them.
Result<Preprocessing> preprocessingFromJson(const QJsonObject& object);

/// Digest of everything that changes the 8-bit pixels (not mean and stddev): the key of pixel
/// caches. 16 hexadecimal digits.
QByteArray pixelsKey(const Preprocessing& preprocessing);

} // namespace labelwright
