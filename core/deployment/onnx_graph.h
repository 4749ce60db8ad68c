#pragma once

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <string>
#include <vector>

namespace labelwright {

/// Builds an ONNX model node by node; values are known by their names. For use within
/// core/deployment only.
///
/// Operator set 10 with IR version 5: OpenCV 4.6's DNN refuses Clip of set 11, whose bounds are
/// inputs, and every runtime since ONNX 1.5 takes this one.
class OnnxGraph
{
public:
    /// A dimension with its own name instead of a number: the batch's.
    static constexpr std::int64_t anyNumber = -1;

    explicit OnnxGraph(const std::string& name);

    void addInput(const std::string& name, int type, const std::vector<std::int64_t>& shape,
                  const std::string& meaning);
    void addOutput(const std::string& name, int type, const std::vector<std::int64_t>& shape,
                   const std::string& meaning);

    /// A node with one result, which the node is named by. Returns its name.
    std::string add(const char* type, const std::vector<std::string>& inputs,
                    const std::string& output);

    /// Attributes of the node added last.
    void set(const char* attribute, std::int64_t value);
    void set(const char* attribute, float value);
    void set(const char* attribute, const std::vector<std::int64_t>& values);

    /// Constants, row by row. Return their name. As FLOAT16, values are rounded to the nearest;
    /// throws std::range_error where a finite one becomes infinite.
    std::string constant(const std::string& name, const std::vector<std::int64_t>& shape,
                         const std::vector<float>& values, onnx::TensorProto_DataType type);
    std::string constant(const std::string& name, const std::vector<std::int64_t>& values);

    onnx::ModelProto& model() { return m_model; }

private:
    onnx::TensorProto& tensor(const std::string& name, const std::vector<std::int64_t>& shape,
                              onnx::TensorProto_DataType type);
    onnx::AttributeProto& attribute(const char* name, onnx::AttributeProto_AttributeType type);

    onnx::ModelProto m_model;
};

} // namespace labelwright
