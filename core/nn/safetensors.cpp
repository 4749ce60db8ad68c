#include "core/nn/safetensors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

namespace labelwright {

namespace {

constexpr qsizetype lengthSize = 8;
constexpr std::uint64_t largestHeader = 16U << 20U;
constexpr qsizetype mostDimensions = 8;

struct TypeWord
{
    WeightType type;
    const char* word;
    int size;
};

constexpr std::array<TypeWord, 10> typeWords{{{WeightType::F64, "F64", 8},
                                              {WeightType::F32, "F32", 4},
                                              {WeightType::F16, "F16", 2},
                                              {WeightType::BF16, "BF16", 2},
                                              {WeightType::I64, "I64", 8},
                                              {WeightType::I32, "I32", 4},
                                              {WeightType::I16, "I16", 2},
                                              {WeightType::I8, "I8", 1},
                                              {WeightType::U8, "U8", 1},
                                              {WeightType::Bool, "BOOL", 1}}};

std::optional<WeightType> typeOfWord(const QString& word)
{
    for (const TypeWord& entry : typeWords)
        if (word == QLatin1String(entry.word))
            return entry.type;
    return std::nullopt;
}

/// A non-negative whole number, or nothing. JSON numbers are exact up to 2^53.
std::optional<std::int64_t> wholeNumber(const QJsonValue& value)
{
    const std::int64_t number = value.toInteger(-1);
    if (number < 0 || number > (std::int64_t{1} << 53U))
        return std::nullopt;
    return number;
}

/// A tensor as the header states it.
struct Stated
{
    QString name;
    WeightType type = WeightType::F32;
    std::vector<std::int64_t> shape;
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// Reads one entry of the header; the reason when it cannot be.
std::optional<QString> readStated(const QJsonObject& object, Stated& stated)
{
    const auto type = typeOfWord(object.value("dtype").toString());
    if (!type)
        return QString("has the unknown type \"%1\"").arg(object.value("dtype").toString());
    stated.type = *type;
    const QJsonArray shape = object.value("shape").toArray();
    const QJsonArray offsets = object.value("data_offsets").toArray();
    if (!object.value("shape").isArray() || shape.size() > mostDimensions || offsets.size() != 2)
        return QStringLiteral("has no shape or no place in the file");
    std::int64_t size = sizeOf(*type);
    for (const QJsonValue& side : shape) {
        const auto number = wholeNumber(side);
        if (!number || (*number != 0 && size > (std::int64_t{1} << 53U) / *number))
            return QStringLiteral("has an impossible shape");
        stated.shape.push_back(*number);
        size *= *number;
    }
    const auto begin = wholeNumber(offsets[0]);
    const auto end = wholeNumber(offsets[1]);
    if (!begin || !end || *begin > *end || *end - *begin != size)
        return QStringLiteral("has another size than its shape asks for");
    stated.begin = *begin;
    stated.end = *end;
    return std::nullopt;
}

Result<QJsonObject> readHeader(QByteArrayView bytes, const QString& what, qsizetype& dataBegin)
{
    if (bytes.size() < lengthSize)
        return failure(QString("%1 is too short to be a safetensors file.").arg(what));
    const auto length = qFromLittleEndian<std::uint64_t>(bytes.data());
    if (length > largestHeader || length > static_cast<std::uint64_t>(bytes.size() - lengthSize))
        return failure(QString("%1 is no readable safetensors file: its header is cut off or too "
                               "long.").arg(what));
    dataBegin = lengthSize + static_cast<qsizetype>(length);
    QJsonParseError error;
    const QJsonDocument header = QJsonDocument::fromJson(
        bytes.sliced(lengthSize, static_cast<qsizetype>(length)).toByteArray(), &error);
    if (!header.isObject())
        return failure(QString("%1 is no readable safetensors file: its header is no JSON object.")
                           .arg(what), error.errorString());
    return header.object();
}

/// Values must follow each other without overlap or hole and end with the file.
Result<void> checkPlaces(std::vector<Stated>& stated, std::int64_t available, const QString& what)
{
    std::ranges::sort(stated, {}, [](const Stated& s) { return std::pair(s.begin, s.end); });
    std::int64_t position = 0;
    for (const Stated& tensor : stated) {
        if (tensor.begin != position || tensor.end > available)
            return failure(QString("%1 is damaged: the values of \"%2\" overlap others, leave a "
                                   "hole or reach outside the file.").arg(what, tensor.name));
        position = tensor.end;
    }
    if (position != available)
        return failure(QString("%1 is damaged: it has more or fewer values than its header states.")
                           .arg(what));
    return {};
}

} // namespace

int sizeOf(WeightType type)
{
    for (const TypeWord& entry : typeWords)
        if (entry.type == type)
            return entry.size;
    return 0;
}

QString weightTypeName(WeightType type)
{
    for (const TypeWord& entry : typeWords)
        if (entry.type == type)
            return QString::fromLatin1(entry.word);
    return {};
}

Result<std::vector<WeightTensor>> readSafetensors(QByteArrayView bytes, const QString& fileName)
{
    const QString what = QString("The weights file %1").arg(fileName);
    qsizetype dataBegin = 0;
    const Result<QJsonObject> header = readHeader(bytes, what, dataBegin);
    if (!header)
        return failureOf(header);
    std::vector<Stated> stated;
    for (auto entry = header->begin(); entry != header->end(); ++entry) {
        if (entry.key() == QLatin1String("__metadata__"))
            continue;
        Stated tensor{.name = entry.key(), .shape = {}};
        if (const auto why = readStated(entry.value().toObject(), tensor))
            return failure(QString("%1 is refused: its tensor \"%2\" %3.")
                               .arg(what, tensor.name.left(120), *why));
        stated.push_back(std::move(tensor));
    }
    if (const auto fits = checkPlaces(stated, bytes.size() - dataBegin, what); !fits)
        return failureOf(fits);
    std::vector<WeightTensor> tensors;
    for (const Stated& tensor : stated)
        tensors.push_back({tensor.name.toStdString(), tensor.type, tensor.shape,
                           bytes.sliced(dataBegin + static_cast<qsizetype>(tensor.begin),
                                        static_cast<qsizetype>(tensor.end - tensor.begin))
                               .toByteArray()});
    return tensors;
}

QByteArray writeSafetensors(const std::vector<WeightTensor>& tensors)
{
    std::vector<const WeightTensor*> order;
    for (const WeightTensor& tensor : tensors)
        order.push_back(&tensor);
    // Wide types first, so that every value lies at a multiple of its size.
    std::ranges::sort(order, {}, [](const WeightTensor* tensor) {
        return std::pair<int, const std::string&>(-sizeOf(tensor->type), tensor->name);
    });
    QJsonObject header;
    qsizetype position = 0;
    for (const WeightTensor* tensor : order) {
        QJsonArray shape;
        for (const std::int64_t side : tensor->shape)
            shape.append(static_cast<qint64>(side));
        header.insert(QString::fromStdString(tensor->name),
                      QJsonObject{{"dtype", weightTypeName(tensor->type)},
                                  {"shape", shape},
                                  {"data_offsets",
                                   QJsonArray{position, position + tensor->bytes.size()}}});
        position += tensor->bytes.size();
    }
    QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    json.append(QByteArray((8 - json.size() % 8) % 8, ' '));
    QByteArray bytes(lengthSize, '\0');
    qToLittleEndian<std::uint64_t>(static_cast<std::uint64_t>(json.size()), bytes.data());
    bytes.reserve(lengthSize + json.size() + position);
    bytes.append(json);
    for (const WeightTensor* tensor : order)
        bytes.append(tensor->bytes);
    return bytes;
}

} // namespace labelwright
