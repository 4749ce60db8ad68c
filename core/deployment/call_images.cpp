#include "core/deployment/call_images.h"

#include "core/base/progress.h"
#include "core/imaging/image_header.h"

#include <QSet>

namespace labelwright {

namespace {

/// What a service says of its network begins so; everything else is said of the image.
constexpr QLatin1StringView networkWords("The network");

tl::unexpected<CallRefusal> tooLarge(const QString& sentence)
{
    return refused(413, "IMAGE_TOO_LARGE", sentence);
}

bool isImageType(const QString& type)
{
    static const QSet<QString> types{"image/png", "image/jpg", "image/jpeg", "image/webp",
                                     "image/bmp", "image/gif", "image/tiff"};
    return types.contains(type.toLower());
}

} // namespace

Answered<QByteArray> strictBase64(const QByteArray& text)
{
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || text.size() % 4 != 0)
        return refused(400, "BAD_BASE64",
                       "The image is not valid base64; encode the whole file, "
                       "without line breaks and with its padding.");
    return std::move(decoded.decoded);
}

Answered<QByteArray> imageOfDataUrl(const QString& url)
{
    const qsizetype comma = url.indexOf(',');
    if (!url.startsWith("data:", Qt::CaseInsensitive) || comma < 0)
        return refused(400, "BAD_DATA_URL",
                       "The image is no data URL; send \"data:image/png;base64,…\".");
    const QStringList words = url.mid(5, comma - 5).split(';');
    if (!isImageType(words.first().trimmed()))
        return refused(415, "BAD_IMAGE_TYPE",
                       QString("The data URL is of type \"%1\"; send image/png, image/jpeg, "
                               "image/webp, image/bmp, image/gif or image/tiff.")
                           .arg(words.first().left(64)));
    if (words.last().trimmed().compare("base64", Qt::CaseInsensitive) != 0)
        return refused(400, "BAD_DATA_URL",
                       "The data URL is not in base64; send "
                       "\"data:image/png;base64,…\".");
    return strictBase64(QStringView(url).mid(comma + 1).toUtf8());
}

ImageGate::ImageGate(const CallLimits& limits)
    : m_limits(limits)
{
}

Answered<QByteArray> ImageGate::passed(const QByteArray& encoded)
{
    const Result<ImageHeader> header = readImageHeader(encoded);
    if (!header)
        return refused(422, "BAD_IMAGE", header.error().summary);
    const qint64 pixels = qint64{header->width} * header->height;
    if (pixels > m_limits.pixelsPerImage)
        return tooLarge(QString("The image has %1 × %2 pixels, more than %3 megapixels; make it "
                                "smaller.")
                            .arg(header->width)
                            .arg(header->height)
                            .arg(m_limits.pixelsPerImage / 1'000'000));
    m_pixels += pixels;
    if (m_pixels > m_limits.pixelsPerCall)
        return tooLarge(QString("The images of this call have more than %1 megapixels together; "
                                "send fewer at once.")
                            .arg(m_limits.pixelsPerCall / 1'000'000));
    return encoded;
}

CallRefusal predictionRefusal(const Error& error)
{
    if (isCancelled(error))
        return {503, "STOPPING", "The service is being stopped; try again soon.", 1};
    if (error.summary.startsWith(networkWords))
        return {500, "NETWORK_FAILED", error.summary, 0};
    return {422, "BAD_IMAGE", error.summary, 0};
}

} // namespace labelwright
