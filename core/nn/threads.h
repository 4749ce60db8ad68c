#pragma once

namespace labelwright {

/// Sets how many threads torch uses for what the calling thread asks of it. Call it first in each
/// thread that uses torch: torch keeps the number per calling thread. 0: as many as the machine
/// has cores. Returns the number set.
int setTorchThreads(int threads);

} // namespace labelwright
