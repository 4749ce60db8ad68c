#include "core/nn/backbone_plans.h"

namespace labelwright {

namespace {

/// Fire module (Iandola et al. 2016): 1×1 squeeze, then 1×1 and 3×3 expansion side by side.
int fire(PlanBuilder& builder, int x, const std::string& name, int squeeze, int expand)
{
    builder.nextStage();
    x = builder.conv(x, name + ".squeeze", {.out = squeeze, .bias = true});
    x = builder.apply(OpKind::Relu, x);
    const int one = builder.apply(
        OpKind::Relu, builder.conv(x, name + ".expand1x1", {.out = expand, .bias = true}));
    const int three = builder.apply(
        OpKind::Relu,
        builder.conv(x, name + ".expand3x3", {.out = expand, .kernel = 3, .bias = true}));
    return builder.concat(one, three);
}

} // namespace

int appendSqueezenet11(PlanBuilder& builder, int input)
{
    builder.nextStage();
    int x = builder.conv(input, "features.0",
                         {.out = 64, .kernel = 3, .stride = 2, .bias = true, .padding = 0});
    x = builder.apply(OpKind::Relu, x);
    x = builder.maxPool(x, 3, 2, 0, true);
    x = fire(builder, x, "features.3", 16, 64);
    x = fire(builder, x, "features.4", 16, 64);
    x = builder.maxPool(x, 3, 2, 0, true);
    x = fire(builder, x, "features.6", 32, 128);
    x = fire(builder, x, "features.7", 32, 128);
    x = builder.maxPool(x, 3, 2, 0, true);
    x = fire(builder, x, "features.9", 48, 192);
    x = fire(builder, x, "features.10", 48, 192);
    x = fire(builder, x, "features.11", 64, 256);
    return fire(builder, x, "features.12", 64, 256);
}

} // namespace labelwright
