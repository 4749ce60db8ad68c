#include "core/model/backbone_facts.h"

#include <array>

namespace labelwright {

namespace {

// Parameters and multiply-adds counted with torchvision 0.14 (its `features`, or everything before
// the global pooling); accuracies, sizes and addresses are those of its IMAGENET1K_V1 weights.
std::array<BackboneFacts, 8> makeBackbones()
{
    const QString base = QStringLiteral("https://download.pytorch.org/models/");
    return {{
        {"mobilenet_v3_small", "MobileNetV3 small", 576, 13, 927'008, 54'896'576, 67.67, 10'300'000,
         base + "mobilenet_v3_small-047dcff4.pth"},
        {"shufflenet_v2_x1_0", "ShuffleNetV2 ×1.0", 1024, 5, 1'253'604, 143'883'992, 69.36,
         9'200'000, base + "shufflenetv2_x1-5666bf0f80.pth"},
        {"mobilenet_v3_large", "MobileNetV3 large", 960, 17, 2'971'952, 214'080'960, 74.04,
         22'100'000, base + "mobilenet_v3_large-8738ca79.pth"},
        {"squeezenet1_1", "SqueezeNet 1.1", 512, 9, 722'496, 262'623'936, 58.18, 5'000'000,
         base + "squeezenet1_1-b8a52dc0.pth"},
        {"mobilenet_v2", "MobileNetV2", 1280, 19, 2'223'872, 299'494'272, 71.88, 14'200'000,
         base + "mobilenet_v2-b0353104.pth"},
        {"efficientnet_b0", "EfficientNet-B0", 1280, 9, 4'007'548, 384'534'752, 77.69, 21'400'000,
         base + "efficientnet_b0_rwightman-3dd342df.pth"},
        {"resnet18", "ResNet-18", 512, 5, 11'176'512, 1'813'561'344, 69.76, 46'800'000,
         base + "resnet18-f37072fd.pth"},
        {"resnet50", "ResNet-50", 2048, 5, 23'508'032, 4'087'136'256, 76.13, 102'500'000,
         base + "resnet50-0676ba61.pth"},
    }};
}

const std::array<BackboneFacts, 8>& backbones()
{
    static const std::array<BackboneFacts, 8> all = makeBackbones();
    return all;
}

/// Side after a window of 3 with stride 2 and no padding; `roundUp` as in torch's ceil_mode.
int halvedWithoutPadding(int side, bool roundUp)
{
    return side < 3 ? 0 : (side - 3 + (roundUp ? 1 : 0)) / 2 + 1;
}

} // namespace

std::span<const BackboneFacts> allBackbones()
{
    return backbones();
}

const BackboneFacts* backboneFacts(const QString& name)
{
    for (const BackboneFacts& facts : backbones())
        if (facts.name == name)
            return &facts;
    return nullptr;
}

int backboneOutputSide(const QString& name, int inputSide)
{
    if (inputSide < smallestBackboneInput)
        return 0;
    if (name != QStringLiteral("squeezenet1_1"))
        return (inputSide + 31) / 32; // Five padded windows of stride 2, each rounding up.
    int side = halvedWithoutPadding(inputSide, false);
    for (int pooling = 0; pooling < 3; ++pooling)
        side = halvedWithoutPadding(side, true);
    return side;
}

} // namespace labelwright
