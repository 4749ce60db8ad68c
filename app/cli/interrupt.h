#pragma once

#include <stop_token>
#include <thread>

namespace labelwright::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a stop request; a second one ends the process at once. One
/// per process.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    [[nodiscard]] bool requested() const { return m_stop.stop_requested(); }

private:
    std::stop_source m_stop;
    std::jthread m_thread;
};

} // namespace labelwright::cli
