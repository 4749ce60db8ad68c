#pragma once

namespace labelwright {

/// Lets others go first: lowers the priority of the calling thread and of those it starts from now
/// on, by half of what there is. They still get every core that nobody else wants, but a window
/// never waits for them. Cannot be undone. Does nothing where threads have no priority of their own
/// (other than Linux).
void yieldToOthers();

} // namespace labelwright
