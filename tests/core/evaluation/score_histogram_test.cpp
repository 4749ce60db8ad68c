#include "core/evaluation/score_histogram.h"

#include <gtest/gtest.h>

namespace labelwright {

TEST(ScoreHistogramTest, BinsHoldTheirLowerEndsAndTheLastHoldsOne)
{
    constexpr Annotation yes = Annotation::Present;
    constexpr Annotation no = Annotation::Absent;
    const std::vector<float> scores{0, 0.2499F, 0.25F, 0.5F, 0.9F, 1, 0.6F};
    const std::vector<Annotation> truth{no, yes, no, yes, yes, no, Annotation::Unknown};
    const ScoreHistogram histogram = scoreHistogram(scores, truth, 4);
    EXPECT_EQ(histogram.positives, (std::vector<std::int64_t>{1, 0, 1, 1}));
    EXPECT_EQ(histogram.negatives, (std::vector<std::int64_t>{1, 1, 0, 1}));
}

} // namespace labelwright
