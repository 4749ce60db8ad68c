#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/samples.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>

namespace labelwright {

struct SampleLocation;
struct SampleLocations;

/// Where the images of a dataset lie at the time of the call; immutable, shared by threads.
Result<std::shared_ptr<const SampleLocations>> sampleLocations(const Project& project,
                                                               DatasetId dataset);

/// An image file as it is stored.
struct SampleBytes
{
    QByteArray bytes;
    QString suffix;      ///< Of the file's name, lower case without the dot: "jpg"; may be empty.
    qint64 modified = 0; ///< Of a referenced file: milliseconds since 1970; else 0.
};

/// Reads the bytes of images wherever they lie: copies, referenced files, or, before the check, the
/// zip or folder of the import. Each worker thread has a reader of its own on shared locations and
/// keeps archives open in it.
class SampleReader
{
public:
    explicit SampleReader(std::shared_ptr<const SampleLocations> locations);
    SampleReader(SampleReader&&) noexcept;
    SampleReader& operator=(SampleReader&&) noexcept;
    ~SampleReader();

    /// The image's bytes. Fails with a sentence when the file was moved, changed or cannot be read.
    Result<SampleBytes> read(SampleId sample);

    /// Opens the source of the import that the sample came with, anew, unless `openSource` of this
    /// reader did before. Fails when the source is gone, cannot be read as a whole or holds no
    /// file: then a failed `read` of an unchecked or referenced image is no fault of the image.
    Result<void> openSource(SampleId sample);

    /// How the sample's image is kept; Copy for an unknown sample.
    [[nodiscard]] Keeping keeping(SampleId sample) const;

private:
    struct Archives;
    Result<SampleBytes> readSource(const SampleLocation& location);
    std::shared_ptr<const SampleLocations> m_locations;
    std::unique_ptr<Archives> m_archives;
};

} // namespace labelwright
