#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace labelwright {

/// Number of threads worth starting on this machine, at least 1.
int defaultThreadCount();

/// Calls `work(worker, index)` once for each index in 0 … count - 1 on `threads` threads (the
/// calling one included) and returns when all are done. `worker` is in 0 … threads - 1 and lets
/// each thread keep state of its own. Indices are handed out in rising order. `work` must not
/// throw. After a stop request no new index is handed out.
void parallelFor(std::size_t count, int threads,
                 const std::function<void(int worker, std::size_t index)>& work,
                 std::stop_token stop = {});

} // namespace labelwright
