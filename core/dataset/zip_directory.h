#pragma once

#include "core/dataset/block_file.h"
#include "core/dataset/source.h"

#include <quazip/quazip.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace labelwright {

/// An archive open for reading.
struct OpenZip
{
    explicit OpenZip(const QString& path)
        : file(path)
        , zip(&file)
    {
    }

    BlockFile file;
    QuaZip zip; ///< After the file, which it reads: destroyed first.
};

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

/// Opens an archive; fails with one sentence when the file is no zip archive, is damaged or empty.
Result<std::unique_ptr<OpenZip>> openZip(const QString& path);

/// Reads and checks the table of contents of an open archive; see `openSource` for what is refused.
Result<ZipDirectory> readZipDirectory(QuaZip& zip, const QString& path, const SourceLimits& limits);

} // namespace labelwright
