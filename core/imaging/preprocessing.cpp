#include "core/imaging/preprocessing.h"

#include "core/base/digest.h"
#include "core/imaging/decoded_mat.h"
#include "core/imaging/guarded.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

cv::Mat resized(const cv::Mat& image, int width, int height)
{
    if (image.cols == width && image.rows == height)
        return image;
    const bool shrinks = width <= image.cols && height <= image.rows;
    cv::Mat result;
    cv::resize(image, result, cv::Size(width, height), 0, 0,
               shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

int scaledSide(int side, double scale, int most)
{
    return std::clamp(static_cast<int>(std::lround(side * scale)), 1, most);
}

cv::Mat centerCropped(const cv::Mat& image, int width, int height)
{
    const double scale = std::max(static_cast<double>(width) / image.cols,
                                  static_cast<double>(height) / image.rows);
    const int cropWidth = scaledSide(width, 1 / scale, image.cols);
    const int cropHeight = scaledSide(height, 1 / scale, image.rows);
    const cv::Rect crop((image.cols - cropWidth) / 2, (image.rows - cropHeight) / 2, cropWidth,
                        cropHeight);
    return resized(image(crop), width, height);
}

cv::Mat letterboxed(const cv::Mat& image, int width, int height)
{
    const double scale = std::min(static_cast<double>(width) / image.cols,
                                  static_cast<double>(height) / image.rows);
    const int innerWidth = scaledSide(image.cols, scale, width);
    const int innerHeight = scaledSide(image.rows, scale, height);
    cv::Mat result = cv::Mat::zeros(height, width, image.type());
    const cv::Rect inner((width - innerWidth) / 2, (height - innerHeight) / 2, innerWidth,
                         innerHeight);
    resized(image, innerWidth, innerHeight).copyTo(result(inner));
    return result;
}

cv::Mat fitted(const cv::Mat& image, const Preprocessing& preprocessing)
{
    switch (preprocessing.fit) {
    case Fit::CenterCrop: return centerCropped(image, preprocessing.width, preprocessing.height);
    case Fit::Letterbox: return letterboxed(image, preprocessing.width, preprocessing.height);
    case Fit::Stretch: break;
    }
    return resized(image, preprocessing.width, preprocessing.height);
}

} // namespace

Pixels fitToInput(PixelsView image, const Preprocessing& preprocessing)
{
    Pixels result;
    result.width = preprocessing.width;
    result.height = preprocessing.height;
    result.channels = image.channels;
    // cv::Mat has no constant form; the image is only read.
    const cv::Mat source(image.height, image.width, CV_8UC(image.channels),
                         const_cast<std::uint8_t*>(image.data.data()));
    const cv::Mat fit = fitted(source, preprocessing);
    result.data.resize(fit.total() * fit.elemSize());
    fit.copyTo(cv::Mat(fit.rows, fit.cols, fit.type(), result.data.data()));
    return result;
}

Result<Pixels> prepareImage(const QByteArray& encoded, const Preprocessing& preprocessing)
{
    const Result<ImageHeader> header = readImageHeader(encoded);
    if (!header)
        return failureOf(header);
    const Result<cv::Mat> image = decodeToMat(encoded, *header, preprocessing.color);
    if (!image)
        return failureOf(image);
    Pixels pixels;
    const auto fit = guarded(QStringLiteral("The image cannot be scaled to the input size."),
                             [&] { pixels = toPixels(fitted(*image, preprocessing)); });
    if (!fit)
        return failureOf(fit);
    return pixels;
}

QByteArray pixelsKey(const Preprocessing& preprocessing)
{
    // The leading number changes when the same values come to give other pixels.
    const QString text = QStringLiteral("1 %1 %2 %3 %4")
                             .arg(preprocessing.width)
                             .arg(preprocessing.height)
                             .arg(static_cast<int>(preprocessing.color))
                             .arg(static_cast<int>(preprocessing.fit));
    return sha256(text.toUtf8()).left(16);
}

} // namespace labelwright
