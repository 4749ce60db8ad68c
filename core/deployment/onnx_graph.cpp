#include "core/deployment/onnx_graph.h"

#include <QFloat16>
#include <QtEndian>

#include <cmath>
#include <stdexcept>

namespace labelwright {

namespace {

constexpr std::int64_t irVersion = 5;
constexpr std::int64_t operatorSet = 10;

void describe(onnx::ValueInfoProto& value, const std::string& name, int type,
              const std::vector<std::int64_t>& shape, const std::string& meaning)
{
    value.set_name(name);
    value.set_doc_string(meaning);
    onnx::TypeProto_Tensor& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(type);
    onnx::TensorShapeProto& dimensions = *tensor.mutable_shape();
    for (const std::int64_t size : shape) {
        onnx::TensorShapeProto_Dimension& dimension = *dimensions.add_dim();
        if (size == OnnxGraph::anyNumber)
            dimension.set_dim_param("N");
        else
            dimension.set_dim_value(size);
    }
}

/// The values' bytes, least significant first, as `raw_data` wants them.
template <class T>
std::string rawBytes(const std::vector<T>& values)
{
    std::string bytes(values.size() * sizeof(T), '\0');
    qToLittleEndian<T>(values.data(), static_cast<qsizetype>(values.size()), bytes.data());
    return bytes;
}

std::vector<qfloat16> toHalf(const std::string& name, const std::vector<float>& values)
{
    std::vector<qfloat16> halves;
    halves.reserve(values.size());
    for (const float value : values) {
        halves.push_back(qfloat16(value));
        if (std::isfinite(value) && !std::isfinite(static_cast<float>(halves.back())))
            throw std::range_error("The values of " + name + " exceed what float16 holds.");
    }
    return halves;
}

} // namespace

OnnxGraph::OnnxGraph(const std::string& name)
{
    m_model.set_ir_version(irVersion);
    m_model.set_producer_name("Labelwright");
    onnx::OperatorSetIdProto& set = *m_model.add_opset_import();
    set.set_domain("");
    set.set_version(operatorSet);
    m_model.mutable_graph()->set_name(name);
}

void OnnxGraph::addInput(const std::string& name, int type, const std::vector<std::int64_t>& shape,
                         const std::string& meaning)
{
    describe(*m_model.mutable_graph()->add_input(), name, type, shape, meaning);
}

void OnnxGraph::addOutput(const std::string& name, int type,
                          const std::vector<std::int64_t>& shape, const std::string& meaning)
{
    describe(*m_model.mutable_graph()->add_output(), name, type, shape, meaning);
}

std::string OnnxGraph::add(const char* type, const std::vector<std::string>& inputs,
                           const std::string& output)
{
    onnx::NodeProto& node = *m_model.mutable_graph()->add_node();
    node.set_op_type(type);
    node.set_name(output);
    for (const std::string& input : inputs)
        node.add_input(input);
    node.add_output(output);
    return output;
}

onnx::AttributeProto& OnnxGraph::attribute(const char* name,
                                           onnx::AttributeProto_AttributeType type)
{
    auto& nodes = *m_model.mutable_graph()->mutable_node();
    onnx::AttributeProto& added = *nodes.rbegin()->add_attribute();
    added.set_name(name);
    added.set_type(type);
    return added;
}

void OnnxGraph::set(const char* name, std::int64_t value)
{
    attribute(name, onnx::AttributeProto_AttributeType_INT).set_i(value);
}

void OnnxGraph::set(const char* name, float value)
{
    attribute(name, onnx::AttributeProto_AttributeType_FLOAT).set_f(value);
}

void OnnxGraph::set(const char* name, const std::vector<std::int64_t>& values)
{
    onnx::AttributeProto& added = attribute(name, onnx::AttributeProto_AttributeType_INTS);
    for (const std::int64_t value : values)
        added.add_ints(value);
}

onnx::TensorProto& OnnxGraph::tensor(const std::string& name,
                                     const std::vector<std::int64_t>& shape,
                                     onnx::TensorProto_DataType type)
{
    onnx::TensorProto& tensor = *m_model.mutable_graph()->add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(type);
    for (const std::int64_t size : shape)
        tensor.add_dims(size);
    return tensor;
}

std::string OnnxGraph::constant(const std::string& name, const std::vector<std::int64_t>& shape,
                                const std::vector<float>& values, onnx::TensorProto_DataType type)
{
    const bool isHalf = type == onnx::TensorProto_DataType_FLOAT16;
    tensor(name, shape, type)
        .set_raw_data(isHalf ? rawBytes(toHalf(name, values)) : rawBytes(values));
    return name;
}

std::string OnnxGraph::constant(const std::string& name, const std::vector<std::int64_t>& values)
{
    tensor(name, {static_cast<std::int64_t>(values.size())}, onnx::TensorProto_DataType_INT64)
        .set_raw_data(rawBytes(values));
    return name;
}

} // namespace labelwright
