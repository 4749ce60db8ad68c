#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <stop_token>

namespace labelwright {

/// What the sample data shows.
enum class SampleKind {
    Landscapes,   ///< 160 × 160 colour pictures as JPEG.
    Spectrograms, ///< 716 × 150 grey PNG, several segments per song; the column `song` groups them.
};

/// Sample data to draw.
struct SampleDatasetRequest
{
    SampleKind kind = SampleKind::Landscapes;
    int count = 800; ///< Images, 1 … 1,000,000.
    std::uint64_t seed = 1;
};

/// Draws a dataset on all cores and writes it as a zip with `index.csv`, without a subset column.
/// An image, or a song's four images, depends on the seed and its number alone; the same request
/// gives the same bytes on one machine.
Result<void> writeSampleDataset(const QString& zipPath, const SampleDatasetRequest& request,
                                const ProgressCallback& progress = {}, std::stop_token stop = {});

} // namespace labelwright
