#include "core/dataset/zip_source.h"

#include "core/dataset/guarded_zip.h"
#include "core/dataset/zip_directory.h"

#include <QFile>
#include <QFileInfo>

#include <quazip/quazipfile.h>
#include <quazip/unzip.h>

#include <algorithm>

namespace labelwright {

namespace {

class ZipSource final : public ImageSource
{
public:
    ZipSource(std::unique_ptr<OpenZip> zip, std::shared_ptr<const ZipDirectory> directory)
        : m_directory(std::move(directory))
        , m_zip(std::move(zip))
    {
        m_zip->zip.goToFirstFile(); // From now on QuaZip knows that some file is current.
    }

    [[nodiscard]] const std::vector<SourceEntry>& entries() const override
    {
        return m_directory->entries;
    }
    [[nodiscard]] Result<QByteArray> read(const QString& path) const override;
    [[nodiscard]] Result<std::unique_ptr<ImageSource>> clone() const override;
    [[nodiscard]] bool isArchive() const override { return true; }

private:
    [[nodiscard]] Result<QByteArray> readEntry(std::size_t index) const;

    std::shared_ptr<const ZipDirectory> m_directory;
    std::unique_ptr<OpenZip> m_zip;
};

tl::unexpected<Error> unreadableEntry(const QString& archive, const QString& path, int code)
{
    return failure(
        QStringLiteral("The file %1 in the archive %2 is damaged and cannot be unpacked.")
            .arg(path, QFileInfo(archive).fileName()),
        QStringLiteral("QuaZip error %1").arg(code));
}

Result<QByteArray> ZipSource::readEntry(std::size_t index) const
{
    const SourceEntry& entry = m_directory->entries[index];
    const ZipDirectory::Position& place = m_directory->positions[index];
    const unz64_file_pos position{place.offset, place.number};
    if (unzGoToFilePos64(m_zip->zip.getUnzFile(), &position) != UNZ_OK)
        return unreadableEntry(m_directory->path, entry.path, UNZ_BADZIPFILE);
    QuaZipFile file(&m_zip->zip);
    if (!file.open(QIODevice::ReadOnly))
        return unreadableEntry(m_directory->path, entry.path, file.getZipError());
    QByteArray content(entry.bytes, Qt::Uninitialized);
    qint64 done = 0;
    while (done < entry.bytes) {
        const qint64 got = file.read(content.data() + done, entry.bytes - done);
        if (got <= 0)
            break;
        done += got;
    }
    file.close(); // Compares the checksum.
    if (done != entry.bytes || file.getZipError() != UNZ_OK)
        return unreadableEntry(m_directory->path, entry.path, file.getZipError());
    return content;
}

Result<QByteArray> ZipSource::read(const QString& path) const
{
    const auto& all = m_directory->entries;
    const auto found = std::lower_bound(
        all.begin(), all.end(), path,
        [](const SourceEntry& entry, const QString& wanted) { return entry.path < wanted; });
    const QString archive = QFileInfo(m_directory->path).fileName();
    if (found == all.end() || found->path != path)
        return failure(QStringLiteral("There is no file %1 in the archive %2.").arg(path, archive));
    return guardedZip(
        QStringLiteral("The file %1 in the archive %2 cannot be unpacked.").arg(path, archive),
        [&] { return readEntry(static_cast<std::size_t>(found - all.begin())); });
}

Result<std::unique_ptr<ImageSource>> ZipSource::clone() const
{
    auto zip = openZip(m_directory->path);
    if (!zip)
        return failureOf(zip);
    return std::make_unique<ZipSource>(std::move(*zip), m_directory);
}

} // namespace

bool isZipFile(const QString& path)
{
    if (path.endsWith(u".zip", Qt::CaseInsensitive))
        return true;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(4);
    return start == QByteArrayLiteral("PK\x03\x04") || start == QByteArrayLiteral("PK\x05\x06");
}

Result<std::unique_ptr<ImageSource>> openZipSource(const QString& path, const SourceLimits& limits)
{
    return guardedZip(QStringLiteral("The archive %1 cannot be opened.").arg(path),
                      [&]() -> Result<std::unique_ptr<ImageSource>> {
                          auto zip = openZip(path);
                          if (!zip)
                              return failureOf(zip);
                          auto directory = readZipDirectory((*zip)->zip, path, limits);
                          if (!directory)
                              return failureOf(directory);
                          return std::make_unique<ZipSource>(
                              std::move(*zip),
                              std::make_shared<const ZipDirectory>(std::move(*directory)));
                      });
}

} // namespace labelwright
