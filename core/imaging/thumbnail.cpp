#include "core/imaging/thumbnail.h"

#include "core/imaging/decoded_mat.h"
#include "core/imaging/guarded.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <new>

namespace labelwright {

namespace {

QImage toImage(const cv::Mat& bgr)
{
    QImage image(bgr.cols, bgr.rows, QImage::Format_RGB888);
    if (image.isNull())
        throw std::bad_alloc();
    cv::Mat target(bgr.rows, bgr.cols, CV_8UC3, image.bits(),
                   static_cast<std::size_t>(image.bytesPerLine()));
    cv::cvtColor(bgr, target, cv::COLOR_BGR2RGB);
    return image;
}

cv::Mat shrunk(const cv::Mat& image, int side)
{
    const int longer = std::max(image.cols, image.rows);
    if (longer <= side)
        return image;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * side / longer)));
    };
    cv::Mat result;
    cv::resize(image, result, cv::Size(scaled(image.cols), scaled(image.rows)), 0, 0,
               cv::INTER_AREA);
    return result;
}

} // namespace

Result<QImage> makeThumbnail(const QByteArray& encoded, int side)
{
    const Result<ImageHeader> header = readImageHeader(encoded);
    if (!header)
        return failureOf(header);
    // The longer side counts: a reduction by the shorter one would leave more than is needed.
    ImageHeader square = *header;
    square.width = square.height = std::max(header->width, header->height);
    const Result<cv::Mat> image =
        decodeToMat(encoded, *header, ColorMode::Rgb, {}, reductionFor(square, side));
    if (!image)
        return failureOf(image);
    QImage thumbnail;
    const auto made = guarded(QStringLiteral("The image's thumbnail cannot be made."),
                              [&] { thumbnail = toImage(shrunk(*image, std::max(1, side))); });
    if (!made)
        return failureOf(made);
    return thumbnail;
}

} // namespace labelwright
