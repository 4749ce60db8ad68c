#include "core/nn/loss.h"

#include "core/base/random.h"
#include "tests/core/nn/python_peer.h"

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

using namespace tests;

namespace {

struct Cells
{
    std::vector<float> logits;
    std::vector<Annotation> truth;
};

Cells randomCells(int rows, int labels)
{
    Random random(5);
    Cells cells;
    for (int i = 0; i < rows * labels; ++i) {
        cells.logits.push_back(static_cast<float>(4 * random.normal()));
        cells.truth.push_back(static_cast<Annotation>(static_cast<int>(random.below(3)) - 1));
    }
    return cells;
}

/// The same loss written down with torch's operations; autograd gives the gradient.
const char* const torchLoss = R"(
import torch
z = torch.tensor(data['logits'], dtype=torch.float64).view(-1, 4).requires_grad_()
y = torch.tensor(data['truth'], dtype=torch.float64).view(-1, 4)
known = (y >= 0).double()
t = y.clamp(min=0) * (1 - data['smoothing']) + data['smoothing'] / 2
w = torch.tensor(data['weights'], dtype=torch.float64)
F = torch.nn.functional
p = torch.sigmoid(z)
if data['kind'] == 0:
    cells = F.binary_cross_entropy_with_logits(z, t, pos_weight=w, reduction='none')
elif data['kind'] == 1:
    m = (p - data['clip']).clamp(min=0)
    cells = (t * w * (1 - p) ** data['gp'] * -F.logsigmoid(z)
             + (1 - t) * m ** data['gn'] * -torch.log(1 - m))
else:
    cells = (t * w * (1 - p) ** data['gp'] * F.softplus(-z)
             + (1 - t) * p ** data['gp'] * F.softplus(z))
loss = (cells * known).sum()
loss.backward()
result = [loss.item(), z.grad.flatten().tolist()]
)";

struct LossCase
{
    const char* name;
    LossOptions options;
};

class LossAgainstTorch : public testing::TestWithParam<LossCase>
{
};

} // namespace

TEST_P(LossAgainstTorch, ValueAndGradientAgree)
{
    if (!pythonHas(QStringLiteral("torch")))
        GTEST_SKIP() << "python3-torch is not installed";
    const LossOptions& options = GetParam().options;
    const Cells cells = randomCells(40, 4);
    std::vector<int> truth;
    for (const Annotation cell : cells.truth)
        truth.push_back(static_cast<int>(cell));
    const std::vector<float> ones(4, 1.0F);
    const auto result = runPython(
        QString::fromLatin1(torchLoss),
        {{QStringLiteral("logits"), toArray<float>(cells.logits)},
         {QStringLiteral("truth"), toArray<int>(truth)},
         {QStringLiteral("kind"), static_cast<int>(options.kind)},
         {QStringLiteral("gp"), options.gammaPositive},
         {QStringLiteral("gn"), options.gammaNegative},
         {QStringLiteral("clip"), options.clip},
         {QStringLiteral("smoothing"), options.labelSmoothing},
         {QStringLiteral("weights"),
          toArray<float>(options.positiveWeights.empty() ? ones : options.positiveWeights)}});
    ASSERT_TRUE(result.has_value());
    std::vector<float> gradient(cells.logits.size());
    const LossSum sum = computeLoss(cells.logits, cells.truth, 4, options, gradient);
    EXPECT_NEAR(sum.sum, result->toArray().at(0).toDouble(), 1e-5 * sum.sum);
    const auto expected = toNumbers(result->toArray().at(1));
    for (std::size_t i = 0; i < gradient.size(); ++i)
        EXPECT_NEAR(gradient[i], expected.at(i), 1e-6) << i;
}

INSTANTIATE_TEST_SUITE_P(
    Losses, LossAgainstTorch,
    testing::Values(LossCase{"plain", {}},
                    LossCase{"weighted",
                             {LossKind::BinaryCrossentropy, 0, 0, 0, 0, {3.0F, 1.0F, 0.5F, 10.0F}}},
                    LossCase{"smoothed", {LossKind::BinaryCrossentropy, 0, 0, 0, 0.2, {}}},
                    LossCase{"asymmetric", {LossKind::Asymmetric, 0, 4, 0.05, 0, {}}},
                    LossCase{"asymmetricBoth", {LossKind::Asymmetric, 1, 2, 0, 0.1, {}}},
                    LossCase{"focal", {LossKind::Focal, 2, 0, 0, 0, {2.0F, 1.0F, 1.0F, 1.0F}}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Loss, UnknownCellsCountForNothing)
{
    const std::vector<float> logits{2, -3, 50};
    const std::vector<Annotation> truth{Annotation::Present, Annotation::Unknown,
                                        Annotation::Unknown};
    std::vector<float> gradient(3, 9.0F);
    const LossSum sum = computeLoss(logits, truth, 3, {}, gradient);
    EXPECT_EQ(sum.known, 1U);
    EXPECT_NEAR(sum.mean(), std::log1p(std::exp(-2.0)), 1e-9);
    EXPECT_EQ(gradient[1], 0);
    EXPECT_EQ(gradient[2], 0);
}

TEST(Loss, IsFiniteForLargeLogits)
{
    const std::vector<float> logits{1000, -1000};
    for (const auto kind : {LossKind::BinaryCrossentropy, LossKind::Asymmetric, LossKind::Focal}) {
        std::vector<float> gradient(2);
        const std::vector<Annotation> truth{Annotation::Absent, Annotation::Present};
        const LossSum sum = computeLoss(logits, truth, 2, {kind, 1, 4, 0.05, 0, {}}, gradient);
        EXPECT_TRUE(std::isfinite(sum.sum));
        EXPECT_TRUE(std::isfinite(gradient[0]) && std::isfinite(gradient[1]));
    }
}

TEST(Loss, PositiveWeightsAreCappedRatiosOfTheRows)
{
    constexpr auto present = Annotation::Present;
    constexpr auto absent = Annotation::Absent;
    constexpr auto unknown = Annotation::Unknown;
    const std::vector<Annotation> truth{present, absent,  unknown, //
                                        absent,  absent,  unknown, //
                                        absent,  present, present, //
                                        absent,  absent,  present, //
                                        present, present, present};
    const std::vector<std::uint32_t> rows{0, 1, 2, 3};
    TargetBlock target;
    EXPECT_TRUE(lossOptions(target, truth, 3, rows).positiveWeights.empty());
    target.positiveWeightCap = 2.5;
    EXPECT_EQ(lossOptions(target, truth, 3, rows).positiveWeights,
              (std::vector<float>{2.5F, 2.5F, 1.0F}));
    target.positiveWeightCap = 10;
    EXPECT_EQ(lossOptions(target, truth, 3, rows).positiveWeights,
              (std::vector<float>{3.0F, 3.0F, 1.0F}));
}

} // namespace labelwright
