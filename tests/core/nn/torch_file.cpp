#include "tests/core/nn/torch_file.h"

#include "core/base/atomic_file.h"
#include "core/base/random.h"
#include "core/nn/backbone_plans.h"
#include "core/nn/safetensors.h"

#include <QDir>
#include <QtEndian>

#include <cmath>

namespace labelwright::tests {

namespace {

template <class T>
QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian<T>(value, bytes.data());
    return bytes;
}

/// Bit by bit, unlike the reader's.
quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ (0xEDB88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

QByteArray smallTuple(const std::vector<int>& numbers)
{
    QByteArray bytes("(");
    for (const int number : numbers)
        bytes += QByteArray("J") + little<qint32>(number);
    return bytes + "t";
}

QByteArray text(const QByteArray& value)
{
    return QByteArray("X") + little<quint32>(static_cast<quint32>(value.size())) + value;
}

} // namespace

QByteArray storedZip(const std::vector<std::pair<QByteArray, QByteArray>>& entries)
{
    QByteArray zip;
    QByteArray list;
    for (const auto& [name, content] : entries) {
        const QByteArray common = QByteArray(8, '\0') + little(crc32(content))
                                  + little(static_cast<quint32>(content.size()))
                                  + little(static_cast<quint32>(content.size()))
                                  + little(static_cast<quint16>(name.size())) + little<quint16>(0);
        list += QByteArray("PK\x01\x02") + little<quint16>(20) + little<quint16>(20) + common
                + QByteArray(10, '\0') + little(static_cast<quint32>(zip.size())) + name;
        zip += QByteArray("PK\x03\x04") + little<quint16>(20) + common + name + content;
    }
    const auto begin = static_cast<quint32>(zip.size());
    const auto count = static_cast<quint16>(entries.size());
    return zip + list + QByteArray("PK\x05\x06") + QByteArray(4, '\0') + little(count)
           + little(count) + little(static_cast<quint32>(list.size())) + little(begin)
           + little<quint16>(0);
}

QByteArray zippedPth(const QByteArray& pickle, const QByteArray& storage)
{
    return storedZip({{"model/data.pkl", pickle}, {"model/data/0", storage}});
}

QByteArray legacyPth(const QByteArray& pickle, const QByteArray& storage, std::int64_t count)
{
    const QByteArray magic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);
    const QByteArray version("\x80\x02M\xe9\x03.", 6);
    const QByteArray system = QByteArray("\x80\x02}") + text("little_endian") + "\x88s.";
    if (count == 0)
        return magic + version + system + pickle + "\x80\x02].";
    const QByteArray keys = QByteArray("\x80\x02]") + text("0") + "a.";
    return magic + version + system + pickle + keys + little<qint64>(count) + storage;
}

QByteArray tensorPickle(const std::vector<int>& shape, const std::vector<int>& strides, int count,
                        int offset)
{
    const QByteArray dict = "ccollections\nOrderedDict\n)R";
    const QByteArray storage = QByteArray("(") + text("storage") + "ctorch\nFloatStorage\n"
                               + text("0") + text("cpu") + "J" + little<qint32>(count) + "tQ";
    return QByteArray("\x80\x02") + dict + "(" + text("weight")
           + "ctorch._utils\n_rebuild_tensor_v2\n(" + storage + "J" + little<qint32>(offset)
           + smallTuple(shape) + smallTuple(strides) + "\x89" + dict + "tRu.";
}

std::vector<WeightTensor> randomTensors(const NetworkPlan& plan, std::uint64_t seed)
{
    Random random(seed);
    std::vector<WeightTensor> tensors;
    for (const PlanParameter& parameter : parametersOf(plan)) {
        if (parameter.role == ParameterRole::BatchCount) {
            tensors.push_back({parameter.name, WeightType::I64, {}, QByteArray(8, '\0')});
            continue;
        }
        std::int64_t count = 1;
        for (const std::int64_t side : parameter.shape)
            count *= side;
        const bool positive = parameter.role == ParameterRole::RunningVar;
        const double scale = parameter.shape.size() > 1
                                 ? 2 / std::sqrt(static_cast<double>(count / parameter.shape[0]))
                                 : 0.2;
        std::vector<float> values(static_cast<std::size_t>(count));
        for (float& value : values)
            value = static_cast<float>(positive ? random.uniform(0.5, 1.5)
                                                : random.uniform(-scale, scale));
        const Op& op = plan.ops[static_cast<std::size_t>(parameter.op)];
        if (op.kind == OpKind::BatchNorm && parameter.role == ParameterRole::Weight)
            for (float& value : values)
                value += 1;
        tensors.push_back(floatTensor(parameter.name, parameter.shape, values));
    }
    return tensors;
}

QString writeBackbone(const QString& name, std::uint64_t seed, const QString& folder)
{
    const QString path = QDir(folder).filePath(
        QStringLiteral("%1-%2.safetensors").arg(name).arg(seed, 8, 16, QChar(u'0')));
    const auto written =
        writeFileAtomically(path, writeSafetensors(randomTensors(backbonePlan(name), seed)));
    return written ? path : QString();
}

WeightTensor floatTensor(const std::string& name, std::vector<std::int64_t> shape,
                         const std::vector<float>& values)
{
    return {name, WeightType::F32, std::move(shape),
            QByteArray(reinterpret_cast<const char*>(values.data()),
                       static_cast<qsizetype>(values.size() * sizeof(float)))};
}

} // namespace labelwright::tests
