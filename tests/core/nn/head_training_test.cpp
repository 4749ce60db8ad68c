#include "core/nn/head_training.h"

#include "core/base/random.h"
#include "tests/core/nn/python_peer.h"

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

using namespace tests;

namespace {

struct Problem
{
    int rows = 0;
    int dimensions = 0;
    int labels = 0;
    std::vector<float> embeddings;
    std::vector<Annotation> truth;
};

/// Features of very different scales, one of them constant; labels from unbalanced to even.
Problem makeProblem(int rows, int dimensions, int labels, double unknownShare)
{
    Random random(11);
    Problem problem{rows, dimensions, labels, {}, {}};
    for (int row = 0; row < rows; ++row) {
        std::vector<double> x;
        for (int d = 0; d < dimensions; ++d)
            x.push_back(d == 3 ? 2.0 : (1 + d % 7) * random.normal() + d % 3);
        for (const double value : x)
            problem.embeddings.push_back(static_cast<float>(value));
        for (int label = 0; label < labels; ++label) {
            const auto at = static_cast<std::size_t>(label);
            const double score = x.at(at) + 2 * x.at(at + 4) - label + 3 * random.normal();
            problem.truth.push_back(random.chance(unknownShare) ? Annotation::Unknown
                                    : score > 0                 ? Annotation::Present
                                                                : Annotation::Absent);
        }
    }
    return problem;
}

const char* const sklearnFit = R"(
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
x = np.array(data['x']).reshape(int(data['rows']), -1)
y = np.array(data['y']).reshape(int(data['rows']), -1)
scaler = StandardScaler().fit(x)
s = scaler.transform(x)
result = []
for label in range(y.shape[1]):
    known = y[:, label] >= 0
    model = LogisticRegression(C=data['c'], tol=1e-8, max_iter=10000)
    model.fit(s[known], y[known, label])
    result.append(model.decision_function(s).tolist())
)";

void expectSklearnsLogits(const Problem& problem, double c)
{
    std::vector<int> truth;
    for (const Annotation cell : problem.truth)
        truth.push_back(static_cast<int>(cell));
    const auto expected =
        runPython(QString::fromLatin1(sklearnFit),
                  {{QStringLiteral("x"), toArray<float>(problem.embeddings)},
                   {QStringLiteral("y"), toArray<int>(truth)},
                   {QStringLiteral("rows"), problem.rows},
                   {QStringLiteral("c"), c}});
    ASSERT_TRUE(expected.has_value());
    HeadOptions options;
    options.c = c;
    options.tolerance = 1e-6;
    const auto head =
        trainHead(problem.embeddings, problem.dimensions, problem.truth, problem.labels, options);
    ASSERT_TRUE(head.has_value());
    const auto logits = headLogits(*head, problem.embeddings, 1).value();
    for (int label = 0; label < problem.labels; ++label) {
        const auto column = toNumbers(expected->toArray().at(label));
        for (int row = 0; row < problem.rows; ++row)
            ASSERT_NEAR(logits.at(static_cast<std::size_t>(row * problem.labels + label)),
                        column.at(static_cast<std::size_t>(row)), 5e-3)
                << label << " " << row;
    }
}

} // namespace

TEST(HeadTraining, EqualsScikitLearn)
{
    if (!pythonHas(QStringLiteral("sklearn")))
        GTEST_SKIP() << "python3-sklearn is not installed";
    for (const double c : {0.001, 0.03, 1.0})
        expectSklearnsLogits(makeProblem(200, 40, 4, 0), c);
}

TEST(HeadTraining, LeavesUnknownCellsOut)
{
    if (!pythonHas(QStringLiteral("sklearn")))
        GTEST_SKIP() << "python3-sklearn is not installed";
    expectSklearnsLogits(makeProblem(200, 40, 4, 0.4), 0.03);
}

TEST(HeadTraining, SolvesMoreDimensionsThanRows)
{
    if (!pythonHas(QStringLiteral("sklearn")))
        GTEST_SKIP() << "python3-sklearn is not installed";
    expectSklearnsLogits(makeProblem(60, 150, 3, 0), 0.01);
}

TEST(HeadTraining, WarmStartReachesTheSameInFewerIterations)
{
    const Problem problem = makeProblem(400, 60, 4, 0.1);
    auto trainer = HeadTrainer::create(problem.embeddings, problem.dimensions, 1);
    ASSERT_TRUE(trainer.has_value());
    HeadOptions options;
    options.tolerance = 1e-5;
    const auto cold = trainer->fit(problem.truth, problem.labels, options);
    ASSERT_TRUE(cold.has_value());
    const int coldIterations = trainer->iterations();
    auto truth = problem.truth;
    truth.at(0) = Annotation::Unknown;
    const auto warm = trainer->fit(truth, problem.labels, options, &*cold);
    ASSERT_TRUE(warm.has_value());
    EXPECT_LT(trainer->iterations(), coldIterations);
    const auto again = trainer->fit(truth, problem.labels, options);
    for (std::size_t i = 0; i < warm->weights.size(); ++i)
        EXPECT_NEAR(warm->weights[i], again->weights.at(i), 2e-3);
}

TEST(HeadTraining, ALabelOfOneClassGetsItsShareAsBias)
{
    Problem problem = makeProblem(50, 20, 3, 0);
    for (std::size_t row = 0; row < 50; ++row) {
        problem.truth.at(row * 3) = Annotation::Absent;
        problem.truth.at(row * 3 + 1) = Annotation::Unknown;
    }
    const auto head = trainHead(problem.embeddings, 20, problem.truth, 3);
    ASSERT_TRUE(head.has_value());
    for (int d = 0; d < 40; ++d)
        EXPECT_EQ(head->weights.at(static_cast<std::size_t>(d)), 0);
    EXPECT_NEAR(head->biases.at(0), std::log(0.5 / 50.5), 1e-5);
    EXPECT_NEAR(head->biases.at(1), 0, 1e-6);
    EXPECT_NE(head->weights.at(40), 0);
}

TEST(HeadTraining, PositiveWeightsRaiseThePositives)
{
    const Problem problem = makeProblem(300, 20, 1, 0);
    HeadOptions options;
    const auto plain = trainHead(problem.embeddings, 20, problem.truth, 1, options);
    options.positiveWeights = {5};
    const auto weighted = trainHead(problem.embeddings, 20, problem.truth, 1, options);
    ASSERT_TRUE(plain.has_value() && weighted.has_value());
    const auto before = headLogits(*plain, problem.embeddings, 1).value();
    const auto after = headLogits(*weighted, problem.embeddings, 1).value();
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_GT(after[i], before.at(i));
}

TEST(HeadTraining, RefusesWhatDoesNotFit)
{
    const Problem problem = makeProblem(30, 20, 2, 0);
    EXPECT_FALSE(trainHead({}, 20, {}, 2).has_value());
    EXPECT_FALSE(trainHead(problem.embeddings, 20, problem.truth, 3).has_value());
    auto broken = problem.embeddings;
    broken.at(5) = NAN;
    const auto result = trainHead(broken, 20, problem.truth, 2);
    ASSERT_FALSE(result.has_value());
    EXPECT_TRUE(result.error().summary.contains(QStringLiteral("not a number")));
    EXPECT_FALSE(headLogits({2, 21, std::vector<float>(42), {0, 0}}, problem.embeddings, 1));
    EXPECT_FALSE(headLogits({2, 20, std::vector<float>(20), {0, 0}}, problem.embeddings, 1));
}

} // namespace labelwright
