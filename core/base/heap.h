#pragma once

namespace labelwright {

/// Tells the C library to keep freed large blocks for the next allocation instead of handing them
/// back to the system each time: networks allocate and free tens of megabytes in every layer, and
/// new pages cost up to half of the time. Call first in `main`, before other threads start. Does
/// nothing where the C library is not glibc.
void keepLargeBlocks();

} // namespace labelwright
