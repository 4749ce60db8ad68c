#include "core/base/thread_priority.h"

#include <gtest/gtest.h>

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <thread>

namespace labelwright::tests {

#ifdef __linux__
TEST(ThreadPriority, OnlyTheCallingThreadAndItsChildrenYield)
{
    const auto niceness = [] { return getpriority(PRIO_PROCESS, 0); };
    const int before = niceness();
    int yielding = before;
    int child = before;
    std::thread([&] {
        yieldToOthers();
        yielding = niceness();
        std::thread([&] { child = niceness(); }).join();
    }).join();
    if (before < 19) {
        EXPECT_GT(yielding, before);
    }
    EXPECT_EQ(child, yielding);
    EXPECT_EQ(niceness(), before);
}
#endif

} // namespace labelwright::tests
