#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace labelwright {

/// What one step of a network computes. Feature maps are [N, C, H, W], vectors [N, C].
enum class OpKind {
    Input,           ///< The normalised images.
    Conv,            ///< 2-D convolution; weight [out, in / groups, k, k], optional bias.
    BatchNorm,       ///< Per channel, with running statistics.
    Relu,
    Relu6,
    HardSwish,       ///< x · relu6(x + 3) / 6.
    HardSigmoid,     ///< relu6(x + 3) / 6.
    Silu,            ///< x · sigmoid(x).
    Sigmoid,
    Softmax,         ///< Over the values of a vector.
    Add,             ///< Of two inputs of one shape.
    Scale,           ///< Feature maps (first input) times one factor per channel [N, C, 1, 1].
    MaxPool,
    AveragePool,     ///< Only of windows inside the maps.
    GlobalAverage,   ///< [N, C, H, W] → [N, C, 1, 1].
    GlobalMax,       ///< [N, C, H, W] → [N, C, 1, 1].
    Concat,          ///< Along the channels.
    Slice,           ///< Channels `first` … `first + outChannels - 1`.
    ChannelShuffle,  ///< Zhang et al. 2018, with `groups` groups.
    RepeatChannels,  ///< One channel copied `outChannels` times.
    Flatten,         ///< [N, C, 1, 1] → [N, C].
    Linear,          ///< weight [out, in], bias [out].
    Dropout,         ///< In training only.
    StochasticDepth, ///< Zeroes whole rows in training only (Huang et al. 2016).
};

/// One step. Its result is a value named by the step's index; `inputs` are earlier values.
struct Op
{
    OpKind kind = OpKind::Input;
    std::vector<int> inputs;
    std::string name;    ///< Of the layer; its parameters are `name + ".weight"` and so on.
    int inChannels = 0;  ///< Conv, Linear.
    int outChannels = 0; ///< Channels or values of the result.
    int kernel = 1;
    int stride = 1;
    int padding = 0;
    int groups = 1;
    bool bias = false;     ///< Conv only; Linear always has one.
    bool roundUp = false;  ///< MaxPool: torch's ceil_mode.
    double epsilon = 1e-5; ///< BatchNorm.
    double momentum = 0.1; ///< BatchNorm: weight of the new statistics.
    double rate = 0;       ///< Dropout, StochasticDepth: probability of zero.
    int first = 0;         ///< Slice.
    int stage = 0;         ///< Parameter group, 0 nearest to the input.
};

/// A network as a list of steps in the order of computation, without any weights. The same plan
/// is trained, used for prediction and exported.
struct NetworkPlan
{
    std::vector<Op> ops;        ///< ops[0] is the input; the last one gives the logits.
    int embedding = -1;         ///< The value after global pooling (a vector); -1: none.
    int stageCount = 0;         ///< Stages in all; the last one is the head.
    int backboneStages = 0;     ///< The first so many stages are the backbone's.
    int frozenStages = 0;       ///< The first so many stages are never trained.
    int channels = 3;           ///< Of the images, before any repetition.
    std::array<float, 3> mean{0, 0, 0};   ///< Subtracted from value / 255, per image channel.
    std::array<float, 3> stddev{1, 1, 1}; ///< Divides what results.
};

enum class ParameterRole { Weight, Bias, RunningMean, RunningVar, BatchCount };

/// A tensor that a plan needs.
struct PlanParameter
{
    std::string name; ///< As in torchvision's state dict.
    std::vector<std::int64_t> shape;
    ParameterRole role = ParameterRole::Weight;
    int op = 0;
};

/// All tensors of a plan in the order of its steps, torchvision's order within a layer.
std::vector<PlanParameter> parametersOf(const NetworkPlan& plan);

/// Index of the last step that reads each value; the value's own index when none does.
std::vector<int> lastUses(const NetworkPlan& plan);

} // namespace labelwright
