#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>

#include <functional>

namespace labelwright::tests {

/// Handles events until `holds` or 30 s have passed; whether it holds.
inline bool waitUntil(const std::function<bool()>& holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds() && timer.elapsed() < 30'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    return holds();
}

} // namespace labelwright::tests
