#include "core/deployment/inference_tensors.h"

#include "core/deployment/call_images.h"

#include <QtEndian>

namespace labelwright {

namespace {

tl::unexpected<CallRefusal> badTensor(const QString& sentence)
{
    return refused(400, "BAD_TENSOR", sentence);
}

tl::unexpected<CallRefusal> badShape(const InferenceTensor& tensor, const QString& wanted)
{
    return badTensor(QString("The input \"%1\" has the shape %2 instead of %3.")
                         .arg(tensor.name, shapeText(tensor.shape), wanted));
}

tl::unexpected<CallRefusal> badCount(const InferenceTensor& tensor)
{
    return badTensor(QString("The data of the input \"%1\" does not fill its shape %2.")
                         .arg(tensor.name, shapeText(tensor.shape)));
}

tl::unexpected<CallRefusal> tooMany(const InferenceTensor& tensor, std::size_t most)
{
    return refused(413, "TOO_MANY_ROWS",
                   QString("The input \"%1\" has %2 images, but a call may have %3; send them in "
                           "parts.")
                       .arg(tensor.name)
                       .arg(tensor.shape.front())
                       .arg(most));
}

/// Appends the numbers of a nested or flat list; false where something is no byte.
bool appendBytes(const QJsonArray& data, std::size_t most, QByteArray& bytes)
{
    for (const QJsonValue& value : data) {
        if (value.isArray()) {
            if (!appendBytes(value.toArray(), most, bytes))
                return false;
            continue;
        }
        const qint64 number = value.toInteger(-1);
        if (number < 0 || number > 255 || std::size_t(bytes.size()) >= most)
            return false;
        bytes += char(number);
    }
    return true;
}

std::vector<Pixels> cutIntoImages(const QByteArray& bytes, const ImageShape& shape)
{
    const qsizetype size = qsizetype{shape.height} * shape.width * shape.channels;
    std::vector<Pixels> images;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        images.push_back({shape.width,
                          shape.height,
                          shape.channels,
                          {bytes.begin() + at, bytes.begin() + at + size}});
    return images;
}

Answered<std::vector<QByteArray>> elementsOfBinary(const InferenceTensor& tensor)
{
    const QByteArray& bytes = *tensor.binary;
    std::vector<QByteArray> elements;
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (bytes.size() - at < 4)
            return badCount(tensor);
        const qsizetype length = qFromLittleEndian<quint32>(bytes.constData() + at);
        at += 4;
        if (length > bytes.size() - at || qint64(elements.size()) >= tensor.shape.front())
            return badCount(tensor);
        elements.push_back(bytes.mid(at, length));
        at += length;
    }
    return elements;
}

Answered<std::vector<QByteArray>> elementsOfJson(const InferenceTensor& tensor)
{
    std::vector<QByteArray> elements;
    for (QJsonValue value : tensor.data) {
        if (value.isArray() && value.toArray().size() == 1)
            value = value.toArray().first();
        if (!value.isString())
            return badTensor(QString("The data of the input \"%1\" has an element that is no "
                                     "string of base64.")
                                 .arg(tensor.name));
        const QString text = value.toString();
        Answered<QByteArray> image =
            text.startsWith("data:") ? imageOfDataUrl(text) : strictBase64(text.toUtf8());
        if (!image)
            return tl::unexpected(image.error());
        elements.push_back(std::move(*image));
    }
    return elements;
}

} // namespace

Answered<std::vector<Pixels>> pixelsOfTensor(const InferenceTensor& tensor, const ImageShape& shape,
                                             std::size_t maxImages)
{
    const std::vector<qint64> rest{shape.height, shape.width, shape.channels};
    const bool fits = tensor.shape.size() == 4 && tensor.shape.front() >= 0 &&
                      std::equal(rest.begin(), rest.end(), tensor.shape.begin() + 1);
    if (!fits)
        return badShape(tensor, QString("[N,%1,%2,%3]").arg(rest[0]).arg(rest[1]).arg(rest[2]));
    if (std::size_t(tensor.shape.front()) > maxImages)
        return tooMany(tensor, maxImages);
    const auto size = std::size_t(tensor.shape[0] * rest[0] * rest[1] * rest[2]);
    QByteArray bytes = tensor.binary.value_or(QByteArray());
    if (!tensor.binary && !appendBytes(tensor.data, size, bytes))
        return badTensor(QString("The data of the input \"%1\" is not %2 whole numbers from 0 to "
                                 "255.")
                             .arg(tensor.name)
                             .arg(size));
    if (std::size_t(bytes.size()) != size)
        return badCount(tensor);
    return cutIntoImages(bytes, shape);
}

Answered<std::vector<QByteArray>> elementsOfTensor(const InferenceTensor& tensor,
                                                   std::size_t maxElements)
{
    const std::vector<qint64>& shape = tensor.shape;
    const bool fits = !shape.empty() && shape.front() >= 0 &&
                      (shape.size() == 1 || (shape.size() == 2 && shape[1] == 1));
    if (!fits)
        return badShape(tensor, "[N]");
    if (std::size_t(shape.front()) > maxElements)
        return tooMany(tensor, maxElements);
    auto elements = tensor.binary ? elementsOfBinary(tensor) : elementsOfJson(tensor);
    if (elements && qint64(elements->size()) != shape.front())
        return badCount(tensor);
    return elements;
}

QByteArray binaryOfTexts(const QStringList& texts)
{
    QByteArray bytes;
    for (const QString& text : texts) {
        const QByteArray utf8 = text.toUtf8();
        std::array<char, 4> length{};
        qToLittleEndian(quint32(utf8.size()), length.data());
        bytes.append(length.data(), 4);
        bytes += utf8;
    }
    return bytes;
}

QByteArray binaryOfFloats(const std::vector<float>& values)
{
    QByteArray bytes(qsizetype(values.size() * sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(values.data(), qsizetype(values.size()), bytes.data());
    return bytes;
}

QString shapeText(const std::vector<qint64>& shape)
{
    QStringList sides;
    for (const qint64 side : shape)
        sides.append(QString::number(side));
    return "[" + sides.join(',') + "]";
}

} // namespace labelwright
