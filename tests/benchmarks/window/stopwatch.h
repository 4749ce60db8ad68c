#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace labelwright::benchmarks {

/// A stretch of time on one thread, milliseconds.
struct Span
{
    double wall = 0;
    double waited = 0; ///< Of it: ready to run while other threads or programs had the cores.

    /// What the thread itself took: work, locks, files. Comparable on a busy machine too.
    [[nodiscard]] double own() const { return wall - waited; }
};

/// Measures on the calling thread from its construction on.
class Stopwatch
{
public:
    Stopwatch();
    [[nodiscard]] Span elapsed() const;

private:
    std::chrono::steady_clock::time_point m_start;
    std::int64_t m_waited; ///< Nanoseconds.
};

/// Runs the event loop until `done`; false when that lasts longer than `limit` milliseconds.
bool runUntil(const std::function<bool()>& done, int limit = 60'000);

/// Runs the event loop for so many milliseconds.
void runFor(int milliseconds);

} // namespace labelwright::benchmarks
