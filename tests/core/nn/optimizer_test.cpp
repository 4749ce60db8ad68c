#include "core/nn/optimizer.h"

#include "core/nn/ema.h"
#include "tests/core/nn/python_peer.h"
#include "tests/core/nn/toy_data.h"

#include <ATen/Functions.h>

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

using namespace tests;

namespace {

/// A network whose parameters are filled with known numbers, and gradients that depend on the step.
struct Fixture
{
    Fixture() : network(buildNetwork(toySpec(), 3)), parameters(*network, 0)
    {
        const torch::NoGradGuard noGradients;
        const auto count = parameters.values.numel();
        parameters.values.copy_(at::sin(at::arange(count, torch::kFloat32)));
    }
    void setGradients(int step)
    {
        const auto count = parameters.gradients.numel();
        parameters.gradients.copy_(
            at::cos(at::arange(count, torch::kFloat32).mul_(0.1).add_(step)));
    }
    std::vector<double> rates(double rate) const
    {
        return std::vector<double>(parameters.groups.size(), rate);
    }
    std::vector<float> values() const
    {
        const float* const data = parameters.values.data_ptr<float>();
        return {data, data + parameters.values.numel()};
    }

    std::shared_ptr<Network> network;
    TrainingParameters parameters;
};

const char* const torchSteps = R"(
import torch
n = int(data['count'])
values = torch.sin(torch.arange(n, dtype=torch.float32))
parts, begin = [], 0
for length, decays in data['groups']:
    parts.append((values[int(begin):int(begin + length)].clone().requires_grad_(), decays))
    begin += length
groups = [{'params': [p], 'weight_decay': data['decay'] if decays else 0.0} for p, decays in parts]
if data['kind'] == 0:
    optimizer = torch.optim.AdamW(groups, lr=data['rate'])
else:
    optimizer = torch.optim.SGD(groups, lr=data['rate'], momentum=0.9, nesterov=True)
for step in range(10):
    gradient = torch.cos(torch.arange(n, dtype=torch.float32) * 0.1 + step)
    begin = 0
    for p, _ in parts:
        p.grad = gradient[begin:begin + p.numel()].clone()
        begin += p.numel()
    if data['clip'] > 0:
        torch.nn.utils.clip_grad_norm_([p for p, _ in parts], data['clip'])
    optimizer.step()
result = torch.cat([p.detach() for p, _ in parts]).tolist()
)";

struct OptimizerCase
{
    const char* name;
    OptimizerOptions options;
    double rate;
    double clip;
};

class OptimizerAgainstTorch : public testing::TestWithParam<OptimizerCase>
{
};

} // namespace

TEST_P(OptimizerAgainstTorch, TenStepsAgree)
{
    if (!pythonHas(QStringLiteral("torch")))
        GTEST_SKIP() << "python3-torch is not installed";
    const OptimizerCase& given = GetParam();
    Fixture fixture;
    QJsonArray groups;
    for (const ParameterGroup& group : fixture.parameters.groups)
        groups.append(QJsonArray{static_cast<double>(group.length), group.decays});
    const auto expected = runPython(
        QString::fromLatin1(torchSteps),
        {{QStringLiteral("count"), static_cast<double>(fixture.parameters.values.numel())},
         {QStringLiteral("groups"), groups},
         {QStringLiteral("kind"), static_cast<int>(given.options.kind)},
         {QStringLiteral("decay"), given.options.weightDecay},
         {QStringLiteral("rate"), given.rate},
         {QStringLiteral("clip"), given.clip}});
    ASSERT_TRUE(expected.has_value());
    Optimizer optimizer(given.options, fixture.parameters);
    for (int step = 0; step < 10; ++step) {
        fixture.setGradients(step);
        if (given.clip > 0)
            optimizer.clipGradients(given.clip, fixture.rates(given.rate));
        optimizer.step(fixture.rates(given.rate));
    }
    const auto values = fixture.values();
    const auto numbers = toNumbers(*expected);
    ASSERT_EQ(values.size(), numbers.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_NEAR(values[i], numbers[i], 2e-6) << i;
}

INSTANTIATE_TEST_SUITE_P(
    Optimizers, OptimizerAgainstTorch,
    testing::Values(OptimizerCase{"adamw", {OptimizerKind::AdamW, 0.05, 0.9}, 0.01, 0},
                    OptimizerCase{"sgd", {OptimizerKind::Sgd, 0.01, 0.9}, 0.05, 0},
                    OptimizerCase{"clipped", {OptimizerKind::Sgd, 0, 0.9}, 0.05, 0.5}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Optimizer, LeavesGroupsOfRateZeroAlone)
{
    Fixture fixture;
    Optimizer optimizer({OptimizerKind::AdamW, 0.1, 0.9}, fixture.parameters);
    std::vector<double> rates = fixture.rates(0.01);
    rates.front() = 0;
    const auto before = fixture.values();
    fixture.setGradients(0);
    optimizer.step(rates);
    const auto after = fixture.values();
    const auto length = static_cast<std::size_t>(fixture.parameters.groups.front().length);
    EXPECT_TRUE(std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(length),
                           after.begin()));
    EXPECT_NE(before.at(length), after.at(length));
}

TEST(Optimizer, GoesOnFromItsState)
{
    for (const auto kind : {OptimizerKind::AdamW, OptimizerKind::Sgd}) {
        Fixture whole;
        Fixture parts;
        Optimizer one({kind, 0.01, 0.9}, whole.parameters);
        Optimizer first({kind, 0.01, 0.9}, parts.parameters);
        Optimizer second({kind, 0.01, 0.9}, parts.parameters);
        for (int step = 0; step < 6; ++step) {
            if (step == 3)
                second.load(first.state());
            whole.setGradients(step);
            one.step(whole.rates(0.01));
            parts.setGradients(step);
            (step < 3 ? first : second).step(parts.rates(0.01));
        }
        EXPECT_EQ(whole.values(), parts.values());
    }
}

TEST(TrainingParameters, AreTheNetworksOwnMemory)
{
    Fixture fixture;
    const torch::NoGradGuard noGradients;
    fixture.parameters.values.fill_(0.25);
    for (const auto& stage : fixture.network->stages())
        for (const torch::Tensor& tensor : stage)
            EXPECT_TRUE(tensor.eq(0.25).all().item<bool>());
    fixture.parameters.statistics.fill_(2);
    const torch::Tensor images = at::zeros({2, 24, 24, 3}, torch::kUInt8);
    fixture.network->eval();
    EXPECT_EQ(fixture.network->forward(images).sizes(), (std::vector<std::int64_t>{2, 3}));
}

TEST(TrainingParameters, BackwardFillsTheFlatGradients)
{
    Fixture fixture;
    fixture.network->train();
    const torch::Tensor images = at::randint(0, 255, {4, 24, 24, 3}, torch::kUInt8);
    fixture.network->forward(images).sum().backward();
    EXPECT_GT(fixture.parameters.gradients.abs().sum().item<float>(), 0);
}

TEST(WeightAverage, FollowsTheFormulaAndSwapsBack)
{
    Fixture fixture;
    WeightAverage average(fixture.parameters, 0.5);
    const double start = fixture.values().at(7);
    double expected = start;
    for (int step = 1; step <= 20; ++step) {
        const torch::NoGradGuard noGradients;
        fixture.parameters.values.add_(0.1);
        average.update();
        const double decay = std::min(0.5, (1.0 + step) / (10.0 + step));
        expected = decay * expected + (1 - decay) * (start + 0.1 * step);
    }
    const auto values = fixture.values();
    average.swap();
    EXPECT_NEAR(fixture.values().at(7), expected, 1e-5);
    average.swap();
    EXPECT_EQ(fixture.values(), values);
}

TEST(WeightAverage, IsOffAtDecayZero)
{
    Fixture fixture;
    WeightAverage average(fixture.parameters, 0);
    const auto values = fixture.values();
    average.update();
    average.swap();
    EXPECT_FALSE(average.isOn());
    EXPECT_EQ(fixture.values(), values);
    EXPECT_TRUE(average.state().empty());
}

} // namespace labelwright
