#include "core/model/model_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace labelwright {

namespace {

ModelSpec everyBlock()
{
    InputBlock input;
    input.preprocessing.width = 96;
    input.preprocessing.color = ColorMode::Grey;
    input.preprocessing.fit = Fit::Letterbox;
    input.augmentation.flipHorizontal = true;
    input.augmentation.cropMinScale = 0.5;
    return {{input,
             BackboneBlock{.name = "resnet18", .pretrained = false, .frozen = false, .frozenStages = 2},
             ConvBlock{.filters = 48, .kernel = 5, .stride = 2, .batchNorm = false},
             ResidualBlock{.filters = 96, .stride = 2},
             PoolingBlock{PoolingKind::GlobalAverageMax},
             DropoutBlock{0.35},
             DenseBlock{17},
             ActivationBlock{ActivationKind::HardSwish},
             TargetBlock{.loss = LossKind::Asymmetric,
                         .positiveWeightCap = 3,
                         .gammaPositive = 1,
                         .gammaNegative = 2,
                         .clip = 0.1,
                         .labelSmoothing = 0.2}}};
}

QString refusal(const char* text)
{
    const Result<ModelSpec> spec = modelSpecFromText(text);
    return spec ? QStringLiteral("(accepted)") : spec.error().summary;
}

} // namespace

TEST(ModelJson, EveryBlockSurvivesTheRoundTrip)
{
    const ModelSpec spec = everyBlock();
    const auto read = modelSpecFromText(QJsonDocument(toJson(spec)).toJson());
    ASSERT_TRUE(read) << read.error().summary.toStdString();
    EXPECT_EQ(*read, spec);
}

TEST(ModelJson, EveryWordSurvivesTheRoundTrip)
{
    ModelSpec spec;
    for (auto kind : {PoolingKind::Max, PoolingKind::Average, PoolingKind::GlobalAverage,
                      PoolingKind::GlobalMax, PoolingKind::GlobalAverageMax})
        spec.blocks.push_back(PoolingBlock{kind});
    for (auto kind : {ActivationKind::Relu, ActivationKind::HardSwish, ActivationKind::Sigmoid,
                      ActivationKind::Softmax})
        spec.blocks.push_back(ActivationBlock{kind});
    for (auto loss : {LossKind::BinaryCrossentropy, LossKind::Asymmetric, LossKind::Focal})
        spec.blocks.push_back(TargetBlock{.loss = loss});
    const auto read = modelSpecFromJson(toJson(spec));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, spec);
}

TEST(ModelJson, MembersLeftOutKeepTheirDefault)
{
    const auto spec = modelSpecFromText(
        R"({"blocks": [{"block": "input", "preprocessing": {"width": 64}}, {"block": "conv"}]})");
    ASSERT_TRUE(spec) << spec.error().summary.toStdString();
    InputBlock input;
    input.preprocessing.width = 64;
    EXPECT_EQ(*spec, (ModelSpec{{input, ConvBlock{}}}));
}

struct BadSpec
{
    const char* text;
    const char* sentence;
};

TEST(ModelJson, MistakesAreRefusedByBlockAndMember)
{
    const BadSpec bad[] = {
        {"[]", "The model spec must be a JSON object with a list named \"blocks\"."},
        {"{}", "The model spec needs a list named \"blocks\"."},
        {R"({"blocks": {}})", "The model spec needs a list named \"blocks\"."},
        {R"({"blocks": [], "x": 1})",
         "The model spec: \"x\" is not known; the members are blocks."},
        {R"({"blocks": [7]})", "Block 1 must be an object with a member \"block\"."},
        {R"({"blocks": [{"kernel": 3}]})",
         "Block 1: \"block\" must be input, backbone, conv, residual, pooling, dropout, dense, "
         "activation or target."},
        {R"({"blocks": [{"block": "conv"}, {"block": "conv", "kernal": 3}]})",
         "Block 2 (conv): \"kernal\" is not known; the members are block, filters, kernel, stride, "
         "batchNorm."},
        {R"({"blocks": [{"block": "conv", "kernel": 4}]})",
         "Block 1 (conv): \"kernel\" must be an odd whole number from 1 to 11."},
        {R"({"blocks": [{"block": "conv", "filters": 2.5}]})",
         "Block 1 (conv): \"filters\" must be a whole number from 1 to 4096."},
        {R"({"blocks": [{"block": "conv", "filters": "many"}]})",
         "Block 1 (conv): \"filters\" must be a whole number from 1 to 4096."},
        {R"({"blocks": [{"block": "conv", "batchNorm": 1}]})",
         "Block 1 (conv): \"batchNorm\" must be true or false."},
        {R"({"blocks": [{"block": "residual", "stride": 3}]})",
         "Block 1 (residual): \"stride\" must be a whole number from 1 to 2."},
        {R"({"blocks": [{"block": "dropout", "rate": 1}]})",
         "Block 1 (dropout): \"rate\" must be a number from 0 to below 1."},
        {R"({"blocks": [{"block": "dropout", "rate": null}]})",
         "Block 1 (dropout): \"rate\" must be a number from 0 to below 1."},
        {R"({"blocks": [{"block": "dense", "nodes": -1}]})",
         "Block 1 (dense): \"nodes\" must be a whole number from 0 to 65536."},
        {R"({"blocks": [{"block": "activation", "kind": "tanh"}]})",
         "Block 1 (activation): \"kind\" must be relu, hardSwish, sigmoid or softmax."},
        {R"({"blocks": [{"block": "pooling", "kind": 3}]})",
         "Block 1 (pooling): \"kind\" must be max, average, globalAverage, globalMax or "
         "globalAverageMax."},
        {R"({"blocks": [{"block": "target", "clip": 0.6}]})",
         "Block 1 (target): \"clip\" must be a number from 0 to 0.5."},
        {R"({"blocks": [{"block": "target", "loss": "crossentropy"}]})",
         "Block 1 (target): \"loss\" must be binaryCrossentropy, asymmetric or focal."},
        {R"({"blocks": [{"block": "backbone", "name": 18}]})",
         "Block 1 (backbone): \"name\" must be a text."},
        {R"({"blocks": [{"block": "input", "preprocessing": 3}]})",
         "Block 1 (input): \"preprocessing\" must be an object."},
        {R"({"blocks": [{"block": "input", "preprocessing": {"size": 3}}]})",
         "Block 1 (input): \"size\" in \"preprocessing\" is not known; the members are color, fit, "
         "height, mean, stddev, width."},
    };
    for (const BadSpec& spec : bad)
        EXPECT_EQ(refusal(spec.text), QLatin1String(spec.sentence)) << spec.text;
}

TEST(ModelJson, MistakesInPreprocessingAndAugmentationNameTheBlock)
{
    for (const char* text :
         {R"({"blocks": [{"block": "input", "preprocessing": {"width": 4}}]})",
          R"({"blocks": [{"block": "input", "preprocessing": {"fit": "squash"}}]})",
          R"({"blocks": [{"block": "input", "augmentation": {"cropMinScale": 0}}]})",
          R"({"blocks": [{"block": "input", "augmentation": {"flip": true}}]})"})
        EXPECT_TRUE(refusal(text).startsWith("Block 1 (input): ")) << refusal(text).toStdString();
}

TEST(ModelJson, SyntaxErrorsNameTheLine)
{
    EXPECT_TRUE(refusal("").startsWith("The model spec is no JSON: line 1, column "));
    EXPECT_TRUE(refusal("{\n  \"blocks\": [\n  }\n").startsWith(
        "The model spec is no JSON: line 3, column "));
}

} // namespace labelwright
