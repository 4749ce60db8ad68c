#pragma once

#include <QtGlobal>

#include <cstddef>

namespace labelwright {

/// What one call may hold, checked before any image is decoded.
struct CallLimits
{
    std::size_t rows = 1024;                    ///< Images.
    qint64 pixelsPerImage = 64'000'000;         ///< As its header says.
    qint64 pixelsPerCall = 4'000'000'000;       ///< Of all its images together.
    std::size_t rowValues = 16 * 1024;          ///< JSON values of a call in rows.
    std::size_t tensorValues = 4 * 1024 * 1024; ///< JSON values of a call in tensors.
};

} // namespace labelwright
