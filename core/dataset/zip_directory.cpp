#include "core/dataset/zip_directory.h"

#include "core/dataset/entry_names.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <quazip/unzip.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace labelwright {

namespace {

constexpr unsigned encryptedFlag = 1U << 0U;
constexpr unsigned utf8Flag = 1U << 11U;

QString sizeText(quint64 bytes)
{
    constexpr auto most = static_cast<quint64>(std::numeric_limits<qint64>::max());
    return QLocale::c().formattedDataSize(static_cast<qint64>(std::min(bytes, most)), 1);
}

/// One entry of the central directory, its name decoded.
struct DirectoryEntry
{
    QString name;
    bool isEncrypted = false;
    bool isLink = false;
    quint64 packed = 0;
    quint64 unpacked = 0;
    quint32 crc32 = 0;
};

/// The entry that is current in `zip`; nothing when its record is damaged. Asks minizip itself, as
/// QuaZip would decode the name by a codec.
std::optional<DirectoryEntry> currentEntry(QuaZip& zip)
{
    constexpr unsigned fileTypeMask = 0170000;
    constexpr unsigned linkType = 0120000;
    unz_file_info64 info{};
    unzFile handle = zip.getUnzFile();
    if (unzGetCurrentFileInfo64(handle, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
        return std::nullopt;
    QByteArray name(static_cast<qsizetype>(info.size_filename), '\0');
    if (unzGetCurrentFileInfo64(handle, &info, name.data(), info.size_filename, nullptr, 0, nullptr,
                                0) != UNZ_OK)
        return std::nullopt;
    return DirectoryEntry{zipEntryName(name, (info.flag & utf8Flag) != 0),
                          (info.flag & encryptedFlag) != 0,
                          ((info.external_fa >> 16U) & fileTypeMask) == linkType,
                          info.compressed_size,
                          info.uncompressed_size,
                          static_cast<quint32>(info.crc)};
}

/// What all entries together claim.
struct Totals
{
    quint64 packed = 0;
    quint64 unpacked = 0;
};

bool exceedsRatio(quint64 packed, quint64 unpacked, const SourceLimits& limits)
{
    return unpacked > static_cast<quint64>(limits.ratioFrom) &&
           static_cast<double>(unpacked) >
               limits.maxRatio * static_cast<double>(std::max<quint64>(packed, 1));
}

tl::unexpected<Error> bombFailure(const QString& archive, const QString& what)
{
    return failure(QStringLiteral("The archive %1 is refused as a zip bomb: %2.")
                       .arg(QFileInfo(archive).fileName(), what));
}

Result<void> checkEntry(const QString& archive, const DirectoryEntry& entry,
                        const SourceLimits& limits)
{
    const QString file = QFileInfo(archive).fileName();
    if (leavesFolder(entry.name))
        return failure(QStringLiteral("The archive %1 is refused: its entry %2 points outside the "
                                      "archive's folder.")
                           .arg(file, entry.name));
    if (entry.isLink)
        return failure(QStringLiteral("The archive %1 is refused: its entry %2 is a symbolic link; "
                                      "pack the file itself.")
                           .arg(file, entry.name));
    if (entry.isEncrypted)
        return failure(
            QStringLiteral("The archive %1 is encrypted; unpack it with its password and "
                           "import the folder.")
                .arg(file));
    if (entry.unpacked > static_cast<quint64>(limits.maxEntryBytes))
        return bombFailure(archive, QStringLiteral("%1 claims %2, more than %3")
                                        .arg(entry.name, sizeText(entry.unpacked),
                                             sizeText(static_cast<quint64>(limits.maxEntryBytes))));
    if (exceedsRatio(entry.packed, entry.unpacked, limits))
        return bombFailure(archive,
                           QStringLiteral("%1 grows from %2 to %3")
                               .arg(entry.name, sizeText(entry.packed), sizeText(entry.unpacked)));
    return {};
}

Result<void> checkTotals(const QString& archive, const Totals& totals, const SourceLimits& limits)
{
    const auto fileBytes = static_cast<quint64>(QFileInfo(archive).size());
    const auto mostBytes = static_cast<quint64>(limits.maxTotalBytes);
    if (totals.unpacked > mostBytes)
        return bombFailure(archive,
                           QStringLiteral("its files claim more than %1").arg(sizeText(mostBytes)));
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
    const std::optional<DirectoryEntry> entry = currentEntry(zip);
    if (!entry)
        return damagedFailure(directory.path, UNZ_BADZIPFILE);
    if (const auto checked = checkEntry(directory.path, *entry, limits); !checked)
        return checked;
    constexpr quint64 overlapping = quint64{1}
                                    << 40; // So that false claims cannot overflow the sum.
    totals.packed += std::min(entry->packed, overlapping);
    totals.unpacked += entry->unpacked;
    if (entry->name.isEmpty() || entry->name.endsWith(u'/') || isSystemFile(entry->name))
        return {};
    unz64_file_pos position{};
    if (unzGetFilePos64(zip.getUnzFile(), &position) != UNZ_OK)
        return damagedFailure(directory.path, UNZ_BADZIPFILE);
    directory.entries.push_back({entry->name, static_cast<qint64>(entry->unpacked), entry->crc32});
    directory.positions.push_back({position.pos_in_zip_directory, position.num_of_file});
    return {};
}

/// Whether the record that ends an archive is there to its last byte; minizip overlooks a cut in
/// it.
bool hasWholeEnd(const QString& path)
{
    constexpr qint64 recordBytes = 22;
    constexpr qint64 longestComment = 65'535;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    file.seek(std::max<qint64>(0, file.size() - recordBytes - longestComment));
    const QByteArray end = file.readAll();
    const qsizetype at = end.lastIndexOf(QByteArrayLiteral("PK\x05\x06"));
    return at >= 0 && end.size() - at >= recordBytes;
}

} // namespace

Result<std::unique_ptr<OpenZip>> openZip(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    auto opened = std::make_unique<OpenZip>(path);
    BlockFile& file = opened->file;
    if (!file.openForReading())
        return failure(
            QStringLiteral("The file %1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray start = file.read(4);
    if (!start.startsWith("PK"))
        return failure(
            QStringLiteral("The file %1 is no zip archive, although its name says so.").arg(name));
    if (start == QByteArrayLiteral("PK\x05\x06"))
        return failure(QStringLiteral("The archive %1 is empty.").arg(name));
    opened->zip.setAutoClose(false);
    if (!file.seek(0) || !opened->zip.open(QuaZip::mdUnzip))
        return damagedFailure(path, opened->zip.getZipError());
    return opened;
}

Result<ZipDirectory> readZipDirectory(QuaZip& zip, const QString& path, const SourceLimits& limits)
{
    if (!hasWholeEnd(path))
        return damagedFailure(path, UNZ_BADZIPFILE);
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
