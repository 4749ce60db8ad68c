#pragma once

#include "tests/benchmarks/window/stopwatch.h"

#include <QTimer>

namespace labelwright::benchmarks {

/// Finds the longest time for which the event loop did not answer, from its construction on: how
/// much later than due a timer of 5 ms came.
class Watchdog
{
public:
    Watchdog();
    [[nodiscard]] Span longest() const { return m_longest; }

private:
    void look();

    QTimer m_timer;
    Stopwatch m_watch;
    Span m_longest;
};

} // namespace labelwright::benchmarks
