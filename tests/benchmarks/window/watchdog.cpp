#include "tests/benchmarks/window/watchdog.h"

#include <algorithm>

namespace labelwright::benchmarks {

namespace {

constexpr int interval = 5; ///< Milliseconds.

} // namespace

Watchdog::Watchdog()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(interval);
}

void Watchdog::look()
{
    Span gap = m_watch.elapsed();
    gap.wall = std::max(0.0, gap.wall - interval);
    gap.waited = std::min(gap.wall, gap.waited);
    // A wait for a core that others have may not hide a stall of the program's own.
    if (gap.own() > m_longest.own() || (gap.wall > m_longest.wall && m_longest.own() < 1))
        m_longest = gap;
    m_watch = Stopwatch();
}

} // namespace labelwright::benchmarks
