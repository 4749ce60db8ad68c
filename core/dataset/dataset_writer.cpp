#include "core/dataset/dataset_writer.h"

#include "core/dataset/written_index.h"
#include "core/dataset/zip_writer.h"

namespace labelwright {

namespace {

Result<void> checkRequest(const DatasetWriteRequest& request)
{
    const std::size_t samples = request.samples.size();
    const auto labels = static_cast<std::size_t>(request.labels.size());
    const auto scores = static_cast<std::size_t>(request.scoreLabels.size());
    const bool fits = request.annotations.samples() == samples &&
                      request.annotations.labels() == labels &&
                      request.scores.size() == samples * scores && request.readImage;
    if (!fits)
        return failure(
            QStringLiteral("The dataset cannot be written: its parts do not fit together."));
    return {};
}

} // namespace

Result<void> writeDataset(const QString& zipPath, const DatasetWriteRequest& request,
                          const ProgressCallback& progress, std::stop_token stop)
{
    if (const auto checked = checkRequest(request); !checked)
        return checked;
    auto zip = ZipWriter::create(zipPath);
    if (!zip)
        return failureOf(zip);
    const QStringList names = entryNames(request.samples);
    if (const auto added = addIndex(*zip, request, names); !added)
        return added;
    for (std::size_t i = 0; i < request.samples.size(); ++i) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto bytes = request.readImage(i);
        if (!bytes)
            return failureOf(bytes);
        const QString& name = names[static_cast<qsizetype>(i)];
        if (const auto added = zip->add(name, *bytes, Packing::Store); !added)
            return added;
        if (progress)
            progress({QStringLiteral("Writing images"), static_cast<qint64>(i + 1), names.size()});
    }
    return zip->commit();
}

} // namespace labelwright
