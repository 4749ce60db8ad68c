#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/deployment/prediction_service.h"
#include "core/project/deployments.h"

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace labelwright {

/// The deployment's copies, as the prediction service takes them. Labels keep their own names;
/// `outputNames` are for callers.
ServedModel servedModel(const Deployment& deployment);

/// Loads a deployment's network and runs it once, so that the first real image is as fast as later
/// ones.
Result<PredictionService> openWarm(const Project& project, DeploymentId deployment,
                                   std::stop_token stop = {});

/// An image that a deployment was tried on.
struct TriedImage
{
    QString name;
    QByteArray encoded; ///< The file's bytes.
    QImage picture;     ///< For the screen: at most `pictureSide` pixels wide or high; may be null.
    QImage thumbnail;   ///< The same, at most `triedThumbnailSide` pixels.
    Result<Prediction> prediction; ///< Fails alone, with a sentence, when it is no readable image.
};
inline constexpr int pictureSide = 1024;
inline constexpr int triedThumbnailSide = 128;

/// Predicts one image that is in memory.
TriedImage tryImage(const PredictionService& service, const QString& name,
                    const QByteArray& encoded);

/// Reads and predicts files in their order; one that cannot be read fails alone.
Result<std::vector<TriedImage>> tryFiles(const PredictionService& service, const QStringList& files,
                                         const ProgressCallback& progress = {},
                                         std::stop_token stop = {});

/// What became of a folder of images.
struct FolderPrediction
{
    QString csvPath;
    qsizetype images = 0;
    qsizetype failed = 0; ///< Could not be read; the table says why.
};

/// Predicts every image below `folder` into a CSV table: file, one score and one decision (1 or 0)
/// per output, an error where an image could not be read. The table appears only when complete.
Result<FolderPrediction> predictFolder(const PredictionService& service, const QStringList& outputs,
                                       const QString& folder, const QString& csvPath,
                                       const ProgressCallback& progress = {},
                                       std::stop_token stop = {});

/// Where in an image the model sees each label, in their order: 8-bit grey, white where the image
/// speaks most for the label, with the image's proportions. Outside of what the network was shown
/// (a cropped border) it is black. Fails with a sentence for a network without feature maps.
Result<std::vector<QImage>> whyMaps(const ServedModel& model, const QByteArray& encoded);

/// The same for one label.
Result<QImage> whyMap(const ServedModel& model, const QByteArray& encoded, int label);

} // namespace labelwright
