#include "app/cli/interrupt.h"

#include "app/cli/exit_codes.h"

#include <unistd.h>

#include <csignal>
#include <ctime>

namespace labelwright::cli {

namespace {

sigset_t handledSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

void waitForSignals(const std::stop_token& end, std::stop_source& stop)
{
    const sigset_t signals = handledSignals();
    const timespec patience{0, 50'000'000};
    while (!end.stop_requested()) {
        if (sigtimedwait(&signals, nullptr, &patience) < 0)
            continue;
        if (stop.stop_requested())
            _exit(exitStopped);
        stop.request_stop();
    }
}

} // namespace

Interrupt::Interrupt()
{
    const sigset_t signals = handledSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::jthread(
        [this](const std::stop_token& end) { waitForSignals(end, m_stop); });
}

Interrupt::~Interrupt() = default;

} // namespace labelwright::cli
