#include "core/nn/network.h"

#include "core/nn/activations.h"
#include "core/nn/autocast.h"
#include "core/nn/backbone_store.h"
#include "core/nn/network_weights.h"
#include "core/nn/backbone_plans.h"
#include "core/nn/safetensors.h"
#include "core/base/atomic_file.h"
#include "tests/core/nn/network_specs.h"
#include "tests/core/nn/torch_file.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

torch::Tensor images(int count, int height, int width, int channels = 3)
{
    return at::randint(0, 256, {count, height, width, channels},
                       at::make_generator<at::CPUGeneratorImpl>(4), at::kByte);
}

double difference(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a.to(at::kFloat) - b.to(at::kFloat)).abs().max().item<double>();
}

/// An activation's values and gradient for `input`.
template <class F>
std::pair<torch::Tensor, torch::Tensor> valueAndGradient(const torch::Tensor& input, F f)
{
    const torch::Tensor leaf = input.detach().clone().requires_grad_();
    // Multiplied, so that an in-place activation overwrites no leaf.
    const torch::Tensor value = f(leaf * 1);
    (value * value).sum().backward();
    return {value.detach(), leaf.grad()};
}

} // namespace

TEST(Activations, EqualTorchsOwn)
{
    const torch::Tensor plain = at::randn({2, 5, 7, 9}) * 5;
    const torch::Tensor special = at::tensor({-3.0F, 3.0F, 0.0F, 6.0F, -0.0F, 100.0F, -100.0F});
    for (const torch::Tensor& input :
         {plain, plain.contiguous(at::MemoryFormat::ChannelsLast), special}) {
        const auto expected6 = valueAndGradient(input, [](const torch::Tensor& x) {
            return at::hardtanh(x, 0, 6);
        });
        for (const bool inPlace : {false, true}) {
            const auto got = valueAndGradient(input, [inPlace](const torch::Tensor& x) {
                return relu6(x, inPlace);
            });
            EXPECT_EQ(difference(got.first, expected6.first), 0);
            EXPECT_EQ(difference(got.second, expected6.second), 0);
        }
        const auto swish = valueAndGradient(input, [](const torch::Tensor& x) {
            return at::hardswish(x);
        });
        const auto got = valueAndGradient(input, hardSwish);
        EXPECT_LT(difference(got.first, swish.first), 1e-5);
        if (!input.is_same(special)) { // At the kinks any slope between the sides is right.
            EXPECT_LT(difference(got.second, swish.second), 1e-3);
        }
        EXPECT_LT(difference(hardSigmoid(input), at::hardsigmoid(input)), 1e-6);
    }
}

TEST(Activations, WorkInBfloat16)
{
    const torch::Tensor input = (at::randn({3, 8, 16, 16}) * 4).to(at::kBFloat16);
    const auto check = [&](auto f) {
        const auto half = valueAndGradient(input, f);
        const auto full = valueAndGradient(input.to(at::kFloat), f);
        EXPECT_EQ(half.first.scalar_type(), at::kBFloat16);
        EXPECT_LT(difference(half.first, full.first), 0.05);
        EXPECT_LT(difference(half.second, full.second), 0.5);
    };
    check([](const torch::Tensor& x) { return relu6(x, true); });
    check(hardSwish);
}

TEST(Activations, KeepNaN)
{
    const torch::Tensor bad = at::full({4}, NAN);
    EXPECT_TRUE(relu6(bad, false).isnan().all().item<bool>());
    EXPECT_TRUE(hardSwish(bad).isnan().all().item<bool>());
    EXPECT_TRUE(relu6(bad.to(at::kBFloat16), false).isnan().all().item<bool>());
    EXPECT_TRUE(hardSwish(bad.to(at::kBFloat16)).isnan().all().item<bool>());
}

TEST(Network, TrainsEveryBackboneInBothPrecisions)
{
    for (const QString& name : backboneNames())
        for (const bool half : {false, true}) {
            const auto network = buildNetwork(backboneSpec(name, 64, 48), 5);
            network->train();
            const AutocastGuard autocast(half);
            const torch::Tensor logits = network->forward(images(4, 48, 64));
            EXPECT_EQ(logits.sizes(), (at::IntArrayRef{4, 5})) << name.toStdString();
            EXPECT_EQ(logits.scalar_type(), at::kFloat);
            logits.square().sum().backward();
            for (const auto& parameter : network->named_parameters()) {
                ASSERT_TRUE(parameter.value().grad().defined()) << parameter.key();
                EXPECT_TRUE(parameter.value().grad().isfinite().all().item<bool>())
                    << name.toStdString() << " " << parameter.key() << half;
            }
        }
}

TEST(Network, GivesTheSameThroughFeaturesAndHead)
{
    for (const ModelSpec& spec : {scratchSpec(40, 36),
                                  backboneSpec(QStringLiteral("mobilenet_v2"), 40, 36)}) {
        const auto network = buildNetwork(spec, 3);
        network->eval();
        const at::NoGradGuard noGrad;
        const torch::Tensor input = images(3, 36, 40);
        const torch::Tensor embedding = network->features(input);
        EXPECT_EQ(embedding.size(1), network->embeddingSize());
        EXPECT_EQ(difference(network->head(embedding), network->forward(input)), 0);
        EXPECT_EQ(difference(network->forwardNormalised(network->normalise(input)),
                             network->forward(input)), 0);
    }
}

TEST(Network, NormalisesAsThePreprocessingSays)
{
    const auto network = buildNetwork(scratchSpec(40, 36), 2);
    const torch::Tensor input = images(2, 36, 40);
    const torch::Tensor mean = at::tensor({0.485F, 0.456F, 0.406F}).view({1, 1, 1, 3});
    const torch::Tensor deviation = at::tensor({0.229F, 0.224F, 0.225F}).view({1, 1, 1, 3});
    const torch::Tensor expected = ((input.to(at::kFloat) / 255 - mean) / deviation)
                                       .permute({0, 3, 1, 2});
    EXPECT_LT(difference(network->normalise(input), expected), 1e-5);
}

TEST(Network, RepeatsGreyInFrontOfABackbone)
{
    const ModelSpec grey = backboneSpec(QStringLiteral("resnet18"), 64, 64, ColorMode::Grey);
    ModelSpec colour = backboneSpec(QStringLiteral("resnet18"), 64, 64);
    auto& preprocessing = std::get<InputBlock>(colour.blocks.front()).preprocessing;
    preprocessing.mean.fill(0.485F);
    preprocessing.stddev.fill(0.229F);
    const at::NoGradGuard noGrad;
    const auto one = buildNetwork(grey, 2, 9);
    const auto three = buildNetwork(colour, 2, 9);
    one->eval();
    three->eval();
    const torch::Tensor input = images(2, 64, 64, 1);
    EXPECT_LT(difference(one->forward(input), three->forward(input.repeat({1, 1, 1, 3}))), 1e-5);
}

TEST(Network, HasEachParameterInOneStage)
{
    for (const QString& name : backboneNames()) {
        const auto network = buildNetwork(backboneSpec(name, 64, 64), 2);
        std::size_t count = 0;
        const auto stages = network->stages();
        for (const auto& stage : stages) {
            EXPECT_FALSE(stage.empty()) << name.toStdString();
            count += stage.size();
        }
        EXPECT_EQ(count, network->parameters().size());
        EXPECT_EQ(static_cast<int>(stages.size()), network->backboneStages() + 1);
        EXPECT_EQ(stages.back().size(), 2U);
    }
}

TEST(Network, LeavesFrozenStagesAlone)
{
    const auto network = buildNetwork(backboneSpec(QStringLiteral("resnet18"), 64, 64), 2);
    network->train();
    network->setFrozenStages(3);
    network->setFixedBatchNorms(4);
    std::vector<std::pair<std::string, torch::Tensor>> before;
    for (const auto& [name, tensor] : network->state())
        before.emplace_back(name, tensor.clone());
    network->forward(images(4, 64, 64)).square().sum().backward();
    const auto state = network->state();
    for (std::size_t i = 0; i < state.size(); ++i) {
        const std::string& name = state[i].first;
        const bool moves = name.find("running_mean") != std::string::npos
                           && name.find("layer4") != std::string::npos;
        EXPECT_EQ(difference(state[i].second, before[i].second) > 0,
                  moves || (name.find("layer4") != std::string::npos
                            && (name.find("running_var") != std::string::npos
                                || name.find("num_batches") != std::string::npos)))
            << name;
    }
    const auto stages = network->stages();
    for (std::size_t i = 0; i < stages.size(); ++i)
        for (const torch::Tensor& tensor : stages[i]) {
            EXPECT_EQ(tensor.grad().defined(), i >= 3);
            EXPECT_EQ(tensor.requires_grad(), i >= 3);
        }
    network->setFrozenStages(0);
    EXPECT_TRUE(stages.front().front().requires_grad());
}

TEST(Network, BeginsWithTheSameWeightsForTheSameSeed)
{
    const ModelSpec spec = scratchSpec(40, 36);
    const auto a = buildNetwork(spec, 3, 7)->state();
    const auto b = buildNetwork(spec, 3, 7)->state();
    const auto c = buildNetwork(spec, 3, 8)->state();
    bool differs = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(difference(a[i].second, b[i].second), 0) << a[i].first;
        differs = differs || difference(a[i].second, c[i].second) > 0;
    }
    EXPECT_TRUE(differs);
}

TEST(Network, DrawsDropoutFromItsOwnGenerator)
{
    const auto network = buildNetwork(backboneSpec(QStringLiteral("efficientnet_b0"), 64, 64), 2);
    network->train();
    network->setFixedBatchNorms(100);
    const torch::Tensor input = images(4, 64, 64);
    const auto draw = [&](std::uint64_t seed) {
        network->setGenerator(at::make_generator<at::CPUGeneratorImpl>(seed));
        return network->forward(input).detach();
    };
    const torch::Tensor first = draw(1);
    EXPECT_EQ(difference(first, draw(1)), 0);
    EXPECT_GT(difference(first, draw(2)), 0);
}

TEST(Network, RefusesSpecsThatDoNotFit)
{
    const ModelSpec good = scratchSpec(40, 36);
    EXPECT_NO_THROW(planNetwork(good, 2));
    EXPECT_ANY_THROW(planNetwork(good, 0));
    for (std::size_t removed : {0, 8, 14}) { // Input, global pooling, last dense layer.
        ModelSpec bad = good;
        bad.blocks.erase(bad.blocks.begin() + static_cast<std::ptrdiff_t>(removed));
        EXPECT_ANY_THROW(planNetwork(bad, 2)) << removed;
    }
    ModelSpec softmax = good;
    std::get<ActivationBlock>(softmax.blocks[15]).kind = ActivationKind::Softmax;
    EXPECT_ANY_THROW(planNetwork(softmax, 2));
    EXPECT_ANY_THROW(planNetwork(backboneSpec(QStringLiteral("alexnet"), 64, 64), 2));
}

TEST(NetworkWeights, ComeBackFromACheckpoint)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("best.safetensors"));
    const auto saved = buildNetwork(scratchSpec(40, 36), 3, 1);
    ASSERT_TRUE(saveWeights(saved->state(), path, {{"epoch", 4}}));
    const auto loaded = buildNetwork(scratchSpec(40, 36), 3, 2);
    const auto facts = loadWeights(*loaded, path);
    ASSERT_TRUE(facts) << facts.error().summary.toStdString();
    EXPECT_EQ(facts->value("epoch").toInt(), 4);
    const auto a = saved->state();
    const auto b = loaded->state();
    for (std::size_t i = 0; i < a.size(); ++i)
        EXPECT_EQ(difference(a[i].second, b[i].second), 0) << a[i].first;
    const auto other = buildNetwork(scratchSpec(40, 36), 4, 2);
    const auto refused = loadWeights(*other, path);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains(QStringLiteral("blocks.14.weight")))
        << refused.error().summary.toStdString();
}

TEST(NetworkWeights, FillTheBackboneOnly)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("squeezenet1_1.safetensors"));
    const auto tensors = randomTensors(torchvisionPlan(QStringLiteral("squeezenet1_1")), 3);
    ASSERT_TRUE(writeFileAtomically(path, writeSafetensors(tensors)));
    const auto network = buildNetwork(backboneSpec(QStringLiteral("squeezenet1_1"), 64, 64), 2);
    const torch::Tensor head = network->state().back().second.clone();
    const auto loaded = loadBackboneWeights(*network, path);
    ASSERT_TRUE(loaded) << loaded.error().summary.toStdString();
    EXPECT_EQ(difference(network->state().front().second, toTensor(tensors.front())), 0);
    EXPECT_EQ(difference(network->state().back().second, head), 0);
    const auto other = buildNetwork(backboneSpec(QStringLiteral("resnet18"), 64, 64), 2);
    const auto refused = loadBackboneWeights(*other, path);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains(QStringLiteral("conv1.weight")))
        << refused.error().summary.toStdString();
    EXPECT_FALSE(loadBackboneWeights(*buildNetwork(scratchSpec(40, 36), 2), path));
}

} // namespace labelwright
