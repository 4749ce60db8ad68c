#include "core/nn/backbone_plans.h"

#include <array>

namespace labelwright {

namespace {

/// The branch that every unit has: 1×1, depthwise 3×3, 1×1.
int mainBranch(PlanBuilder& builder, int x, const std::string& name, int width, int stride)
{
    x = builder.conv(x, name + ".branch2.0", {.out = width});
    x = builder.apply(OpKind::Relu, builder.batchNorm(x, name + ".branch2.1"));
    x = builder.conv(x, name + ".branch2.3",
                     {.out = width, .kernel = 3, .stride = stride, .groups = width});
    x = builder.batchNorm(x, name + ".branch2.4");
    x = builder.conv(x, name + ".branch2.5", {.out = width});
    return builder.apply(OpKind::Relu, builder.batchNorm(x, name + ".branch2.6"));
}

/// The second branch of units that halve the size: depthwise 3×3, 1×1.
int sideBranch(PlanBuilder& builder, int x, const std::string& name, int width)
{
    const int in = builder.channels(x);
    x = builder.conv(x, name + ".branch1.0", {.out = in, .kernel = 3, .stride = 2, .groups = in});
    x = builder.batchNorm(x, name + ".branch1.1");
    x = builder.conv(x, name + ".branch1.2", {.out = width});
    return builder.apply(OpKind::Relu, builder.batchNorm(x, name + ".branch1.3"));
}

/// A unit of ShuffleNet V2 (Ma et al. 2018).
int unit(PlanBuilder& builder, int x, const std::string& name, int out, int stride)
{
    const int width = out / 2;
    if (stride == 2) {
        const int side = sideBranch(builder, x, name, width);
        return builder.shuffle(builder.concat(side, mainBranch(builder, x, name, width, 2)), 2);
    }
    const int kept = builder.slice(x, 0, width);
    const int changed = builder.slice(x, width, width);
    return builder.shuffle(builder.concat(kept, mainBranch(builder, changed, name, width, 1)), 2);
}

} // namespace

int appendShufflenetV2(PlanBuilder& builder, int input)
{
    static constexpr std::array<int, 3> repeats{4, 8, 4};
    static constexpr std::array<int, 3> widths{116, 232, 464};
    builder.nextStage();
    int x = builder.convNorm(input, "conv1", {.out = 24, .kernel = 3, .stride = 2}, OpKind::Relu);
    x = builder.maxPool(x, 3, 2, 1, false);
    for (std::size_t stage = 0; stage < repeats.size(); ++stage) {
        builder.nextStage();
        const std::string name = "stage" + std::to_string(stage + 2) + ".";
        for (int i = 0; i < repeats[stage]; ++i)
            x = unit(builder, x, name + std::to_string(i), widths[stage], i == 0 ? 2 : 1);
    }
    builder.nextStage();
    return builder.convNorm(x, "conv5", {.out = 1024}, OpKind::Relu);
}

} // namespace labelwright
