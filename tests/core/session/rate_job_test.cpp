#include "core/session/rate_job.h"

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright::tests {

namespace {

/// Flat, falling around `fall`, rising at the end.
std::vector<RatePoint> sweep(double fall)
{
    std::vector<RatePoint> points;
    for (int i = 0; i < 60; ++i) {
        const double rate = std::pow(10.0, -6 + 6.0 * i / 59);
        const double drop = 1 / (1 + std::exp(-4 * (std::log10(rate) - std::log10(fall))));
        points.push_back({rate, 0.7 - 0.3 * drop - 0.001 * i + (rate > 0.3 ? rate : 0)});
    }
    return points;
}

} // namespace

TEST(RateJob, SuggestsWhereTheLossFallsFastest)
{
    for (const double fall : {1e-4, 2e-3}) {
        const auto rate = suggestedRate(sweep(fall));
        ASSERT_TRUE(rate);
        EXPECT_NEAR(std::log10(*rate), std::log10(fall), 0.3);
    }
}

TEST(RateJob, SuggestsNothingWhereTheLossOnlyRises)
{
    EXPECT_FALSE(suggestedRate({}));
    std::vector<RatePoint> rising;
    for (int i = 0; i < 20; ++i)
        rising.push_back({1e-6 * std::pow(2, i), 0.5 + 0.1 * i});
    EXPECT_FALSE(suggestedRate(rising));
}

} // namespace labelwright::tests
