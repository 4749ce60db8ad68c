#include "core/nn/backbone_plans.h"

#include <algorithm>
#include <array>
#include <span>

namespace labelwright {

namespace {

/// Nearest multiple of 8 that is at most 10 % smaller (torchvision's `_make_divisible`).
int divisibleBy8(int value)
{
    const int rounded = std::max(8, (value + 4) / 8 * 8);
    return 10 * rounded < 9 * value ? rounded + 8 : rounded;
}

/// Inverted residual (Sandler et al. 2018) in torchvision's first form, without a layer per part.
int invertedResidual(PlanBuilder& builder, int input, const std::string& name, int out, int stride,
                     int ratio)
{
    const int in = builder.channels(input);
    const int hidden = in * ratio;
    int part = 0;
    const auto next = [&] { return name + ".conv." + std::to_string(part++); };
    int x = input;
    if (ratio != 1)
        x = builder.convNorm(x, next(), {.out = hidden}, OpKind::Relu6);
    x = builder.convNorm(x, next(),
                         {.out = hidden, .kernel = 3, .stride = stride, .groups = hidden},
                         OpKind::Relu6);
    x = builder.conv(x, next(), {.out = out});
    x = builder.batchNorm(x, next());
    return stride == 1 && in == out ? builder.add(x, input) : x;
}

/// One row of tables 1 and 2 in Howard et al. 2019.
struct V3Block
{
    int kernel;
    int hidden;
    int out;
    bool squeeze; ///< With squeeze and excitation.
    OpKind activation;
    int stride;
};

/// Squeeze and excitation (Hu et al. 2018) as two 1×1 convolutions.
int squeezeExcite(PlanBuilder& builder, int maps, const std::string& name, int squeezed,
                  OpKind activation, OpKind gate)
{
    const int channels = builder.channels(maps);
    int x = builder.apply(OpKind::GlobalAverage, maps);
    x = builder.conv(x, name + ".fc1", {.out = squeezed, .bias = true});
    x = builder.apply(activation, x);
    x = builder.conv(x, name + ".fc2", {.out = channels, .bias = true});
    return builder.scale(maps, builder.apply(gate, x));
}

int v3Block(PlanBuilder& builder, int input, const std::string& name, const V3Block& block)
{
    const int in = builder.channels(input);
    int part = 0;
    const auto next = [&] { return name + ".block." + std::to_string(part++); };
    int x = input;
    if (block.hidden != in)
        x = builder.convNorm(x, next(), {.out = block.hidden}, block.activation);
    x = builder.convNorm(x, next(),
                         {.out = block.hidden,
                          .kernel = block.kernel,
                          .stride = block.stride,
                          .groups = block.hidden},
                         block.activation);
    if (block.squeeze)
        x = squeezeExcite(builder, x, next(), divisibleBy8(block.hidden / 4), OpKind::Relu,
                          OpKind::HardSigmoid);
    x = builder.convNorm(x, next(), {.out = block.out}, OpKind::Input);
    return block.stride == 1 && in == block.out ? builder.add(x, input) : x;
}

int appendMobilenetV3(PlanBuilder& builder, int input, std::span<const V3Block> blocks)
{
    builder.setBatchNorm(1e-3, 1e-2);
    builder.nextStage();
    int index = 0;
    const auto next = [&] { return "features." + std::to_string(index++); };
    int x = builder.convNorm(input, next(), {.out = 16, .kernel = 3, .stride = 2},
                             OpKind::HardSwish);
    for (const V3Block& block : blocks) {
        builder.nextStage();
        x = v3Block(builder, x, next(), block);
    }
    builder.nextStage();
    x = builder.convNorm(x, next(), {.out = 6 * builder.channels(x)}, OpKind::HardSwish);
    builder.setBatchNorm(1e-5, 0.1);
    return x;
}

/// Inverted residual with squeeze and excitation and stochastic depth (Tan and Le 2019).
int efficientBlock(PlanBuilder& builder, int input, const std::string& name, int out, int kernel,
                   int stride, int ratio, double dropRate)
{
    const int in = builder.channels(input);
    const int hidden = in * ratio;
    int part = 0;
    const auto next = [&] { return name + ".block." + std::to_string(part++); };
    int x = input;
    if (ratio != 1)
        x = builder.convNorm(x, next(), {.out = hidden}, OpKind::Silu);
    x = builder.convNorm(x, next(),
                         {.out = hidden, .kernel = kernel, .stride = stride, .groups = hidden},
                         OpKind::Silu);
    x = squeezeExcite(builder, x, next(), std::max(1, in / 4), OpKind::Silu, OpKind::Sigmoid);
    x = builder.convNorm(x, next(), {.out = out}, OpKind::Input);
    if (stride != 1 || in != out)
        return x;
    if (dropRate > 0)
        x = builder.stochasticDepth(x, dropRate);
    return builder.add(x, input);
}

} // namespace

int appendMobilenetV2(PlanBuilder& builder, int input)
{
    struct Row
    {
        int ratio, out, count, stride;
    };
    static constexpr std::array<Row, 7> rows{{{1, 16, 1, 1},
                                              {6, 24, 2, 2},
                                              {6, 32, 3, 2},
                                              {6, 64, 4, 2},
                                              {6, 96, 3, 1},
                                              {6, 160, 3, 2},
                                              {6, 320, 1, 1}}};
    builder.nextStage();
    int index = 0;
    const auto next = [&] { return "features." + std::to_string(index++); };
    int x = builder.convNorm(input, next(), {.out = 32, .kernel = 3, .stride = 2}, OpKind::Relu6);
    for (const Row& row : rows)
        for (int i = 0; i < row.count; ++i) {
            builder.nextStage();
            x = invertedResidual(builder, x, next(), row.out, i == 0 ? row.stride : 1, row.ratio);
        }
    builder.nextStage();
    return builder.convNorm(x, next(), {.out = 1280}, OpKind::Relu6);
}

int appendMobilenetV3Small(PlanBuilder& builder, int input)
{
    constexpr OpKind re = OpKind::Relu;
    constexpr OpKind hs = OpKind::HardSwish;
    static constexpr std::array<V3Block, 11> blocks{{{3, 16, 16, true, re, 2},
                                                     {3, 72, 24, false, re, 2},
                                                     {3, 88, 24, false, re, 1},
                                                     {5, 96, 40, true, hs, 2},
                                                     {5, 240, 40, true, hs, 1},
                                                     {5, 240, 40, true, hs, 1},
                                                     {5, 120, 48, true, hs, 1},
                                                     {5, 144, 48, true, hs, 1},
                                                     {5, 288, 96, true, hs, 2},
                                                     {5, 576, 96, true, hs, 1},
                                                     {5, 576, 96, true, hs, 1}}};
    return appendMobilenetV3(builder, input, blocks);
}

int appendMobilenetV3Large(PlanBuilder& builder, int input)
{
    constexpr OpKind re = OpKind::Relu;
    constexpr OpKind hs = OpKind::HardSwish;
    static constexpr std::array<V3Block, 15> blocks{{{3, 16, 16, false, re, 1},
                                                     {3, 64, 24, false, re, 2},
                                                     {3, 72, 24, false, re, 1},
                                                     {5, 72, 40, true, re, 2},
                                                     {5, 120, 40, true, re, 1},
                                                     {5, 120, 40, true, re, 1},
                                                     {3, 240, 80, false, hs, 2},
                                                     {3, 200, 80, false, hs, 1},
                                                     {3, 184, 80, false, hs, 1},
                                                     {3, 184, 80, false, hs, 1},
                                                     {3, 480, 112, true, hs, 1},
                                                     {3, 672, 112, true, hs, 1},
                                                     {5, 672, 160, true, hs, 2},
                                                     {5, 960, 160, true, hs, 1},
                                                     {5, 960, 160, true, hs, 1}}};
    return appendMobilenetV3(builder, input, blocks);
}

int appendEfficientnetB0(PlanBuilder& builder, int input)
{
    struct Row
    {
        int ratio, kernel, stride, out, count;
    };
    static constexpr std::array<Row, 7> rows{{{1, 3, 1, 16, 1},
                                              {6, 3, 2, 24, 2},
                                              {6, 5, 2, 40, 2},
                                              {6, 3, 2, 80, 3},
                                              {6, 5, 1, 112, 3},
                                              {6, 5, 2, 192, 4},
                                              {6, 3, 1, 320, 1}}};
    constexpr double blocks = 16;
    constexpr double lastDropRate = 0.2;
    builder.nextStage();
    int x = builder.convNorm(input, "features.0", {.out = 32, .kernel = 3, .stride = 2},
                             OpKind::Silu);
    int block = 0;
    int child = 1;
    for (const Row& row : rows) {
        builder.nextStage();
        const std::string name = "features." + std::to_string(child++) + ".";
        for (int i = 0; i < row.count; ++i)
            x = efficientBlock(builder, x, name + std::to_string(i), row.out, row.kernel,
                               i == 0 ? row.stride : 1, row.ratio, lastDropRate * block++ / blocks);
    }
    builder.nextStage();
    return builder.convNorm(x, "features.8", {.out = 1280}, OpKind::Silu);
}

} // namespace labelwright
