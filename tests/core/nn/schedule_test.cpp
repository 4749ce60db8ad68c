#include "core/nn/schedule.h"

#include "tests/core/nn/python_peer.h"

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

TEST(Schedule, ConstantStaysAtThePeak)
{
    for (const qint64 step : {0, 5, 99})
        EXPECT_EQ(rateFactor({ScheduleKind::Constant, 100, 0.1}, step), 1);
}

TEST(Schedule, CosineRisesLinearlyThenFallsToZero)
{
    const Schedule schedule{ScheduleKind::Cosine, 100, 0.1};
    const struct
    {
        qint64 step;
        double factor;
    } table[] = {{0, 0.1}, {4, 0.5}, {9, 1}, {10, 1}, {55, 0.5}, {100, 0}};
    for (const auto& row : table)
        EXPECT_NEAR(rateFactor(schedule, row.step), row.factor, 1e-12) << row.step;
}

TEST(Schedule, OneCycleEqualsTorch)
{
    if (!pythonHas(QStringLiteral("torch")))
        GTEST_SKIP() << "python3-torch is not installed";
    const auto result = runPython(QStringLiteral(R"(
import torch
result = []
for total, share in data['cases']:
    total = int(total)
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1.0, total_steps=total,
                                                   pct_start=share)
    for step in range(total):
        result.append(optimizer.param_groups[0]['lr'])
        optimizer.step()
        if step + 1 < total:
            schedule.step()
)"),
                                  {{QStringLiteral("cases"),
                                    QJsonArray{QJsonArray{40, 0.25}, QJsonArray{100, 0.1},
                                               QJsonArray{37, 0.3}}}});
    ASSERT_TRUE(result.has_value());
    const auto expected = toNumbers(*result);
    std::size_t next = 0;
    for (const auto& [total, share] : {std::pair(40, 0.25), {100, 0.1}, {37, 0.3}})
        for (qint64 step = 0; step < total; ++step)
            EXPECT_NEAR(rateFactor({ScheduleKind::OneCycle, total, share}, step),
                        expected.at(next++), 1e-9)
                << total << " " << step;
}

TEST(Schedule, EveryFactorIsAShare)
{
    for (const auto kind : {ScheduleKind::Constant, ScheduleKind::Cosine, ScheduleKind::OneCycle})
        for (const qint64 steps : {1, 2, 3, 50})
            for (const double warmUp : {0.0, 0.1, 0.5})
                for (qint64 step = 0; step < steps; ++step) {
                    const double factor = rateFactor({kind, steps, warmUp}, step);
                    EXPECT_GT(factor, 0) << static_cast<int>(kind) << " " << steps << " " << step;
                    EXPECT_LE(factor, 1);
                }
}

} // namespace labelwright
