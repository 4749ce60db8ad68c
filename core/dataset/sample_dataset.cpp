#include "core/dataset/sample_dataset.h"

#include "core/base/parallel.h"
#include "core/dataset/written_index.h"
#include "core/dataset/zip_writer.h"
#include "core/imaging/landscape_scene.h"
#include "core/imaging/song_spectrogram.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace labelwright {

namespace {

constexpr int segmentsPerSong = 4;

/// One drawn image, packed.
struct DrawnImage
{
    QByteArray bytes;
    std::vector<bool> labels;
    QString group;
};

QByteArray packed(const Pixels& pixels, const char* format, int quality)
{
    const auto layout = pixels.channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8;
    const QImage image(pixels.data.data(), pixels.width, pixels.height,
                       static_cast<qsizetype>(pixels.width) * pixels.channels, layout);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

/// What is drawn at once: one landscape, or one song with its segments.
std::vector<DrawnImage> drawUnit(const SampleDatasetRequest& request, std::size_t unit)
{
    Random random(request.seed, unit);
    std::vector<DrawnImage> drawn;
    if (request.kind == SampleKind::Landscapes) {
        const SampleImage scene = drawLandscape(random);
        drawn.push_back({packed(scene.image, "JPEG", 92), scene.labels, {}});
        return drawn;
    }
    const QString song = QStringLiteral("song-%1").arg(unit + 1, 5, 10, QLatin1Char('0'));
    for (const SampleImage& segment : drawSong(random, song, segmentsPerSong))
        drawn.push_back({packed(segment.image, "PNG", -1), segment.labels, segment.group});
    return drawn;
}

/// Draws unit after unit into the archive and remembers labels and groups for the index.
class SampleWriter
{
public:
    SampleWriter(ZipWriter& zip, const SampleDatasetRequest& request)
        : m_zip(zip)
        , m_request(request)
    {
        const bool areSongs = request.kind == SampleKind::Spectrograms;
        m_index.labels = areSongs ? songLabels() : landscapeLabels();
        m_index.groupColumn = areSongs ? QStringLiteral("song") : QString();
        m_index.subsetColumn.clear();
        m_index.annotations = LabelMatrix(0, static_cast<std::size_t>(m_index.labels.size()));
    }

    Result<void> write(const ProgressCallback& progress, std::stop_token stop)
    {
        const auto count = static_cast<std::size_t>(m_request.count);
        const int threads = defaultThreadCount();
        std::vector<std::vector<DrawnImage>> batch(static_cast<std::size_t>(threads) * 8);
        for (std::size_t first = 0; m_index.samples.size() < count; first += batch.size()) {
            parallelFor(
                batch.size(), threads,
                [&](int, std::size_t i) { batch[i] = drawUnit(m_request, first + i); }, stop);
            if (stop.stop_requested())
                return tl::unexpected(cancelledError());
            for (const auto& unit : batch)
                for (const DrawnImage& image : unit)
                    if (m_index.samples.size() < count)
                        if (const auto added = addImage(image); !added)
                            return added;
            if (progress)
                progress({QStringLiteral("Drawing images"),
                          static_cast<qint64>(m_index.samples.size()), m_request.count});
        }
        return addIndex(m_zip, m_index, entryNames(m_index.samples));
    }

private:
    Result<void> addImage(const DrawnImage& image)
    {
        if (image.bytes.isEmpty())
            return failure(QStringLiteral("The sample data cannot be packed as images: Qt's image "
                                          "plugins are missing."));
        const bool areSongs = m_request.kind == SampleKind::Spectrograms;
        const QString name = QStringLiteral("images/%1.%2")
                                 .arg(m_index.samples.size() + 1, 5, 10, QLatin1Char('0'))
                                 .arg(areSongs ? u"png" : u"jpg");
        std::vector<Annotation> row(image.labels.size());
        std::transform(image.labels.begin(), image.labels.end(), row.begin(), [](bool isPresent) {
            return isPresent ? Annotation::Present : Annotation::Absent;
        });
        m_index.samples.push_back({name, std::nullopt, image.group, {}});
        m_index.annotations.append(row);
        return m_zip.add(name, image.bytes, Packing::Store);
    }

    ZipWriter& m_zip;
    const SampleDatasetRequest& m_request;
    DatasetWriteRequest m_index;
};

} // namespace

Result<void> writeSampleDataset(const QString& zipPath, const SampleDatasetRequest& request,
                                const ProgressCallback& progress, std::stop_token stop)
{
    if (request.count < 1 || request.count > 1'000'000)
        return failure(
            QStringLiteral("The sample data cannot have %1 images: give a number from 1 to "
                           "1,000,000.")
                .arg(request.count));
    auto zip = ZipWriter::create(zipPath);
    if (!zip)
        return failureOf(zip);
    if (const auto written = SampleWriter(*zip, request).write(progress, stop); !written)
        return written;
    return zip->commit();
}

} // namespace labelwright
