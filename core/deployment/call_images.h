#pragma once

#include "core/base/result.h"
#include "core/deployment/call_limits.h"
#include "core/deployment/call_refusal.h"

#include <QByteArray>
#include <QString>

namespace labelwright {

/// The bytes of "data:image/png;base64,…", also of jpg, jpeg, webp, bmp, gif and tiff. The base64
/// text must be whole and without foreign signs.
Answered<QByteArray> imageOfDataUrl(const QString& url);

/// The bytes of a base64 text that is whole and without foreign signs.
Answered<QByteArray> strictBase64(const QByteArray& text);

/// Looks at the images of one call, in turn, before they are decoded.
class ImageGate
{
public:
    explicit ImageGate(const CallLimits& limits);

    /// The same bytes, unless they are no image (422) or its header promises more pixels than one
    /// image, or all those of a call, may have (413).
    Answered<QByteArray> passed(const QByteArray& encoded);

private:
    CallLimits m_limits;
    qint64 m_pixels = 0;
};

/// Why an image that passed the gate has no prediction: 422 where it is at fault, 500 where the
/// network is, 503 where the service ends.
CallRefusal predictionRefusal(const Error& error);

} // namespace labelwright
