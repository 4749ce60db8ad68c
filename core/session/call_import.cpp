#include "core/session/call_import.h"

#include "core/base/atomic_file.h"
#include "core/imaging/image_header.h"
#include "core/project/datasets.h"
#include "core/project/deployments.h"
#include "core/project/experiments.h"

#include <QCoreApplication>
#include <QDir>

namespace labelwright {

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("labelwright", source);
}

QString suffixOf(const QByteArray& encoded)
{
    const auto header = readImageHeader(encoded);
    return header ? header->formatName.toLower() : QStringLiteral("jpeg");
}

QString fileNameOf(const LoggedImage& image)
{
    return QStringLiteral("call-%1-%2.%3")
        .arg(image.time.toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")))
        .arg(image.number)
        .arg(suffixOf(image.encoded));
}

Result<void> writeImages(const QString& folder, const std::vector<LoggedImage>& images,
                         const ProgressCallback& progress, const std::stop_token& stop)
{
    qint64 written = 0;
    for (const LoggedImage& image : images) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const QString path = QDir(folder).filePath(fileNameOf(image));
        if (const auto done = writeFileAtomically(path, image.encoded); !done)
            return done;
        if (progress)
            progress({QStringLiteral("Writing images"), ++written,
                      static_cast<qint64>(images.size())});
    }
    return {};
}

} // namespace

Result<DatasetId> datasetOf(const Project& project, const Deployment& deployment)
{
    const auto made = experiment(project, deployment.experiment);
    if (!made)
        return failure(text(QT_TRANSLATE_NOOP("labelwright",
                                              "The experiment %1 is gone, and with it the dataset "
                                              "that these images would belong to; import them from "
                                              "the caller's files instead."))
                           .arg(deployment.experimentName),
                       made.error().summary);
    return made->dataset;
}

Result<ImportSummary> importCalls(Project& project, DatasetId id,
                                  const std::vector<LoggedImage>& images,
                                  const ProgressCallback& progress, std::stop_token stop)
{
    const auto target = dataset(project, id);
    const auto split = usualSplit(project, id);
    if (!target || !split)
        return target ? failureOf(split) : failureOf(target);
    // A stopped import must find the files again, so that only a complete one removes them.
    const QString folder = QDir(project.cacheFolder())
                               .filePath(QStringLiteral("calls-%1").arg(
                                   QDateTime::currentMSecsSinceEpoch()));
    if (const auto written = writeImages(folder, images, progress, stop); !written) {
        QDir(folder).removeRecursively();
        return failureOf(written);
    }
    ImportRequest request;
    request.path = folder;
    request.dataset = target->name;
    request.target = ImportTarget::ExistingDataset;
    request.keeping = Keeping::Copy;
    request.options.labels = LabelSearch::Unlabelled;
    request.split = *split;
    auto summary = importDataset(project, request, progress, std::move(stop));
    if (summary || !isCancelled(summary.error()))
        QDir(folder).removeRecursively();
    return summary;
}

} // namespace labelwright
