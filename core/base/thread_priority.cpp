#include "core/base/thread_priority.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <algorithm>

namespace labelwright {

void lowerPriority([[maybe_unused]] ThreadPriority priority)
{
#ifdef __linux__
    constexpr int lowest = 19;
    const int steps = priority == ThreadPriority::Training ? 10 : 5;
    // On Linux this "process" is the calling thread.
    setpriority(PRIO_PROCESS, 0, std::min(lowest, getpriority(PRIO_PROCESS, 0) + steps));
#endif
}

} // namespace labelwright
