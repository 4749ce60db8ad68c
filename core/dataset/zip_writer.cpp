#include "core/dataset/zip_writer.h"

#include "core/dataset/guarded_zip.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

namespace labelwright {

struct ZipWriter::Parts
{
    explicit Parts(const QString& path)
        : file(path)
        , zip(&file)
    {
    }

    QSaveFile file;
    QuaZip zip; ///< After the file, which it writes to: destroyed first.
};

namespace {

tl::unexpected<Error> writeFailure(const QString& path, const QString& detail)
{
    return failure(
        QStringLiteral("The archive %1 cannot be written; check the folder's permissions and "
                       "the free disk space.")
            .arg(path),
        detail);
}

} // namespace

ZipWriter::ZipWriter(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}
ZipWriter::ZipWriter(ZipWriter&&) noexcept = default;
ZipWriter& ZipWriter::operator=(ZipWriter&&) noexcept = default;
ZipWriter::~ZipWriter() = default;

Result<ZipWriter> ZipWriter::create(const QString& path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto parts = std::make_unique<Parts>(path);
    if (!parts->file.open(QIODevice::WriteOnly))
        return writeFailure(path, parts->file.errorString());
    parts->zip.setAutoClose(false); // A QSaveFile is committed, never closed.
    parts->zip.setUtf8Enabled(true);
    parts->zip.setDataDescriptorWritingEnabled(false);
    if (!parts->zip.open(QuaZip::mdCreate))
        return writeFailure(path, QStringLiteral("QuaZip error %1").arg(parts->zip.getZipError()));
    return ZipWriter(std::move(parts));
}

Result<void> ZipWriter::add(const QString& name, const QByteArray& content, Packing packing)
{
    const QString path = m_parts->file.fileName();
    return guardedZip(QStringLiteral("The archive %1 cannot be written.").arg(path),
                      [&]() -> Result<void> {
                          QuaZipNewInfo info(name);
                          info.dateTime = QDateTime(QDate(2000, 1, 1), QTime(0, 0));
                          info.setPermissions(QFile::ReadOwner | QFile::WriteOwner |
                                              QFile::ReadGroup | QFile::ReadOther);
                          QuaZipFile entry(&m_parts->zip);
                          const int method = packing == Packing::Deflate ? Z_DEFLATED : 0;
                          const int level = packing == Packing::Deflate ? Z_DEFAULT_COMPRESSION : 0;
                          if (!entry.open(QIODevice::WriteOnly, info, nullptr, 0, method, level))
                              return writeFailure(
                                  path, QStringLiteral("QuaZip error %1").arg(entry.getZipError()));
                          const bool isWritten = entry.write(content) == content.size();
                          entry.close();
                          if (!isWritten || entry.getZipError() != ZIP_OK)
                              return writeFailure(path, m_parts->file.errorString());
                          return {};
                      });
}

Result<void> ZipWriter::commit()
{
    m_parts->zip.close();
    if (m_parts->zip.getZipError() != ZIP_OK || !m_parts->file.commit())
        return writeFailure(m_parts->file.fileName(), m_parts->file.errorString());
    return {};
}

} // namespace labelwright
