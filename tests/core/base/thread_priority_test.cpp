#include "core/base/thread_priority.h"

#include <gtest/gtest.h>

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <thread>

namespace labelwright::tests {

#ifdef __linux__
TEST(ThreadPriority, OnlyTheCallingThreadAndItsChildrenStandBack)
{
    const auto niceness = [] { return getpriority(PRIO_PROCESS, 0); };
    const int before = niceness();
    int lowered = before;
    int child = before;
    std::thread([&] {
        lowerPriority(ThreadPriority::Training);
        lowered = niceness();
        std::thread([&] { child = niceness(); }).join();
    }).join();
    if (before < 19) {
        EXPECT_GT(lowered, before);
    }
    EXPECT_EQ(child, lowered);
    EXPECT_EQ(niceness(), before);
}
#endif

} // namespace labelwright::tests
