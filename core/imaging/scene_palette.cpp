#include "core/imaging/scene_canvas.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace labelwright {

namespace {

struct Gradient
{
    QRgb top;
    QRgb bottom;
};

constexpr std::array<Gradient, 12> skies{{
    {0x5b9bd5, 0xcfe6f5}, {0x9db7c9, 0xe6e3da}, {0x7a6fa3, 0xf4b183}, {0x2f3a6b, 0xe06c5f},
    {0x0e1a33, 0x2d4263}, {0x8a9299, 0xcfd3d4}, {0xd9a45b, 0xf6e3b0}, {0x5f7d74, 0xb9c7a9},
    {0xd98fa6, 0xf7dfd3}, {0x2a6f77, 0x9ecfc0}, {0x6b5c55, 0xb8a48f}, {0x4f8a5b, 0xc4d9a0},
}};
constexpr std::array<QRgb, 14> groundColors{0x6a994e, 0x8fae5d, 0xc9b458, 0x8a6fa0, 0x7d5a44,
                                            0xd9c08c, 0xd5dade, 0x2b4450, 0xa65a3a, 0x3f7f78,
                                            0x8d8d86, 0x5b86a8, 0x496b45, 0xa8c0cf};
constexpr std::array<QRgb, 10> waterColors{0x3d7ea6, 0x3a8f8a, 0x6d8b4f, 0x7d8a91, 0x7a6248,
                                           0x1d3350, 0xd193a0, 0xa9c6cf, 0xb7a468, 0x5a5f86};
constexpr std::array<QRgb, 11> foliageColors{0x3f6b3a, 0x5c8a45, 0x7d8b3a, 0xc7762e, 0xb5453a,
                                             0xd6b13e, 0xdb9fb5, 0x35666a, 0x22352c, 0x81898a,
                                             0x4b6d9a};
constexpr std::array<QRgb, 9> mountainColors{0x7c8288, 0x5f7791, 0x84674f, 0x6c5a83, 0xa8553d,
                                             0x5a7750, 0x33404d, 0xb89f7a, 0x4a8088};
constexpr std::array<QRgb, 9> wallColors{0xf2efe6, 0xe9d8ae, 0xb5ada0, 0xa65f48, 0xdcb75c,
                                         0x7f95a6, 0x5b4636, 0xd9a7a0, 0x8fa57d};
constexpr std::array<QRgb, 8> roofColors{0xa8402f, 0x4e5663, 0x6f4a33, 0x4f8f7c,
                                         0xb59a5c, 0x2b2d33, 0x2f6f80, 0x7c7f45};
constexpr std::array<QRgb, 7> lightColors{0xfff3c4, 0xffd27a, 0xff9f5a, 0xf4f4f0,
                                          0xf26b5b, 0xdfe9f2, 0xffe45e};

/// Colours that go together, dealt out to any use.
constexpr std::array<std::array<QRgb, 6>, 14> prints{{
    {0x264653, 0x2a9d8f, 0xe9c46a, 0xf4a261, 0xe76f51, 0xf1eee3},
    {0x355070, 0x6d597a, 0xb56576, 0xe56b6f, 0xeaac8b, 0xf3dfc8},
    {0x606c38, 0x283618, 0xfefae0, 0xdda15e, 0xbc6c25, 0x8a9a6b},
    {0x003049, 0x669bbc, 0xfdf0d5, 0xc1121f, 0x780000, 0x8fb3c8},
    {0xcad2c5, 0x84a98c, 0x52796f, 0x354f52, 0x2f3e46, 0xe6eae0},
    {0x22223b, 0x4a4e69, 0x9a8c98, 0xc9ada7, 0xf2e9e4, 0x6e6a86},
    {0x8ecae6, 0x219ebc, 0x023047, 0xffb703, 0xfb8500, 0xe8f3f7},
    {0xffcdb2, 0xffb4a2, 0xe5989b, 0xb5838d, 0x6d6875, 0x4a4554},
    {0x132a13, 0x31572c, 0x4f772d, 0x90a955, 0xecf39e, 0xc7cfa0},
    {0x5f0f40, 0x9a031e, 0xfb8b24, 0xe36414, 0x0f4c5c, 0xf2d9b8},
    {0x0d1b2a, 0x1b263b, 0x415a77, 0x778da9, 0xe0e1dd, 0xa9b4bf},
    {0x582f0e, 0x7f4f24, 0xa68a64, 0xb6ad90, 0x656d4a, 0x333d29},
    {0x2d3142, 0x4f5d75, 0xbfc0c0, 0xf5f3ef, 0xef8354, 0x8d99ae},
    {0x386641, 0x6a994e, 0xa7c957, 0xf2e8cf, 0xbc4749, 0x86b3a0},
}};

QColor varied(Random& random, QRgb rgb)
{
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    QColor(rgb).getHslF(&hue, &saturation, &lightness);
    const auto moved = [&](float value, double range) {
        return std::clamp(value + static_cast<float>(random.uniform(-range, range)), 0.0F, 1.0F);
    };
    const float newHue = std::fmod(std::max(hue, 0.0F) + 1.0F
                                       + static_cast<float>(random.uniform(-0.03, 0.03)),
                                   1.0F);
    const float newSaturation = std::min(moved(saturation, 0.1), 0.72F); // Paint, not neon.
    return QColor::fromHslF(newHue, newSaturation, moved(lightness, 0.1));
}

template <std::size_t count>
std::array<QColor, count> severalOf(Random& random, std::span<const QRgb> colors)
{
    std::array<QColor, count> result;
    for (QColor& color : result)
        color = varied(random, oneOf(random, colors));
    return result;
}

ScenePalette naturalPalette(Random& random)
{
    ScenePalette palette;
    const Gradient sky = oneOf(random, skies);
    palette.skyTop = varied(random, sky.top);
    palette.skyBottom = varied(random, sky.bottom);
    palette.grounds = severalOf<4>(random, groundColors);
    palette.water = varied(random, oneOf(random, waterColors));
    palette.mountain = varied(random, oneOf(random, mountainColors));
    palette.foliage = severalOf<3>(random, foliageColors);
    palette.walls = severalOf<3>(random, wallColors);
    palette.roofs = severalOf<3>(random, roofColors);
    palette.light = varied(random, oneOf(random, lightColors));
    return palette;
}

ScenePalette printPalette(Random& random)
{
    const std::array<QRgb, 6>& print = oneOf(random, prints);
    ScenePalette palette;
    palette.skyTop = varied(random, oneOf(random, print));
    palette.skyBottom = shaded(palette.skyTop, random.uniform(-0.12, 0.25));
    palette.grounds = severalOf<4>(random, print);
    palette.water = varied(random, oneOf(random, print));
    palette.mountain = varied(random, oneOf(random, print));
    palette.foliage = severalOf<3>(random, print);
    palette.walls = severalOf<3>(random, print);
    palette.roofs = severalOf<3>(random, print);
    palette.light = varied(random, oneOf(random, lightColors));
    return palette;
}

} // namespace

ScenePalette drawPalette(Random& random)
{
    return random.chance(0.55) ? naturalPalette(random) : printPalette(random);
}

QColor shaded(const QColor& color, double amount)
{
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    return QColor::fromHslF(std::max(hue, 0.0F), saturation,
                            std::clamp(lightness + static_cast<float>(amount), 0.03F, 0.97F));
}

QColor standingOut(const SceneCanvas& canvas, const QColor& color, QPointF where)
{
    constexpr double contrast = 0.22;
    const double scale = canvas.image.width() / sceneSide;
    const auto pixel = [&](double value) {
        return std::clamp(static_cast<int>(value * scale), 0, canvas.image.width() - 1);
    };
    const QColor behind(canvas.image.pixel(pixel(where.x()), pixel(where.y())));
    const double difference = static_cast<double>(color.lightnessF() - behind.lightnessF());
    if (std::abs(difference) >= contrast)
        return color;
    const bool goesLighter = behind.lightnessF() < 0.5F;
    return shaded(color, goesLighter ? contrast - difference : -contrast - difference);
}

} // namespace labelwright
