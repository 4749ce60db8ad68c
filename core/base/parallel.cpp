#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace labelwright {

int defaultThreadCount()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void parallelFor(std::size_t count, int threads,
                 const std::function<void(int worker, std::size_t index)>& work,
                 std::stop_token stop)
{
    std::atomic<std::size_t> next = 0;
    const auto run = [&](int worker) {
        while (!stop.stop_requested()) {
            const std::size_t index = next.fetch_add(1);
            if (index >= count)
                return;
            work(worker, index);
        }
    };
    const auto workers = std::min<std::size_t>(static_cast<std::size_t>(std::max(1, threads)),
                                               std::max<std::size_t>(1, count));
    std::vector<std::jthread> pool;
    for (std::size_t i = 1; i < workers; ++i)
        pool.emplace_back([&run, i] { run(static_cast<int>(i)); });
    run(0);
}

} // namespace labelwright
