#include "core/session/prediction_job.h"

#include "core/base/atomic_file.h"
#include "core/dataset/source.h"
#include "core/session/decision_job.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace labelwright {

namespace {

QStringList imagesBelow(const QString& folder)
{
    QStringList found;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString file = walk.next();
        if (isImageName(file))
            found.append(file);
    }
    found.sort();
    return found;
}

} // namespace

ServedModel servedModel(const ChosenCheckpoint& chosen)
{
    return {chosen.experiment.spec, chosen.labels, chosen.checkpoint.path,
            calibrationsOf(chosen.decisions), thresholdsOf(chosen.decisions)};
}

Result<QStringList> imageFilesIn(const QStringList& paths)
{
    QStringList files;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            return failure(QStringLiteral("There is no file or folder %1.").arg(path));
        if (!info.isDir()) {
            files.append(path);
            continue;
        }
        const QStringList found = imagesBelow(path);
        if (found.isEmpty())
            return failure(QStringLiteral("The folder %1 holds no images.").arg(path));
        files.append(found);
    }
    return files;
}

Result<void> predictFiles(const PredictionService& service, const QStringList& files,
                          const PredictionService::Sink& sink, const ProgressCallback& progress,
                          std::stop_token stop)
{
    return service.predictEach(
        static_cast<std::size_t>(files.size()),
        [&files](std::size_t index) { return readFile(files.at(static_cast<qsizetype>(index))); },
        sink, progress, stop);
}

} // namespace labelwright
