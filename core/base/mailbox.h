#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace labelwright {

/// Holds the latest value only, for progress that one thread writes and another reads.
template <class T>
class Mailbox
{
public:
    /// Replaces what is waiting. Returns true when nothing was waiting, so that the reader has to
    /// be woken once.
    bool put(T value)
    {
        const std::lock_guard lock(m_mutex);
        const bool wasEmpty = !m_value.has_value();
        m_value = std::move(value);
        return wasEmpty;
    }

    /// Takes the latest value out; nothing when none came since the last call.
    std::optional<T> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<T> m_value;
};

} // namespace labelwright
