#pragma once

#include "core/deployment/call_refusal.h"
#include "core/imaging/pixels.h"

#include <QByteArray>
#include <QJsonArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace labelwright {

/// A tensor of a call as it came: nested or flat JSON, or bytes of the binary extension.
struct InferenceTensor
{
    QString name;
    QString datatype; ///< "UINT8" or "BYTES".
    std::vector<qint64> shape;
    QJsonArray data;
    std::optional<QByteArray> binary; ///< Little-endian, row-major; then `data` is empty.
};

/// The size of the images that a network takes.
struct ImageShape
{
    int height = 0;
    int width = 0;
    int channels = 0;
};

/// The images of a UINT8 tensor [N, height, width, channels], or 400 where shape or data differ;
/// `maxImages` bounds N (413).
Answered<std::vector<Pixels>> pixelsOfTensor(const InferenceTensor& tensor, const ImageShape& shape,
                                             std::size_t maxImages);

/// The elements of a BYTES tensor [N] or [N, 1]: base64 strings in JSON; in binary each with four
/// bytes of length before it. 400 where shape or data differ, 413 above `maxElements`.
Answered<std::vector<QByteArray>> elementsOfTensor(const InferenceTensor& tensor,
                                                   std::size_t maxElements);

/// A BYTES tensor in binary form.
QByteArray binaryOfTexts(const QStringList& texts);

/// An FP32 tensor in binary form.
QByteArray binaryOfFloats(const std::vector<float>& values);

/// "[2,64,96,3]"
QString shapeText(const std::vector<qint64>& shape);

} // namespace labelwright
