#include "core/dataset/zip_directory.h"

#include "core/dataset/entry_names.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <quazip/quazip.h>
#include <quazip/unzip.h>

#include <algorithm>
#include <numeric>

namespace labelwright {

namespace {

constexpr quint16 encryptedFlag = 1U << 0U;
constexpr quint16 utf8Flag = 1U << 11U;

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1);
}

/// What all entries together claim.
struct Totals
{
    qint64 packed = 0;
    qint64 unpacked = 0;
};

bool exceedsRatio(qint64 packed, qint64 unpacked, const SourceLimits& limits)
{
    return unpacked > limits.ratioFrom &&
           static_cast<double>(unpacked) >
               limits.maxRatio * static_cast<double>(std::max<qint64>(packed, 1));
}

tl::unexpected<Error> bombFailure(const QString& archive, const QString& what)
{
    return failure(QStringLiteral("The archive %1 is refused as a zip bomb: %2.")
                       .arg(QFileInfo(archive).fileName(), what));
}

Result<void> checkEntry(const QString& archive, const QString& name, const QuaZipFileInfo64& info,
                        const SourceLimits& limits)
{
    const QString file = QFileInfo(archive).fileName();
    if (leavesFolder(name))
        return failure(QStringLiteral("The archive %1 is refused: its entry %2 points outside the "
                                      "archive's folder.")
                           .arg(file, name));
    if (info.isSymbolicLink())
        return failure(QStringLiteral("The archive %1 is refused: its entry %2 is a symbolic link; "
                                      "pack the file itself.")
                           .arg(file, name));
    if ((info.flags & encryptedFlag) != 0)
        return failure(
            QStringLiteral("The archive %1 is encrypted; unpack it with its password and "
                           "import the folder.")
                .arg(file));
    if (info.uncompressedSize > static_cast<quint64>(limits.maxEntryBytes))
        return bombFailure(archive,
                           QStringLiteral("%1 claims %2, more than %3")
                               .arg(name, sizeText(static_cast<qint64>(info.uncompressedSize)),
                                    sizeText(limits.maxEntryBytes)));
    const auto packed = static_cast<qint64>(
        std::min(info.compressedSize, static_cast<quint64>(limits.maxTotalBytes)));
    const auto unpacked = static_cast<qint64>(info.uncompressedSize);
    if (exceedsRatio(packed, unpacked, limits))
        return bombFailure(archive, QStringLiteral("%1 grows from %2 to %3")
                                        .arg(name, sizeText(packed), sizeText(unpacked)));
    return {};
}

Result<void> checkTotals(const QString& archive, const Totals& totals, const SourceLimits& limits)
{
    const qint64 fileBytes = QFileInfo(archive).size();
    if (totals.unpacked > limits.maxTotalBytes)
        return bombFailure(
            archive,
            QStringLiteral("its files claim more than %1").arg(sizeText(limits.maxTotalBytes)));
    if (totals.packed > fileBytes)
        return bombFailure(archive, QStringLiteral("its files overlap"));
    if (exceedsRatio(fileBytes, totals.unpacked, limits))
        return bombFailure(archive, QStringLiteral("it grows from %1 to %2")
                                        .arg(sizeText(fileBytes), sizeText(totals.unpacked)));
    return {};
}

tl::unexpected<Error> damagedFailure(const QString& archive, int code)
{
    return failure(QStringLiteral("The archive %1 is truncated or damaged; fetch or pack it again.")
                       .arg(QFileInfo(archive).fileName()),
                   QStringLiteral("QuaZip error %1").arg(code));
}

/// Sorts by path and drops the later of two entries with one path.
void sortEntries(ZipDirectory& directory)
{
    std::vector<std::size_t> order(directory.entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto pathOf = [&](std::size_t i) -> const QString& { return directory.entries[i].path; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return pathOf(a) < pathOf(b); });
    order.erase(std::unique(order.begin(), order.end(),
                            [&](std::size_t a, std::size_t b) { return pathOf(a) == pathOf(b); }),
                order.end());
    ZipDirectory sorted{directory.path, {}, {}};
    for (const std::size_t i : order) {
        sorted.entries.push_back(std::move(directory.entries[i]));
        sorted.positions.push_back(directory.positions[i]);
    }
    directory = std::move(sorted);
}

/// Checks the entry that stands open in `zip` and adds it, unless it is a folder or a system file.
Result<void> addCurrentEntry(QuaZip& zip, const SourceLimits& limits, ZipDirectory& directory,
                             Totals& totals)
{
    QuaZipFileInfo64 info;
    if (!zip.getCurrentFileInfo(&info))
        return damagedFailure(directory.path, zip.getZipError());
    const QString name = zipEntryName(info.name.toLatin1(), (info.flags & utf8Flag) != 0);
    if (const auto checked = checkEntry(directory.path, name, info, limits); !checked)
        return checked;
    totals.packed += static_cast<qint64>(info.compressedSize);
    totals.unpacked += static_cast<qint64>(info.uncompressedSize);
    if (name.isEmpty() || name.endsWith(u'/') || isSystemFile(name))
        return {};
    unz64_file_pos position{};
    if (unzGetFilePos64(zip.getUnzFile(), &position) != UNZ_OK)
        return damagedFailure(directory.path, UNZ_BADZIPFILE);
    directory.entries.push_back({name, static_cast<qint64>(info.uncompressedSize), info.crc});
    directory.positions.push_back({position.pos_in_zip_directory, position.num_of_file});
    return {};
}

} // namespace

Result<void> openForReading(QuaZip& zip, const QString& path)
{
    zip.setFileNameCodec("ISO-8859-1");
    zip.setCommentCodec("ISO-8859-1");
    zip.setZipName(path);
    if (zip.open(QuaZip::mdUnzip))
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            QStringLiteral("The file %1 cannot be read: %2.").arg(path, file.errorString()));
    if (!file.peek(2).startsWith("PK"))
        return failure(QStringLiteral("The file %1 is no zip archive, although its name says so.")
                           .arg(QFileInfo(path).fileName()));
    return damagedFailure(path, zip.getZipError());
}

Result<ZipDirectory> readZipDirectory(QuaZip& zip, const QString& path, const SourceLimits& limits)
{
    if (zip.getEntriesCount() > limits.maxEntries)
        return bombFailure(path, QStringLiteral("it claims %1 files").arg(zip.getEntriesCount()));
    ZipDirectory directory{path, {}, {}};
    Totals totals;
    int seen = 0;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        if (const auto added = addCurrentEntry(zip, limits, directory, totals); !added)
            return failureOf(added);
        ++seen;
    }
    if (seen != zip.getEntriesCount())
        return damagedFailure(path, zip.getZipError());
    if (const auto checked = checkTotals(path, totals, limits); !checked)
        return failureOf(checked);
    sortEntries(directory);
    return directory;
}

} // namespace labelwright
