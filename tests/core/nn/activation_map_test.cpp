#include "core/nn/activation_map.h"

#include "core/base/random.h"
#include "core/nn/lowered_graph.h"
#include "core/nn/spec_plan.h"
#include "core/nn/weights_file.h"
#include "tests/core/nn/network_specs.h"
#include "tests/core/nn/torch_file.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace labelwright {

using namespace tests;

namespace {

constexpr int labels = 5;

Pixels randomImage(int width, int height, int channels = 3)
{
    Random random(5);
    Pixels image{width, height, channels, {}};
    for (int i = 0; i < width * height * channels; ++i)
        image.data.push_back(static_cast<std::uint8_t>(random.below(256)));
    return image;
}

QString writeWeights(const QTemporaryDir& folder, const ModelSpec& spec, std::uint64_t seed = 2)
{
    const QString path = folder.filePath(QStringLiteral("best.safetensors"));
    EXPECT_TRUE(writeCheckpoint(path, randomTensors(planNetwork(spec, labels), seed), {}));
    return path;
}

std::vector<ActivationMap> mapsOf(const ModelSpec& spec, const QString& weights, PixelsView image)
{
    const auto mapper = ActivationMapper::open(spec, labels, weights, 1);
    EXPECT_TRUE(mapper) << mapper.error().summary.toStdString();
    auto maps = mapper ? mapper->maps(image) : Result<std::vector<ActivationMap>>();
    EXPECT_TRUE(maps) << maps.error().detail.toStdString();
    return maps ? *std::move(maps) : std::vector<ActivationMap>();
}

void expectMaps(const std::vector<ActivationMap>& maps, int width, int height)
{
    ASSERT_EQ(maps.size(), std::size_t(labels));
    bool differ = false;
    bool any = false;
    for (const ActivationMap& map : maps) {
        EXPECT_EQ(map.width, width);
        EXPECT_EQ(map.height, height);
        ASSERT_EQ(map.values.size(), static_cast<std::size_t>(width * height));
        for (const float value : map.values)
            EXPECT_TRUE(value >= 0 && value <= 1) << value;
        const float most = *std::ranges::max_element(map.values);
        EXPECT_TRUE(most == 0 || std::abs(most - 1) < 1e-6F) << most;
        any = any || most > 0;
        differ = differ || map.values != maps.front().values;
    }
    EXPECT_TRUE(any);
    EXPECT_TRUE(differ) << "every label has the same map";
}

/// Input, one convolution with batch norm and ReLU, global average, dense.
ModelSpec averageAndDense(int width, int height)
{
    InputBlock input;
    input.preprocessing.width = width;
    input.preprocessing.height = height;
    return {{input, ConvBlock{6, 3, 2, true}, PoolingBlock{}, DenseBlock{}, ActivationBlock{},
             TargetBlock{}}};
}

/// The 3×3 convolution of stride 2 and padding 1 with its ReLU, [filters][row][column], written
/// out.
std::vector<std::vector<double>> featureMaps(const LoweredGraph& graph, const Pixels& image)
{
    const Op& conv = graph.plan.ops[1];
    const int width = (image.width + 1) / 2;
    const int height = (image.height + 1) / 2;
    std::vector<std::vector<double>> maps;
    for (int filter = 0; filter < conv.outChannels; ++filter) {
        maps.emplace_back();
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                double sum = static_cast<double>(graph.biases[1][std::size_t(filter)]);
                for (int k = 0; k < 27; ++k) {
                    const int c = k / 9;
                    const int row = 2 * y + k / 3 % 3 - 1;
                    const int column = 2 * x + k % 3 - 1;
                    if (row < 0 || column < 0 || row >= image.height || column >= image.width)
                        continue;
                    const double value = image.data[std::size_t((row * image.width + column) * 3 + c)];
                    const auto channel = std::size_t(c);
                    sum += static_cast<double>(graph.weights[1][std::size_t(filter * 27 + k)])
                           * (value / 255 - static_cast<double>(graph.plan.mean[channel]))
                           / static_cast<double>(graph.plan.stddev[channel]);
                }
                maps.back().push_back(std::max(0.0, sum));
            }
    }
    return maps;
}

} // namespace

TEST(ActivationMap, EqualsTheWeightedSumOfMapsBehindAverageAndDense)
{
    const QTemporaryDir folder;
    const Pixels image = randomImage(18, 12);
    const ModelSpec spec = averageAndDense(18, 12);
    const QString weights = writeWeights(folder, spec);
    const auto graph = lowerCheckpoint(spec, labels, weights);
    ASSERT_TRUE(graph);
    const auto features = featureMaps(*graph, image);
    const std::vector<float>& dense = graph->weights.back();
    const auto maps = mapsOf(spec, weights, image);
    expectMaps(maps, 9, 6);
    for (std::size_t label = 0; label < maps.size(); ++label) {
        std::vector<double> heat(54, 0.0);
        for (std::size_t filter = 0; filter < features.size(); ++filter)
            for (std::size_t i = 0; i < heat.size(); ++i)
                heat[i] += static_cast<double>(dense[label * features.size() + filter])
                           * features[filter][i];
        const double most = std::max(0.0, *std::ranges::max_element(heat));
        for (std::size_t i = 0; i < heat.size(); ++i)
            EXPECT_NEAR(static_cast<double>(maps[label].values[i]),
                        most > 0 ? std::max(0.0, heat[i]) / most : 0.0, 1e-4);
    }
}

TEST(ActivationMap, ShowsTheLastMapsOfABackbone)
{
    const QTemporaryDir folder;
    const ModelSpec spec = backboneSpec(QStringLiteral("mobilenet_v2"), 96, 64);
    const QString weights = writeWeights(folder, spec);
    const Pixels image = randomImage(96, 64);
    const auto maps = mapsOf(spec, weights, image);
    expectMaps(maps, 3, 2);
    EXPECT_EQ(mapsOf(spec, weights, image).front().values, maps.front().values);
}

TEST(ActivationMap, ShowsGreyImagesToo)
{
    const QTemporaryDir folder;
    const ModelSpec spec = backboneSpec(QStringLiteral("mobilenet_v3_small"), 96, 64,
                                        ColorMode::Grey);
    expectMaps(mapsOf(spec, writeWeights(folder, spec), randomImage(96, 64, 1)), 3, 2);
}

TEST(ActivationMap, LooksThroughAnyHead)
{
    const QTemporaryDir folder;
    const ModelSpec spec = scratchSpec(72, 56);
    expectMaps(mapsOf(spec, writeWeights(folder, spec), randomImage(72, 56)), 4, 3);
}

TEST(ActivationMap, SaysWhenThereIsNothingToLookInto)
{
    const QTemporaryDir folder;
    InputBlock input;
    input.preprocessing.width = input.preprocessing.height = 16;
    const ModelSpec spec{{input, PoolingBlock{}, DenseBlock{}, ActivationBlock{}, TargetBlock{}}};
    const auto mapper = ActivationMapper::open(spec, labels, writeWeights(folder, spec), 1);
    ASSERT_FALSE(mapper);
    EXPECT_TRUE(mapper.error().summary.contains(QStringLiteral("no feature maps")));
}

TEST(ActivationMap, RefusesOtherImagesAndOtherWeights)
{
    const QTemporaryDir folder;
    const ModelSpec spec = averageAndDense(18, 12);
    const QString weights = writeWeights(folder, spec);
    const auto mapper = ActivationMapper::open(spec, labels, weights, 1);
    ASSERT_TRUE(mapper);
    const auto refused = mapper->maps(randomImage(12, 18));
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains(QStringLiteral("18 × 12")));
    EXPECT_FALSE(ActivationMapper::open(spec, labels + 1, weights, 1));
    EXPECT_FALSE(ActivationMapper::open(spec, labels, weights + QStringLiteral("x"), 1));
}

} // namespace labelwright
