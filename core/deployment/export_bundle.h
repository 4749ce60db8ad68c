#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/deployment/prediction_service.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstddef>
#include <stop_token>
#include <vector>

namespace labelwright {

/// An image file for proving an export, or to go with it.
struct BundleImage
{
    QString name;       ///< File name, with its ending.
    QByteArray encoded; ///< The file's bytes.
};

enum class Overwrite { No, Yes };

/// What an export holds.
struct BundleRequest
{
    ServedModel model;
    QString title;                       ///< Names the model in the texts: the experiment's name.
    QString checkpoint;                  ///< In words: "best, epoch 7".
    QString program;                     ///< "Labelwright 0.1.0".
    QByteArray modelCard;                ///< Markdown, see core/report/model_card.h.
    std::vector<BundleImage> validation; ///< Proof: at most the first 64 readable ones are used.
    std::size_t sampleCount = 4; ///< How many of `validation` go into the bundle as samples.
    int threads = 0;
    Overwrite overwrite = Overwrite::No;
};

/// What was written and how well it agrees with the application.
struct ExportReport
{
    QString path;              ///< The folder or file.
    QString modelPath;         ///< The TorchScript file.
    std::size_t images = 0;    ///< Compared images.
    std::size_t decisions = 0; ///< Compared (image, label) pairs.
    std::size_t changedDecisions = 0;
    double maxDifference = 0; ///< Largest difference of two scores.
    qint64 bytes = 0;         ///< Size of all files.
};

/// Largest difference of scores, on the same pixels, that an export may show.
inline constexpr double allowedScoreDifference = 1e-4;

/// Writes a TorchScript model that gives the application's scores. `path` ending in ".pt" or
/// ".torchscript": one file with labels, preprocessing, thresholds and the proof stored inside;
/// any other path: a folder with model.pt, labels.json, preprocessing.json, thresholds.json,
/// verification.json, model-card.md, README.md, example.py and samples/.
///
/// The written model is run on the validation images and held against the application's own
/// service; when scores differ by more than `allowedScoreDifference` or any decision changes, what
/// was written is removed and the export fails. It appears under `path` only when complete. A
/// target that exists (an empty folder does not count) is refused unless `overwrite` says so, and
/// stays as it was on any failure; a folder that is no bundle is never replaced.
Result<ExportReport> exportTorchScriptBundle(const BundleRequest& request, const QString& path,
                                             const ProgressCallback& progress = {},
                                             std::stop_token stop = {});

/// The report as JSON: what `verification.json` holds.
QJsonObject toJson(const ExportReport& report);

} // namespace labelwright
