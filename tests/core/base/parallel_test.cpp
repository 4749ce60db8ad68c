#include "core/base/mailbox.h"
#include "core/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace labelwright {

TEST(ParallelFor, VisitsEachIndexOnce)
{
    for (const int threads : {1, 2, 7}) {
        std::vector<std::atomic<int>> visits(1000);
        parallelFor(visits.size(), threads, [&](int worker, std::size_t index) {
            EXPECT_GE(worker, 0);
            EXPECT_LT(worker, threads);
            ++visits[index];
        });
        for (const auto& count : visits)
            EXPECT_EQ(count, 1);
    }
}

TEST(ParallelFor, DoesNothingForNothing)
{
    parallelFor(0, 4, [](int, std::size_t) { ADD_FAILURE(); });
}

TEST(ParallelFor, StopsHandingOutAfterAStopRequest)
{
    std::stop_source source;
    std::atomic<int> visits = 0;
    parallelFor(100'000, 2, [&](int, std::size_t) {
        if (++visits == 10)
            source.request_stop();
    }, source.get_token());
    EXPECT_LE(visits, 12);
}

TEST(Mailbox, KeepsTheLatestAndWakesOnce)
{
    Mailbox<int> box;
    EXPECT_FALSE(box.take());
    EXPECT_TRUE(box.put(1));
    EXPECT_FALSE(box.put(2));
    EXPECT_EQ(box.take(), 2);
    EXPECT_FALSE(box.take());
    EXPECT_TRUE(box.put(3));
}

} // namespace labelwright
