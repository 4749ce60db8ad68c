#include "core/nn/backbone_plans.h"

#include <array>

namespace labelwright {

namespace {

enum class ResnetBlock { Basic, Bottleneck };

/// The input of a block as it is added at its end: projected where the shape changes.
int shortcut(PlanBuilder& builder, int input, const std::string& name, int out, int stride)
{
    if (stride == 1 && builder.channels(input) == out)
        return input;
    return builder.convNorm(input, name + ".downsample", {.out = out, .stride = stride},
                            OpKind::Input);
}

int convNormNumbered(PlanBuilder& builder, int x, const std::string& name, int number,
                     const ConvShape& shape)
{
    x = builder.conv(x, name + ".conv" + std::to_string(number), shape);
    return builder.batchNorm(x, name + ".bn" + std::to_string(number));
}

int basicBlock(PlanBuilder& builder, int input, const std::string& name, int width, int stride)
{
    int x = convNormNumbered(builder, input, name, 1,
                             {.out = width, .kernel = 3, .stride = stride});
    x = builder.apply(OpKind::Relu, x);
    x = convNormNumbered(builder, x, name, 2, {.out = width, .kernel = 3});
    return builder.apply(OpKind::Relu,
                         builder.add(x, shortcut(builder, input, name, width, stride)));
}

/// With the stride in the 3×3 convolution, as torchvision does.
int bottleneck(PlanBuilder& builder, int input, const std::string& name, int width, int stride)
{
    int x = builder.apply(OpKind::Relu,
                          convNormNumbered(builder, input, name, 1, {.out = width}));
    x = convNormNumbered(builder, x, name, 2, {.out = width, .kernel = 3, .stride = stride});
    x = builder.apply(OpKind::Relu, x);
    x = convNormNumbered(builder, x, name, 3, {.out = 4 * width});
    return builder.apply(OpKind::Relu,
                         builder.add(x, shortcut(builder, input, name, 4 * width, stride)));
}

int appendResnet(PlanBuilder& builder, int input, ResnetBlock kind,
                 const std::array<int, 4>& counts)
{
    builder.nextStage();
    int x = builder.conv(input, "conv1", {.out = 64, .kernel = 7, .stride = 2});
    x = builder.apply(OpKind::Relu, builder.batchNorm(x, "bn1"));
    x = builder.maxPool(x, 3, 2, 1, false);
    int width = 64;
    for (int layer = 1; layer <= 4; ++layer, width *= 2) {
        builder.nextStage();
        for (int i = 0; i < counts[static_cast<std::size_t>(layer - 1)]; ++i) {
            const std::string name = "layer" + std::to_string(layer) + "." + std::to_string(i);
            const int stride = layer > 1 && i == 0 ? 2 : 1;
            x = kind == ResnetBlock::Basic ? basicBlock(builder, x, name, width, stride)
                                           : bottleneck(builder, x, name, width, stride);
        }
    }
    return x;
}

} // namespace

int appendResnet18(PlanBuilder& builder, int input)
{
    return appendResnet(builder, input, ResnetBlock::Basic, {2, 2, 2, 2});
}

int appendResnet50(PlanBuilder& builder, int input)
{
    return appendResnet(builder, input, ResnetBlock::Bottleneck, {3, 4, 6, 3});
}

} // namespace labelwright
