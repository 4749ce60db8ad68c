#include "core/imaging/augmentation.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace labelwright {

namespace {

/// One draw of the geometric changes.
struct Geometry
{
    bool flipHorizontal = false;
    bool flipVertical = false;
    double cropWidth = 1;  ///< Share of the width.
    double cropHeight = 1; ///< Share of the height.
    double left = 0;       ///< Share of the width left of the crop.
    double top = 0;        ///< Share of the height above the crop.
    double angle = 0;      ///< Radians.

    [[nodiscard]] bool resamples() const { return cropWidth < 1 || cropHeight < 1 || angle != 0; }
};

/// One draw of the colour changes.
struct Tone
{
    double brightness = 1;
    double contrast = 1;
    double saturation = 1;
};

Geometry drawGeometry(const Augmentation& augmentation, Random& random)
{
    Geometry geometry;
    geometry.flipHorizontal = augmentation.flipHorizontal && random.chance(0.5);
    geometry.flipVertical = augmentation.flipVertical && random.chance(0.5);
    if (augmentation.cropMinScale < 1 || augmentation.cropMaxAspect > 1) {
        const double area = random.uniform(augmentation.cropMinScale, 1);
        const double range = std::log(augmentation.cropMaxAspect);
        const double aspect = std::exp(random.uniform(-range, range));
        geometry.cropWidth = std::min(1.0, std::sqrt(area * aspect));
        geometry.cropHeight = std::min(1.0, std::sqrt(area / aspect));
        geometry.left = random.uniform(0, 1 - geometry.cropWidth);
        geometry.top = random.uniform(0, 1 - geometry.cropHeight);
    }
    if (augmentation.rotationDegrees > 0)
        geometry.angle = random.uniform(-augmentation.rotationDegrees, augmentation.rotationDegrees)
                         * std::numbers::pi / 180;
    return geometry;
}

Tone drawTone(const Augmentation& augmentation, Random& random)
{
    const auto factor = [&](double range) {
        return range > 0 ? random.uniform(1 - range, 1 + range) : 1.0;
    };
    Tone tone;
    tone.brightness = factor(augmentation.brightness);
    tone.contrast = factor(augmentation.contrast);
    tone.saturation = factor(augmentation.saturation);
    return tone;
}

/// Maps a target pixel's centre to the source: flip and scale about the middle, turn, then move to
/// the middle of the crop.
cv::Matx23d sourceOfTarget(const Geometry& geometry, int width, int height)
{
    const double middleX = (width - 1) / 2.0;
    const double middleY = (height - 1) / 2.0;
    const double cropX = (geometry.left + geometry.cropWidth / 2) * width - 0.5;
    const double cropY = (geometry.top + geometry.cropHeight / 2) * height - 0.5;
    const double scaleX = geometry.cropWidth * (geometry.flipHorizontal ? -1 : 1);
    const double scaleY = geometry.cropHeight * (geometry.flipVertical ? -1 : 1);
    const double cosine = std::cos(geometry.angle);
    const double sine = std::sin(geometry.angle);
    const double xx = cosine * scaleX;
    const double xy = -sine * scaleY;
    const double yx = sine * scaleX;
    const double yy = cosine * scaleY;
    return {xx, xy, cropX - xx * middleX - xy * middleY,
            yx, yy, cropY - yx * middleX - yy * middleY};
}

void resample(const cv::Mat& source, const Geometry& geometry, cv::Mat& target)
{
    if (geometry.resamples()) {
        cv::warpAffine(source, target, sourceOfTarget(geometry, source.cols, source.rows),
                       target.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                       cv::BORDER_REPLICATE);
    } else if (geometry.flipHorizontal || geometry.flipVertical) {
        const int axis = !geometry.flipHorizontal ? 0 : geometry.flipVertical ? -1 : 1;
        cv::flip(source, target, axis);
    } else {
        source.copyTo(target);
    }
}

constexpr std::array<double, 3> greyWeights{0.299, 0.587, 0.114}; // Rec. 601, as in OpenCV.

double meanGrey(const cv::Mat& image)
{
    const cv::Scalar mean = cv::mean(image);
    if (image.channels() == 1)
        return mean[0];
    return greyWeights[0] * mean[0] + greyWeights[1] * mean[1] + greyWeights[2] * mean[2];
}

/// Each value times `gain` and plus `offset`, then blended with its pixel's grey: for RGB a 3 × 4
/// matrix, so that one pass does all.
void applyMatrix(cv::Mat& image, double gain, double offset, double saturation)
{
    cv::Matx<float, 3, 4> matrix;
    for (int to = 0; to < 3; ++to) {
        for (int from = 0; from < 3; ++from) {
            const double grey = (1 - saturation) * greyWeights.at(static_cast<std::size_t>(from));
            matrix(to, from) = static_cast<float>(gain * (grey + (to == from ? saturation : 0)));
        }
        matrix(to, 3) = static_cast<float>(offset);
    }
    cv::transform(image, image, matrix);
}

void applyTone(cv::Mat& image, const Tone& tone)
{
    const double gain = tone.brightness * tone.contrast;
    const double mean = tone.contrast == 1 ? 0 : meanGrey(image);
    const double offset = (1 - tone.contrast) * tone.brightness * mean;
    if (tone.saturation != 1 && image.channels() == 3)
        applyMatrix(image, gain, offset, tone.saturation);
    else if (gain != 1 || offset != 0)
        image.convertTo(image, -1, gain, offset);
}

} // namespace

bool isIdentity(const Augmentation& augmentation)
{
    return augmentation == Augmentation{};
}

void augment(PixelsView image, const Augmentation& augmentation, Random& random,
             std::span<std::uint8_t> out)
{
    const Geometry geometry = drawGeometry(augmentation, random);
    const Tone tone = drawTone(augmentation, random);
    // cv::Mat has no constant form; the source is only read.
    const cv::Mat source(image.height, image.width, CV_8UC(image.channels),
                         const_cast<std::uint8_t*>(image.data.data()));
    cv::Mat target(image.height, image.width, source.type(), out.data());
    resample(source, geometry, target);
    applyTone(target, tone);
}

} // namespace labelwright
