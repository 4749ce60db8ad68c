#include "core/nn/torchscript_source.h"

#include <sstream>
#include <stdexcept>

namespace labelwright {

namespace {

/// All parts one after the other.
template <class... Parts>
std::string text(const Parts&... parts)
{
    std::ostringstream stream;
    (stream << ... << parts);
    return stream.str();
}

std::string value(int index)
{
    return text("x", index);
}

std::string pair(int number)
{
    return text("[", number, ", ", number, "]");
}

std::string layer(const char* function, int index, const std::string& input)
{
    return text("torch.", function, "(", input, ", self.weight_", index, ", self.bias_", index);
}

std::string pool(const char* function, const Op& op, const std::string& input)
{
    const char* const rounding = op.roundUp ? ", [1, 1], True)" : ", [1, 1], False)";
    return text("torch.", function, "(", input, ", ", pair(op.kernel), ", ", pair(op.stride), ", ",
                pair(op.padding), op.kind == OpKind::MaxPool ? rounding : ")");
}

/// Writes the expression of one step.
std::string expression(const Op& op, int index)
{
    const std::string a = value(op.inputs.at(0));
    const std::string b = op.inputs.size() > 1 ? value(op.inputs[1]) : std::string();
    const auto call = [&](const char* function, const char* rest = "") {
        return text("torch.", function, "(", a, rest, ")");
    };
    switch (op.kind) {
    case OpKind::Conv:
        return text(layer("conv2d", index, a), ", ", pair(op.stride), ", ", pair(op.padding),
                    ", [1, 1], ", op.groups, ")");
    case OpKind::Linear: return text(layer("linear", index, a), ")");
    case OpKind::Relu: return call("relu");
    case OpKind::Relu6: return call("hardtanh", ", 0.0, 6.0");
    case OpKind::HardSwish: return call("hardswish");
    case OpKind::HardSigmoid: return call("hardsigmoid");
    case OpKind::Silu: return call("silu");
    case OpKind::Sigmoid: return call("sigmoid");
    case OpKind::Softmax: return call("softmax", ", 1");
    case OpKind::Add: return text(a, " + ", b);
    case OpKind::Scale: return text(a, " * ", b);
    case OpKind::MaxPool: return pool("max_pool2d", op, a);
    case OpKind::AveragePool: return pool("avg_pool2d", op, a);
    case OpKind::GlobalAverage: return call("adaptive_avg_pool2d", ", [1, 1]");
    case OpKind::GlobalMax: return call("amax", ", [2, 3], True");
    case OpKind::Concat: return text("torch.cat([", a, ", ", b, "], 1)");
    case OpKind::Slice:
        return text("torch.narrow(", a, ", 1, ", op.first, ", ", op.outChannels, ")");
    case OpKind::ChannelShuffle:
        return text("torch.channel_shuffle(", a, ", ", op.groups, ")");
    case OpKind::RepeatChannels:
        return text(a, ".repeat([1, ", op.outChannels, ", 1, 1])");
    case OpKind::Flatten: return call("flatten", ", 1");
    case OpKind::Input:
    case OpKind::BatchNorm:
    case OpKind::Dropout:
    case OpKind::StochasticDepth: break;
    }
    throw std::invalid_argument("A step of this kind is no part of a lowered plan.");
}

} // namespace

std::string torchScriptSource(const NetworkPlan& plan)
{
    std::ostringstream source;
    // 6 is torch.float32, whose name the compiler of `define` does not know.
    source << "def forward(self, images: Tensor) -> Tensor:\n"
           << "    x0 = images.permute([0, 3, 1, 2]).to(6)"
              " * self.pixel_scale - self.pixel_offset\n";
    for (std::size_t i = 1; i < plan.ops.size(); ++i)
        source << "    " << value(static_cast<int>(i)) << " = "
               << expression(plan.ops[i], static_cast<int>(i)) << "\n";
    source << "    return torch.sigmoid(" << value(static_cast<int>(plan.ops.size()) - 1)
           << " * self.logit_scale + self.logit_offset)\n";
    return source.str();
}

} // namespace labelwright
