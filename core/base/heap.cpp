#include "core/base/heap.h"

#include <cstdlib> // Defines __GLIBC__.

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace labelwright {

void keepLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int gigabyte = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, gigabyte);
    mallopt(M_TRIM_THRESHOLD, gigabyte);
    mallopt(M_ARENA_MAX, 1); // Other arenas cannot hold blocks of more than 64 MB.
#endif
}

} // namespace labelwright
