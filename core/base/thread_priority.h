#pragma once

namespace labelwright {

/// Who has the cores first when all want them; the window's thread stands before both.
enum class ThreadPriority {
    Job,      ///< What somebody waits for.
    Training, ///< What goes on for hours.
};

/// Lowers the priority of the calling thread and of those it starts from now on. They still get
/// every core that nobody else wants. Called once per thread, it cannot be undone. Does nothing
/// where threads have no priority of their own (other than Linux).
void lowerPriority(ThreadPriority priority);

} // namespace labelwright
