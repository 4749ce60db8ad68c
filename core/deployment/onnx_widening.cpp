#include "core/deployment/onnx_widening.h"

#include "core/base/atomic_file.h"

#include <QFileInfo>
#include <QFloat16>

#include <onnx/onnx_pb.h>

#include <cstring>
#include <exception>
#include <string>
#include <vector>

namespace labelwright {

namespace {

void widenTensor(onnx::TensorProto& tensor)
{
    if (tensor.data_type() != onnx::TensorProto_DataType_FLOAT16)
        return;
    const std::string& raw = tensor.raw_data();
    std::vector<qfloat16> halves(raw.size() / sizeof(qfloat16));
    std::memcpy(halves.data(), raw.data(), halves.size() * sizeof(qfloat16));
    const std::vector<float> values(halves.begin(), halves.end());
    std::string wide(values.size() * sizeof(float), '\0');
    std::memcpy(wide.data(), values.data(), wide.size());
    tensor.set_raw_data(std::move(wide));
    tensor.set_data_type(onnx::TensorProto_DataType_FLOAT);
}

void widenCast(onnx::NodeProto& node)
{
    if (node.op_type() != "Cast")
        return;
    for (onnx::AttributeProto& attribute : *node.mutable_attribute())
        if (attribute.name() == "to" && attribute.i() == onnx::TensorProto_DataType_FLOAT16)
            attribute.set_i(onnx::TensorProto_DataType_FLOAT);
}

Result<QByteArray> widened(const QByteArray& bytes)
{
    onnx::ModelProto model;
    if (!model.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size())))
        return failure(QStringLiteral("This is no ONNX file."));
    for (onnx::TensorProto& tensor : *model.mutable_graph()->mutable_initializer())
        widenTensor(tensor);
    for (onnx::NodeProto& node : *model.mutable_graph()->mutable_node())
        widenCast(node);
    return QByteArray::fromStdString(model.SerializeAsString());
}

} // namespace

Result<void> widenOnnx(const QString& path, const QString& copy)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return failureOf(bytes);
    const QString summary = QString("%1 cannot be read as ONNX.").arg(QFileInfo(path).fileName());
    try {
        const auto wide = widened(*bytes);
        return wide ? writeFileAtomically(copy, *wide)
                    : Result<void>(failure(summary, wide.error().summary));
    } catch (const std::exception& error) { // Protobuf's, mostly for want of memory.
        return failure(summary, QString::fromUtf8(error.what()));
    }
}

} // namespace labelwright
