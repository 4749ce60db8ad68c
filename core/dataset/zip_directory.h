#pragma once

#include "core/dataset/source.h"

#include <cstdint>
#include <memory>
#include <vector>

class QuaZip;

namespace labelwright {

/// The checked table of contents of a zip archive.
struct ZipDirectory
{
    /// Where an entry stands in the archive's central directory.
    struct Position
    {
        std::uint64_t offset = 0;
        std::uint64_t number = 0;
    };

    QString path;
    std::vector<SourceEntry> entries; ///< Sorted by path, no path twice.
    std::vector<Position> positions;  ///< One per entry.
};

/// Opens `zip` for reading; fails with one sentence when the
/// file is no zip archive, is damaged or empty.
Result<void> openForReading(QuaZip& zip, const QString& path);

/// Reads and checks the table of contents of an open archive; see `openSource` for what is refused.
Result<ZipDirectory> readZipDirectory(QuaZip& zip, const QString& path, const SourceLimits& limits);

} // namespace labelwright
