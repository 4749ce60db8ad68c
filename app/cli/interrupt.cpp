#include "app/cli/interrupt.h"

#include "app/cli/exit_codes.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>

namespace labelwright::cli {

namespace {

// A handler may touch nothing but this. Blocking the signals and waiting for them instead does not
// work: the linear algebra library starts threads of its own before `main`.
std::atomic<int> signalsSeen = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void onSignal(int)
{
    if (signalsSeen.fetch_add(1) > 0)
        _exit(exitStopped);
}

void install()
{
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM})
        sigaction(signal, &action, nullptr);
}

void watch(const std::stop_token& end, std::stop_source& stop)
{
    while (!end.stop_requested() && !stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        if (signalsSeen > 0)
            stop.request_stop();
    }
}

} // namespace

Interrupt::Interrupt()
{
    install();
    m_thread = std::jthread([this](const std::stop_token& end) { watch(end, m_stop); });
}

Interrupt::~Interrupt() = default;

} // namespace labelwright::cli
