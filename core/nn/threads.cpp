#include "core/nn/threads.h"

#include "core/base/parallel.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace labelwright {

int setTorchThreads(int threads)
{
    const int count = threads > 0 ? threads : defaultThreadCount();
    at::set_num_threads(std::max(1, count));
    return std::max(1, count);
}

} // namespace labelwright
