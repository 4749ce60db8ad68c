#include "tests/benchmarks/window/stopwatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace labelwright::benchmarks {

namespace {

constexpr int wakeInterval = 5; ///< Milliseconds.

/// Nanoseconds that the calling thread has waited for a core, by the kernel's own account.
std::int64_t waitedNow()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong();
}

} // namespace

Stopwatch::Stopwatch()
    : m_start(std::chrono::steady_clock::now())
    , m_waited(waitedNow())
{}

Span Stopwatch::elapsed() const
{
    const std::chrono::duration<double, std::milli> wall
        = std::chrono::steady_clock::now() - m_start;
    return {wall.count(), static_cast<double>(waitedNow() - m_waited) / 1e6};
}

bool runUntil(const std::function<bool()>& done, int limit)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wake;
    wake.start(wakeInterval);
    while (!done()) {
        if (timer.elapsed() > limit)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void runFor(int milliseconds)
{
    runUntil([] { return false; }, milliseconds);
}

} // namespace labelwright::benchmarks
