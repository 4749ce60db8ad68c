#include "core/project/sample_reader.h"

#include "core/base/digest.h"
#include "core/project/original_files.h"
#include "core/project/sample_locations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unordered_map>
#include <unordered_set>

namespace labelwright {

struct SampleReader::Archives
{
    std::unordered_map<qint64, std::unique_ptr<ImageSource>> opened; ///< By import.
    std::unordered_set<qint64> openedAnew; ///< Imports whose source was opened for itself.
};

namespace {

/// The file of an entry when the import's source is a folder or a file in it.
QString fileOf(const QString& source, const QString& entry)
{
    const QFileInfo info(source);
    return (info.isDir() ? source : info.absolutePath()) + u'/' + entry;
}

qint64 timeOf(const QString& path)
{
    return QFileInfo(path).lastModified().toMSecsSinceEpoch();
}

Result<QByteArray> readCopy(const SampleLocations& locations, const SampleLocation& location)
{
    const QString path = locations.originals + u'/'
                         + originalPath(location.sha256.toHex(), location.suffix);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(QStringLiteral("The project's copy %1 of an image cannot be read; restore "
                                      "the project's folder originals from a backup.")
                           .arg(path),
                       file.errorString());
    QByteArray bytes = file.readAll();
    if (bytes.size() != location.bytes)
        return failure(QStringLiteral("The project's copy %1 of an image is damaged; restore the "
                                      "project's folder originals from a backup.")
                           .arg(path));
    return bytes;
}

tl::unexpected<Error> unknownSample()
{
    return failure(QStringLiteral("The sample does not exist any more; list the samples again."));
}

tl::unexpected<Error> changedFailure(const QString& path)
{
    return failure(QStringLiteral("The image %1 is not the one that was imported any more; restore "
                                  "it, or import it anew.")
                       .arg(path));
}

} // namespace

SampleReader::SampleReader(std::shared_ptr<const SampleLocations> locations)
    : m_locations(std::move(locations)), m_archives(std::make_unique<Archives>())
{}

SampleReader::SampleReader(SampleReader&&) noexcept = default;
SampleReader& SampleReader::operator=(SampleReader&&) noexcept = default;
SampleReader::~SampleReader() = default;

Keeping SampleReader::keeping(SampleId sample) const
{
    const SampleLocation* location = m_locations->find(sample);
    return location != nullptr ? location->keeping : Keeping::Copy;
}

Result<SampleBytes> SampleReader::read(SampleId sample)
{
    const SampleLocation* location = m_locations->find(sample);
    if (location == nullptr)
        return unknownSample();
    if (location->keeping == Keeping::Reference || !location->checked)
        return readSource(*location);
    Result<QByteArray> bytes = readCopy(*m_locations, *location);
    if (!bytes)
        return failureOf(bytes);
    return SampleBytes{std::move(*bytes), location->suffix, 0};
}

Result<void> SampleReader::openSource(SampleId sample)
{
    const SampleLocation* location = m_locations->find(sample);
    if (location == nullptr)
        return unknownSample();
    if (m_archives->openedAnew.contains(location->import))
        return {};
    const QString& path = m_locations->sources.at(location->import);
    Result<std::unique_ptr<ImageSource>> source = labelwright::openSource(path);
    if (!source)
        return failureOf(source);
    if ((*source)->entries().empty())
        return failure(QStringLiteral("%1 holds no files any more; bring them back.").arg(path));
    m_archives->opened[location->import] = std::move(*source);
    m_archives->openedAnew.insert(location->import);
    return {};
}

Result<SampleBytes> SampleReader::readSource(const SampleLocation& location)
{
    std::unique_ptr<ImageSource>& source = m_archives->opened[location.import];
    if (!source) {
        Result<std::unique_ptr<ImageSource>> opened = m_locations->openImport(location.import);
        if (!opened)
            return failureOf(opened);
        source = std::move(*opened);
    }
    Result<QByteArray> bytes = source->read(location.entry);
    if (!bytes)
        return failureOf(bytes);
    const QString path = fileOf(m_locations->sources.at(location.import), location.entry);
    const qint64 modified = source->isArchive() ? 0 : timeOf(path);
    const bool untouched = modified != 0 && modified == location.modified;
    if (location.checked
        && (bytes->size() != location.bytes
            || (!untouched && QByteArray::fromHex(sha256(*bytes)) != location.sha256)))
        return changedFailure(source->isArchive() ? location.entry : path);
    return SampleBytes{std::move(*bytes), cleanSuffix(location.entry), modified};
}

} // namespace labelwright
