#include "core/base/thread_priority.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <algorithm>

namespace labelwright {

void yieldToOthers()
{
#ifdef __linux__
    constexpr int step = 10;
    constexpr int lowest = 19;
    // On Linux this "process" is the calling thread.
    setpriority(PRIO_PROCESS, 0, std::min(lowest, getpriority(PRIO_PROCESS, 0) + step));
#endif
}

} // namespace labelwright
