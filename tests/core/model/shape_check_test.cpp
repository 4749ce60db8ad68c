#include "core/model/shape_check.h"

#include "core/model/backbone_facts.h"

#include <gtest/gtest.h>

#include <limits>

namespace labelwright {

namespace {

constexpr int labels = 7;

InputBlock input(int width, int height, ColorMode color = ColorMode::Rgb)
{
    InputBlock block;
    block.preprocessing.width = width;
    block.preprocessing.height = height;
    block.preprocessing.color = color;
    return block;
}

ActivationBlock sigmoid()
{
    return {ActivationKind::Sigmoid};
}

/// A spec that is good but for what `middle` holds.
ModelSpec withMiddle(std::vector<Block> middle, int side = 64)
{
    ModelSpec spec{{input(side, side)}};
    spec.blocks.insert(spec.blocks.end(), middle.begin(), middle.end());
    spec.blocks.insert(spec.blocks.end(), {DenseBlock{}, sigmoid(), TargetBlock{}});
    return spec;
}

PoolingBlock globalPooling()
{
    return {PoolingKind::GlobalAverage};
}

void expectProblem(const ModelSpec& spec, int block, const char* part)
{
    const SpecCheck check = checkSpec(spec, labels);
    EXPECT_EQ(check.shapes.size(), spec.blocks.size());
    bool found = false;
    QString all;
    for (const SpecProblem& problem : check.problems) {
        found = found || (problem.block == block && problem.sentence.contains(QString::fromUtf8(part)));
        all += problem.sentence + QLatin1Char('\n');
    }
    EXPECT_TRUE(found) << part << " not among:\n" << all.toStdString();
    EXPECT_FALSE(requireValidSpec(spec, labels));
}

} // namespace

TEST(ShapeCheck, FollowsShapesThroughAllBlocks)
{
    const ModelSpec spec{{input(100, 64),
                          ConvBlock{.filters = 16, .kernel = 5, .stride = 3},
                          PoolingBlock{PoolingKind::Max},
                          ResidualBlock{.filters = 32, .stride = 2},
                          ConvBlock{.filters = 8, .kernel = 3, .stride = 1, .batchNorm = false},
                          PoolingBlock{PoolingKind::Average},
                          PoolingBlock{PoolingKind::GlobalAverageMax},
                          DropoutBlock{0.5},
                          DenseBlock{10},
                          ActivationBlock{ActivationKind::Relu},
                          DenseBlock{},
                          sigmoid(),
                          TargetBlock{}}};
    const SpecCheck check = checkSpec(spec, labels);
    ASSERT_TRUE(check.ok()) << check.problems.front().sentence.toStdString();
    const char* outputs[] = {"3×64×100", "16×22×34", "16×11×17", "32×6×9", "8×6×9", "8×3×4", "16",
                             "16",       "10",       "10",       "7",      "7",     "7"};
    for (std::size_t i = 0; i < check.shapes.size(); ++i)
        EXPECT_EQ(check.shapes[i].output, QString::fromUtf8(outputs[i])) << "block " << i + 1;
    EXPECT_EQ(check.shapes[1].parameters, 5 * 5 * 3 * 16 + 2 * 16);
    EXPECT_EQ(check.shapes[1].multiplyAdds, 5 * 5 * 3 * 16 * 22 * 34);
    EXPECT_EQ(check.shapes[3].parameters, 9 * 16 * 32 + 9 * 32 * 32 + 16 * 32 + 6 * 32);
    EXPECT_EQ(check.shapes[4].parameters, 9 * 32 * 8 + 8);
    EXPECT_EQ(check.shapes[8].parameters, 17 * 10);
    EXPECT_EQ(check.shapes[10].multiplyAdds, 70);
    EXPECT_EQ(check.shapes[6].height, 0);
}

TEST(ShapeCheck, ResidualBlockWithoutChangeNeedsNoProjection)
{
    const auto check = checkSpec(
        withMiddle({ConvBlock{.filters = 32}, ResidualBlock{.filters = 32}, globalPooling()}),
        labels);
    EXPECT_TRUE(check.ok());
    EXPECT_EQ(check.shapes[2].parameters, 2 * 9 * 32 * 32 + 4 * 32);
}

TEST(ShapeCheck, EveryBackboneGivesItsFeatureMaps)
{
    for (const BackboneFacts& facts : allBackbones()) {
        ModelSpec spec = withMiddle({BackboneBlock{.name = facts.name}, globalPooling()}, 224);
        const SpecCheck check = checkSpec(spec, labels);
        ASSERT_TRUE(check.ok()) << check.problems.front().sentence.toStdString();
        EXPECT_EQ(check.shapes[1].channels, facts.channels);
        EXPECT_EQ(check.shapes[1].height, facts.name == "squeezenet1_1" ? 13 : 7);
        EXPECT_EQ(check.shapes[1].parameters, facts.parameters);
        EXPECT_EQ(check.shapes[1].multiplyAdds, facts.multiplyAdds);
        find<InputBlock>(spec)->preprocessing.color = ColorMode::Grey;
        EXPECT_TRUE(checkSpec(spec, labels).ok()) << "grey images are repeated to three channels";
    }
}

TEST(ShapeCheck, OrderIsChecked)
{
    expectProblem({{ConvBlock{}, globalPooling(), DenseBlock{}, sigmoid(), TargetBlock{}}}, 0,
                  "the first block must be the input");
    expectProblem({{input(64, 64), globalPooling(), DenseBlock{}, sigmoid()}}, 3,
                  "the last block must be the target");
    expectProblem(withMiddle({input(64, 64), globalPooling()}), 1,
                  "the input must be the first block");
    expectProblem(withMiddle({TargetBlock{}, globalPooling()}), 1,
                  "the target must be the last block");
    expectProblem({{input(64, 64), globalPooling(), DenseBlock{}, TargetBlock{}}}, 3,
                  "a Sigmoid activation must stand before the target");
    expectProblem({{input(64, 64), globalPooling(), sigmoid(), TargetBlock{}}}, 2,
                  "a dense layer with one node per label");
    expectProblem({{input(64, 64)}}, 0, "the last block must be the target");
    expectProblem({{TargetBlock{}}}, 0, "the first block must be the input");
    EXPECT_EQ(checkSpec({}, labels).problems.size(), 1U);
    EXPECT_EQ(checkSpec(withMiddle({globalPooling()}), 0).problems.size(), 1U);
}

TEST(ShapeCheck, TheHeadMustGiveOneScorePerLabel)
{
    ModelSpec spec = withMiddle({globalPooling()});
    for (int nodes : {0, labels}) {
        find<DenseBlock>(spec)->nodes = nodes;
        EXPECT_TRUE(checkSpec(spec, labels).ok());
    }
    find<DenseBlock>(spec)->nodes = 8;
    expectProblem(spec, 2, "the last dense layer has 8 nodes for 7 labels");
    find<DenseBlock>(spec)->nodes = 0;
    find<ActivationBlock>(spec)->kind = ActivationKind::Softmax;
    expectProblem(spec, 3, "Softmax makes the labels exclude one another");
    find<ActivationBlock>(spec)->kind = ActivationKind::Relu;
    expectProblem(spec, 3, "use Sigmoid");
    expectProblem(withMiddle({globalPooling(), DenseBlock{}}), 2,
                  "0 nodes means one per label and belongs to the last dense layer");
}

TEST(ShapeCheck, ShapesThatDoNotFitAreRefused)
{
    expectProblem(withMiddle({}), 1, "put a global pooling before it");
    expectProblem(withMiddle({globalPooling(), ConvBlock{}}), 2, "needs feature maps");
    expectProblem(withMiddle({globalPooling(), globalPooling()}), 2, "needs feature maps");
    expectProblem(withMiddle({ConvBlock{.filters = 8, .kernel = 11}, globalPooling()}, 10), 1,
                  "kernel 11×11 is larger than the feature map of 10×10");
    std::vector<Block> halvings(4, PoolingBlock{PoolingKind::Average});
    expectProblem(withMiddle(halvings, 8), 4, "too small to be halved");
    expectProblem(withMiddle({ActivationBlock{ActivationKind::Softmax}, globalPooling()}), 1,
                  "Softmax needs a vector");
}

TEST(ShapeCheck, BackbonesAreCheckedForPlaceAndUse)
{
    const BackboneBlock backbone{.name = "mobilenet_v2"};
    expectProblem(withMiddle({BackboneBlock{.name = "vgg16"}, globalPooling()}), 1,
                  "there is no backbone \"vgg16\"");
    expectProblem(withMiddle({backbone, globalPooling()}, 31), 1, "at least 32×32 pixels");
    expectProblem(withMiddle({ConvBlock{}, backbone, globalPooling()}), 2,
                  "put it right after the input");
    expectProblem(withMiddle({backbone, backbone, globalPooling()}), 2,
                  "there is a backbone already");
    expectProblem(withMiddle({backbone, ConvBlock{}, globalPooling()}), 1,
                  "a global pooling must follow a frozen backbone at once");
    expectProblem(withMiddle({BackboneBlock{.name = "mobilenet_v2", .pretrained = false},
                              globalPooling()}),
                  1, "must be pretrained");
    expectProblem(withMiddle({BackboneBlock{.name = "resnet18", .frozen = false, .frozenStages = 6},
                              globalPooling()}),
                  1, "resnet18 has 5 stages");
    EXPECT_TRUE(checkSpec(withMiddle({BackboneBlock{.name = "resnet18", .frozen = false},
                                      ConvBlock{.kernel = 1}, globalPooling()}),
                          labels)
                    .ok());
}

TEST(ShapeCheck, ValuesOutOfRangeAndMonstersAreRefused)
{
    expectProblem(withMiddle({ConvBlock{.filters = 0}, globalPooling()}), 1, "\"filters\" must be");
    expectProblem(withMiddle({ConvBlock{.kernel = 2}, globalPooling()}), 1, "\"kernel\" must be");
    expectProblem(withMiddle({ConvBlock{.stride = 0}, globalPooling()}), 1, "\"stride\" must be");
    expectProblem(withMiddle({globalPooling(), DropoutBlock{1.0}}), 2, "\"rate\" must be");
    expectProblem(withMiddle({globalPooling(),
                              DropoutBlock{std::numeric_limits<double>::quiet_NaN()}}),
                  2, "\"rate\" must be");
    expectProblem(withMiddle({globalPooling()}, 7), 0, "\"width\" must be");
    expectProblem(withMiddle({ConvBlock{.filters = 4096}, globalPooling()}, 4096), 1,
                  "values per image");
    expectProblem(withMiddle({globalPooling(), DenseBlock{65'536}, DenseBlock{65'536}}), 0,
                  "at most");
}

TEST(BackboneFacts, SidesAreThoseOfTorchvision)
{
    // Measured with torchvision 0.14.
    const std::pair<int, int> others[] = {{31, 0},  {32, 1},  {33, 2},  {64, 2},  {96, 3},
                                          {100, 4}, {193, 7}, {224, 7}, {225, 8}, {716, 23}};
    for (const auto& [side, expected] : others)
        EXPECT_EQ(backboneOutputSide("resnet50", side), expected) << side;
    const std::pair<int, int> squeezenet[] = {{31, 0},   {32, 1},  {33, 2},  {40, 2},
                                              {63, 3},   {96, 5},  {100, 6}, {128, 7},
                                              {150, 9},  {160, 9}, {193, 12}, {224, 13},
                                              {225, 14}, {716, 44}};
    for (const auto& [side, expected] : squeezenet)
        EXPECT_EQ(backboneOutputSide("squeezenet1_1", side), expected) << side;
}

TEST(BackboneFacts, AreSortedByWorkAndFoundByName)
{
    ASSERT_EQ(allBackbones().size(), 8U);
    for (std::size_t i = 1; i < allBackbones().size(); ++i)
        EXPECT_LT(allBackbones()[i - 1].multiplyAdds, allBackbones()[i].multiplyAdds);
    for (const BackboneFacts& facts : allBackbones())
        EXPECT_EQ(backboneFacts(facts.name), &facts);
    EXPECT_EQ(backboneFacts("alexnet"), nullptr);
}

} // namespace labelwright
