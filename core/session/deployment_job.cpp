#include "core/session/deployment_job.h"

#include "core/base/atomic_file.h"
#include "core/base/csv_cell.h"
#include "core/imaging/thumbnail.h"
#include "core/session/prediction_job.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>

namespace labelwright {

namespace {

/// Middle grey in the input's size, as a file.
QByteArray neutralImage(const ModelSpec& spec)
{
    const InputBlock* input = find<InputBlock>(spec);
    const Preprocessing size = input != nullptr ? input->preprocessing : Preprocessing();
    QImage grey(size.width, size.height, QImage::Format_RGB888);
    grey.fill(Qt::gray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    grey.save(&buffer, "BMP");
    return bytes;
}

QImage pictureOf(const QByteArray& encoded)
{
    const auto picture = makeThumbnail(encoded, pictureSide);
    return picture ? *picture : QImage();
}

QByteArray cell(const QString& text)
{
    return csvCell(text, FormulaGuard::On);
}

QByteArray csvHeader(const QStringList& outputs)
{
    QByteArrayList cells{"file"};
    for (const QString& output : outputs)
        cells.append(cell(QStringLiteral("score:") + output));
    for (const QString& output : outputs)
        cells.append(cell(output));
    cells.append("error");
    return cells.join(',') + '\n';
}

QByteArray csvLine(const QString& file, const Result<Prediction>& prediction, qsizetype outputs)
{
    QByteArrayList cells{cell(file)};
    for (qsizetype i = 0; i < outputs; ++i)
        cells.append(prediction ? QByteArray::number(static_cast<double>(
                                                         prediction->scores[std::size_t(i)]),
                                                     'g', 9)
                                : QByteArray());
    for (qsizetype i = 0; i < outputs; ++i)
        cells.append(prediction ? QByteArray::number(int(prediction->present[std::size_t(i)]))
                                : QByteArray());
    cells.append(prediction ? QByteArray() : cell(prediction.error().summary));
    return cells.join(',') + '\n';
}

} // namespace

ServedModel servedModel(const Deployment& deployment)
{
    ServedModel model{deployment.spec, deployment.labels, deployment.weightsPath, {}, {}};
    for (const LabelDecision& decision : deployment.decisions) {
        model.calibration.push_back(decision.calibration);
        model.thresholds.push_back(decision.threshold);
    }
    return model;
}

Result<PredictionService> openWarm(const Project& project, DeploymentId id, std::stop_token stop)
{
    const auto known = deployment(project, id);
    if (!known)
        return failureOf(known);
    auto service = PredictionService::open(servedModel(*known));
    if (!service)
        return service;
    const QByteArray grey = neutralImage(known->spec);
    const auto first = service->predict({&grey, 1});
    if (!first.front())
        return failureOf(first.front());
    if (stop.stop_requested())
        return tl::unexpected<Error>(cancelledError());
    return service;
}

TriedImage tryImage(const PredictionService& service, const QString& name,
                    const QByteArray& encoded)
{
    auto predictions = service.predict({&encoded, 1});
    const QImage picture = pictureOf(encoded);
    const QImage thumbnail =
        picture.isNull() ? picture
                         : picture.scaled(triedThumbnailSide, triedThumbnailSide,
                                          Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return {name, encoded, picture, thumbnail, std::move(predictions.front())};
}

Result<std::vector<TriedImage>> tryFiles(const PredictionService& service, const QStringList& files,
                                         const ProgressCallback& progress, std::stop_token stop)
{
    std::vector<TriedImage> tried;
    for (const QString& file : files) {
        if (stop.stop_requested())
            return tl::unexpected<Error>(cancelledError());
        const QString name = QFileInfo(file).fileName();
        const auto bytes = readFile(file);
        tried.push_back(bytes ? tryImage(service, name, *bytes)
                              : TriedImage{name, {}, {}, {}, failureOf(bytes)});
        if (progress)
            progress({QStringLiteral("Predicting"), qint64(tried.size()), files.size()});
    }
    return tried;
}

Result<FolderPrediction> predictFolder(const PredictionService& service, const QStringList& outputs,
                                       const QString& folder, const QString& csvPath,
                                       const ProgressCallback& progress, std::stop_token stop)
{
    const auto files = imageFilesIn({folder});
    if (!files)
        return failureOf(files);
    FolderPrediction result{csvPath, files->size(), 0};
    QByteArray table = csvHeader(outputs);
    const QDir root(folder);
    const auto done = predictFiles(
        service, *files,
        [&](std::size_t index, const Result<Prediction>& prediction) {
            const QString name = root.relativeFilePath(files->at(static_cast<qsizetype>(index)));
            table += csvLine(name, prediction, outputs.size());
            result.failed += prediction ? 0 : 1;
        },
        progress, std::move(stop));
    if (!done)
        return failureOf(done);
    if (const auto written = writeFileAtomically(csvPath, table); !written)
        return failureOf(written);
    return result;
}

} // namespace labelwright
