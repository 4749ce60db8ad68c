#include "core/deployment/onnx_steps.h"

#include <stdexcept>

namespace labelwright {

namespace {

/// ONNX's name of a step's kind; the steps without one consist of several nodes.
const char* typeOf(OpKind kind)
{
    switch (kind) {
    case OpKind::Conv: return "Conv";
    case OpKind::Linear: return "Gemm";
    case OpKind::Relu: return "Relu";
    case OpKind::Relu6: return "Clip";
    case OpKind::HardSwish: return "HardSwish";
    case OpKind::HardSigmoid: return "HardSigmoid";
    case OpKind::Silu: return "Silu";
    case OpKind::Sigmoid: return "Sigmoid";
    case OpKind::Softmax: return "Softmax";
    case OpKind::Add: return "Add";
    case OpKind::Scale: return "Scale";
    case OpKind::MaxPool: return "MaxPool";
    case OpKind::AveragePool: return "AveragePool";
    case OpKind::GlobalAverage: return "GlobalAveragePool";
    case OpKind::GlobalMax: return "GlobalMaxPool";
    case OpKind::Concat: return "Concat";
    case OpKind::Slice: return "Slice";
    case OpKind::ChannelShuffle: return "ChannelShuffle";
    case OpKind::RepeatChannels: return "RepeatChannels";
    case OpKind::Flatten: return "Flatten";
    case OpKind::Input:
    case OpKind::BatchNorm:
    case OpKind::Dropout:
    case OpKind::StochasticDepth: break;
    }
    throw std::invalid_argument("A step of this kind is no part of a lowered plan.");
}

/// Sides of feature maps; 1 × 1 stands for a vector, too.
struct MapSize
{
    int width, height;
};

int outputSide(int side, const Op& op)
{
    const int room = side + 2 * op.padding - op.kernel;
    return (op.roundUp ? (room + op.stride - 1) / op.stride : room / op.stride) + 1;
}

MapSize outputSize(MapSize size, const Op& op)
{
    switch (op.kind) {
    case OpKind::Conv:
    case OpKind::MaxPool:
    case OpKind::AveragePool:
        return {outputSide(size.width, op), outputSide(size.height, op)};
    case OpKind::GlobalAverage:
    case OpKind::GlobalMax: return {1, 1};
    default: return size;
    }
}

class StepWriter
{
public:
    StepWriter(OnnxGraph& graph, const LoweredGraph& network, MapSize input,
               onnx::TensorProto_DataType type)
        : m_graph(graph), m_network(network), m_type(type), m_sizes{input}
    {}

    std::string writeAll()
    {
        const int count = static_cast<int>(m_network.plan.ops.size());
        for (int step = 1; step < count; ++step) {
            const Op& op = m_network.plan.ops[static_cast<std::size_t>(step)];
            m_sizes.push_back(
                outputSize(m_sizes[static_cast<std::size_t>(op.inputs.at(0))], op));
            write(op, step);
        }
        return onnxName(m_network.plan, count - 1);
    }

private:
    void write(const Op& op, int step)
    {
        const std::string name = onnxName(m_network.plan, step);
        const std::string input = onnxName(m_network.plan, op.inputs.at(0));
        switch (op.kind) {
        case OpKind::Conv: return writeConv(op, step, input, name);
        case OpKind::Linear: return writeLinear(op, step, input, name);
        case OpKind::HardSwish: return writeHardSwish(input, name);
        case OpKind::HardSigmoid: return writeHardSigmoid(input, name);
        case OpKind::Silu: return writeSilu(input, name);
        case OpKind::Scale: return writeScale(op, input, name);
        case OpKind::MaxPool:
        case OpKind::AveragePool: return writePool(op, input, name);
        case OpKind::Slice: return writeSlice(op, input, name);
        case OpKind::ChannelShuffle: return writeShuffle(op, step, input, name);
        case OpKind::RepeatChannels: return writeRepeat(op, input, name);
        default: return writePlain(op, name);
        }
    }

    /// Kinds that are one node without constants.
    void writePlain(const Op& op, const std::string& name)
    {
        std::vector<std::string> inputs;
        for (const int index : op.inputs)
            inputs.push_back(onnxName(m_network.plan, index));
        m_graph.add(typeOf(op.kind), inputs, name);
        if (op.kind == OpKind::Softmax || op.kind == OpKind::Concat || op.kind == OpKind::Flatten)
            m_graph.set("axis", std::int64_t{1});
        if (op.kind == OpKind::Relu6) {
            m_graph.set("min", 0.0F);
            m_graph.set("max", 6.0F);
        }
    }

    /// The input followed by the step's weight and bias.
    std::vector<std::string> withWeights(int step, const std::string& input,
                                         const std::string& name,
                                         const std::vector<std::int64_t>& shape)
    {
        const auto index = static_cast<std::size_t>(step);
        return {input, m_graph.constant(name + ".weight", shape, m_network.weights[index], m_type),
                m_graph.constant(name + ".bias", {shape[0]}, m_network.biases[index], m_type)};
    }

    void writeConv(const Op& op, int step, const std::string& input, const std::string& name)
    {
        m_graph.add("Conv",
                    withWeights(step, input, name, {op.outChannels, op.inChannels / op.groups,
                                                    op.kernel, op.kernel}),
                    name);
        m_graph.set("group", std::int64_t{op.groups});
        setWindow(op);
    }

    void setWindow(const Op& op)
    {
        m_graph.set("kernel_shape", {op.kernel, op.kernel});
        m_graph.set("strides", {op.stride, op.stride});
        m_graph.set("pads", {op.padding, op.padding, op.padding, op.padding});
    }

    /// OpenCV takes the weight only as torch has it, [out, in].
    void writeLinear(const Op& op, int step, const std::string& input, const std::string& name)
    {
        m_graph.add("Gemm", withWeights(step, input, name, {op.outChannels, op.inChannels}), name);
        m_graph.set("transB", std::int64_t{1});
    }

    void writeHardSigmoid(const std::string& input, const std::string& name)
    {
        m_graph.add("HardSigmoid", {input}, name);
        m_graph.set("alpha", 1.0F / 6.0F);
        m_graph.set("beta", 0.5F);
    }

    /// HardSwish is an operator of its own only from set 14 on.
    void writeHardSwish(const std::string& input, const std::string& name)
    {
        writeHardSigmoid(input, name + "/gate");
        m_graph.add("Mul", {input, name + "/gate"}, name);
    }

    void writeSilu(const std::string& input, const std::string& name)
    {
        m_graph.add("Sigmoid", {input}, name + "/gate");
        m_graph.add("Mul", {input, name + "/gate"}, name);
    }

    /// OpenCV multiplies [N, C, H, W] by [N, C, 1, 1] only with N = 1, so the images' channels are
    /// laid one after the other as channels of one image.
    void writeScale(const Op& op, const std::string& input, const std::string& name)
    {
        const std::string together = m_graph.constant(name + "/together", {1, -1, 0, 0});
        m_graph.add("Reshape", {input, together}, name + "/maps");
        m_graph.add("Reshape", {onnxName(m_network.plan, op.inputs.at(1)), together},
                    name + "/factors");
        m_graph.add("Mul", {name + "/maps", name + "/factors"}, name + "/product");
        m_graph.add("Reshape",
                    {name + "/product",
                     m_graph.constant(name + "/apart", {-1, op.outChannels, 0, 0})},
                    name);
    }

    void writePool(const Op& op, const std::string& input, const std::string& name)
    {
        m_graph.add(typeOf(op.kind), {input}, name);
        setWindow(op);
        m_graph.set("ceil_mode", std::int64_t{op.roundUp ? 1 : 0});
    }

    void writeSlice(const Op& op, const std::string& input, const std::string& name)
    {
        m_graph.add("Slice",
                    {input, m_graph.constant(name + "/from", {op.first}),
                     m_graph.constant(name + "/to", {op.first + op.outChannels}),
                     m_graph.constant(name + "/axis", {1})},
                    name);
    }

    void writeShuffle(const Op& op, int step, const std::string& input, const std::string& name)
    {
        const MapSize size = m_sizes[static_cast<std::size_t>(step)];
        m_graph.add("Reshape",
                    {input, m_graph.constant(name + "/grouped",
                                             {0, op.groups, op.outChannels / op.groups, -1})},
                    name + "/groups");
        m_graph.add("Transpose", {name + "/groups"}, name + "/turned");
        m_graph.set("perm", {0, 2, 1, 3});
        m_graph.add("Reshape",
                    {name + "/turned", m_graph.constant(name + "/flat", {0, op.outChannels,
                                                                         size.height, size.width})},
                    name);
    }

    void writeRepeat(const Op& op, const std::string& input, const std::string& name)
    {
        m_graph.add("Concat",
                    std::vector<std::string>(static_cast<std::size_t>(op.outChannels), input),
                    name);
        m_graph.set("axis", std::int64_t{1});
    }

    OnnxGraph& m_graph;
    const LoweredGraph& m_network;
    onnx::TensorProto_DataType m_type;
    std::vector<MapSize> m_sizes; ///< By step.
};

} // namespace

std::string onnxName(const NetworkPlan& plan, int step)
{
    const Op& op = plan.ops.at(static_cast<std::size_t>(step));
    if (op.kind == OpKind::Input)
        return "normalised";
    return op.name.empty() ? typeOf(op.kind) + ("_" + std::to_string(step)) : op.name;
}

std::string appendSteps(OnnxGraph& graph, const LoweredGraph& network, int width, int height,
                        onnx::TensorProto_DataType type)
{
    return StepWriter(graph, network, {width, height}, type).writeAll();
}

} // namespace labelwright
