#include "core/imaging/decode.h"

#include "core/imaging/decoded_mat.h"
#include "core/imaging/file_structure.h"
#include "core/imaging/guarded.h"

#include <QBuffer>
#include <QImageReader>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace labelwright {

namespace {

/// OpenCV does not read GIF and animated WebP, drops a transparent colour of PNG and multiplies the
/// colours of TIFF by their alpha.
bool needsQt(const QByteArray& encoded, const ImageHeader& header)
{
    switch (header.format) {
    case ImageFormat::Gif: return true;
    case ImageFormat::WebP: return header.isAnimated;
    case ImageFormat::Png: return header.hasAlpha && hasTransparentColor(encoded);
    case ImageFormat::Tiff: return header.hasAlpha;
    default: return false;
    }
}

/// 16 bit to 8: value / 257, rounded.
cv::Mat toEightBit(const cv::Mat& image)
{
    if (image.depth() != CV_16U)
        return image;
    cv::Mat result;
    image.convertTo(result, CV_8U, 1.0 / 257.0);
    return result;
}

cv::Mat overWhite(const cv::Mat& bgra)
{
    cv::Mat result(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto* from = bgra.ptr<cv::Vec4b>(y);
        auto* to = result.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x) {
            const int alpha = from[x][3];
            for (int c = 0; c < 3; ++c)
                to[x][c] = static_cast<uchar>(
                    (from[x][c] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return result;
}

cv::Mat decodeWithQt(const QByteArray& encoded, const ImageHeader& header)
{
    QBuffer buffer;
    buffer.setData(encoded);
    QImageReader reader(&buffer, header.formatName.toLower().toLatin1());
    reader.setAutoTransform(header.format == ImageFormat::Tiff);
    QImage image = reader.read();
    if (image.isNull())
        throw std::runtime_error(reader.errorString().toStdString());
    cv::Mat bgra;
    if (header.bitsPerChannel == 16) {
        image.convertTo(QImage::Format_RGBA64);
        const cv::Mat rgba(image.height(), image.width(), CV_16UC4, image.bits(),
                           static_cast<std::size_t>(image.bytesPerLine()));
        cv::cvtColor(toEightBit(rgba), bgra, cv::COLOR_RGBA2BGRA);
    } else {
        image.convertTo(QImage::Format_RGBA8888);
        const cv::Mat rgba(image.height(), image.width(), CV_8UC4, image.bits(),
                           static_cast<std::size_t>(image.bytesPerLine()));
        cv::cvtColor(rgba, bgra, cv::COLOR_RGBA2BGRA);
    }
    return bgra;
}

int openCvFlags(const ImageHeader& header, ColorMode color, int reduction)
{
    if (header.hasAlpha)
        return cv::IMREAD_UNCHANGED;
    int flags = color == ColorMode::Grey ? cv::IMREAD_GRAYSCALE : cv::IMREAD_COLOR;
    if (header.bitsPerChannel == 16)
        flags |= cv::IMREAD_ANYDEPTH;
    if (header.format == ImageFormat::Jpeg && reduction > 1)
        flags |= reduction * 8; // IMREAD_REDUCED_…_2, _4, _8 are 16, 32, 64.
    return flags | cv::IMREAD_IGNORE_ORIENTATION;
}

cv::Mat decodeWithOpenCv(const QByteArray& encoded, const ImageHeader& header, ColorMode color,
                         int reduction)
{
    const QByteArray bytes =
        header.format == ImageFormat::Png ? withoutColorProfile(encoded) : encoded;
    // imdecode only reads, but cv::Mat has no constant form.
    const cv::Mat buffer(1, static_cast<int>(bytes.size()), CV_8UC1,
                         const_cast<char*>(bytes.constData()));
    cv::Mat image = cv::imdecode(buffer, openCvFlags(header, color, reduction));
    if (image.empty())
        throw std::runtime_error("imdecode returned no image");
    return image;
}

/// Turns and mirrors an image that was stored with an EXIF orientation.
cv::Mat upright(const cv::Mat& image, int orientation)
{
    cv::Mat result;
    switch (orientation) {
    case 2: cv::flip(image, result, 1); return result;
    case 3: cv::rotate(image, result, cv::ROTATE_180); return result;
    case 4: cv::flip(image, result, 0); return result;
    case 5: cv::transpose(image, result); return result;
    case 6: cv::rotate(image, result, cv::ROTATE_90_CLOCKWISE); return result;
    case 7:
        cv::transpose(image, result);
        cv::rotate(result, result, cv::ROTATE_180);
        return result;
    case 8: cv::rotate(image, result, cv::ROTATE_90_COUNTERCLOCKWISE); return result;
    default: return image;
    }
}

/// To 8 bit, opaque and with the channels of `color`.
cv::Mat normalized(cv::Mat image, ColorMode color)
{
    image = toEightBit(image);
    if (image.depth() != CV_8U)
        throw std::runtime_error("samples of more than 16 bits");
    if (image.channels() == 4)
        image = overWhite(image);
    cv::Mat result = image;
    if (color == ColorMode::Grey && image.channels() == 3)
        cv::cvtColor(image, result, cv::COLOR_BGR2GRAY);
    else if (color == ColorMode::Rgb && image.channels() == 1)
        cv::cvtColor(image, result, cv::COLOR_GRAY2BGR);
    return result;
}

Result<void> checkBeforeDecoding(const QByteArray& encoded, const ImageHeader& header,
                                 const DecodeLimits& limits)
{
    if (header.width > limits.maxSide || header.height > limits.maxSide
        || qint64{header.width} * header.height > limits.maxPixels)
        return failure(QStringLiteral("The %1 image of %2 × %3 pixels is larger than the limit of "
                                      "%4 megapixels; make it smaller.")
                           .arg(header.formatName)
                           .arg(header.width)
                           .arg(header.height)
                           .arg(limits.maxPixels / 1'000'000));
    if (!isComplete(encoded, header.format))
        return failure(QStringLiteral("The %1 image is cut off or damaged.")
                           .arg(header.formatName));
    return {};
}

} // namespace

Result<cv::Mat> decodeToMat(const QByteArray& encoded, const ImageHeader& header, ColorMode color,
                            const DecodeLimits& limits, int reduction)
{
    if (const auto checked = checkBeforeDecoding(encoded, header, limits); !checked)
        return failureOf(checked);
    cv::Mat image;
    const QString summary = QStringLiteral("The %1 image is damaged or of a kind that cannot be "
                                           "read.")
                                .arg(header.formatName);
    const auto decoded = guarded(summary, [&] {
        image = needsQt(encoded, header) ? decodeWithQt(encoded, header)
                                         : decodeWithOpenCv(encoded, header, color, reduction);
        // Both libraries turn TIFF themselves.
        if (header.format != ImageFormat::Tiff)
            image = upright(image, header.orientation);
        image = normalized(image, color);
    });
    if (!decoded)
        return failureOf(decoded);
    return image;
}

int reductionFor(const ImageHeader& header, int side)
{
    const int shorter = std::min(header.width, header.height);
    int reduction = 1;
    while (reduction < 8 && shorter / (reduction * 2) >= side)
        reduction *= 2;
    return reduction;
}

Pixels toPixels(const cv::Mat& image)
{
    Pixels pixels;
    pixels.width = image.cols;
    pixels.height = image.rows;
    pixels.channels = image.channels();
    pixels.data.resize(image.total() * image.elemSize());
    cv::Mat target(image.rows, image.cols, image.type(), pixels.data.data());
    if (image.channels() == 3)
        cv::cvtColor(image, target, cv::COLOR_BGR2RGB);
    else
        image.copyTo(target);
    return pixels;
}

Result<Pixels> decodeImage(const QByteArray& encoded, ColorMode color, const DecodeLimits& limits)
{
    const Result<ImageHeader> header = readImageHeader(encoded);
    if (!header)
        return failureOf(header);
    const Result<cv::Mat> image = decodeToMat(encoded, *header, color, limits);
    if (!image)
        return failureOf(image);
    Pixels pixels;
    const auto copied = guarded(QStringLiteral("The image does not fit into memory."),
                                [&] { pixels = toPixels(*image); });
    if (!copied)
        return failureOf(copied);
    return pixels;
}

} // namespace labelwright
