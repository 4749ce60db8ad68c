#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <memory>
#include <optional>
#include <vector>

namespace labelwright {

/// Sizes that no honest dataset reaches. A zip that claims more is refused when it is opened,
/// before anything is unpacked.
struct SourceLimits
{
    qint64 maxEntries = 2'000'000;
    qint64 maxEntryBytes = 1LL << 30; ///< Of one file, unpacked.
    qint64 maxTotalBytes = 1LL << 40; ///< Of all files, unpacked.
    /// Unpacked : packed, for one file and for the whole archive. Sizes below `ratioFrom` bytes are
    /// not judged: an index of zeros is small and compresses very well.
    double maxRatio = 200;
    qint64 ratioFrom = 64LL << 20;
};

/// One file of a source.
struct SourceEntry
{
    QString path;                 ///< From the top, with '/', as the source spells it.
    qint64 bytes = 0;             ///< Unpacked size.
    std::optional<quint32> crc32; ///< Where the archive's directory knows it.
};

/// Where the files of a dataset are: a folder or a zip archive. System files (`__MACOSX/`,
/// `.DS_Store`, `Thumbs.db`, names that begin with a dot) are not listed. Objects are not shared
/// between threads: each thread reads from a clone.
class ImageSource
{
public:
    virtual ~ImageSource() = default;

    /// All files, sorted by path.
    [[nodiscard]] virtual const std::vector<SourceEntry>& entries() const = 0;

    /// The paths of all files, sorted.
    [[nodiscard]] QStringList paths() const;

    /// The whole content of one file. Fails with one sentence when `path` is not among entries()
    /// or its bytes are damaged.
    [[nodiscard]] virtual Result<QByteArray> read(const QString& path) const = 0;

    /// A second, independent reader of the same files; costs about a millisecond.
    [[nodiscard]] virtual Result<std::unique_ptr<ImageSource>> clone() const = 0;

    /// True for a zip archive.
    [[nodiscard]] virtual bool isArchive() const = 0;
};

/// Opens a zip archive, a folder, or a single file (which stands for the folder it lies in). A zip
/// is refused with one sentence when it is truncated or damaged, encrypted, holds an entry that
/// leaves its folder (`..`, absolute, drive letter, symbolic link) or is a bomb by `limits`. Names
/// in a zip are UTF-8 where flagged or valid as such, else CP437.
Result<std::unique_ptr<ImageSource>> openSource(const QString& fileOrFolder,
                                                const SourceLimits& limits = {});

/// True when the extension is that of an image format that can be decoded.
bool isImageName(const QString& path);

} // namespace labelwright
