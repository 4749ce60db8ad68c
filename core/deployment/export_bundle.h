#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/deployment/export_format.h"
#include "core/deployment/onnx_export.h"
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

/// Where an export goes and in which form.
struct ExportTarget
{
    QString path;
    ExportFormat format = ExportFormat::Bundle;
    OnnxOptions onnx = {}; ///< For Onnx and Triton; a bundle's examples count on the defaults.
    Overwrite overwrite = Overwrite::No;
};

/// The data a network was trained on, for the metadata of its exports; empty where it is gone.
struct DataOrigin
{
    QString dataset;    ///< Name.
    qint64 version = 0; ///< Number within the project.
    QByteArray digest;  ///< SHA-256 over images, annotations and subsets.
};

/// What an export holds.
struct BundleRequest
{
    ServedModel model;
    DataOrigin data;
    QString title;                       ///< Names the model in the texts: the experiment's name.
    QString checkpoint;                  ///< In words: "best, epoch 7".
    QString program;                     ///< "Labelwright 0.1.0".
    QByteArray modelCard;                ///< Markdown, see core/report/model_card.h.
    std::vector<BundleImage> validation; ///< Proof: at most the first 64 readable ones are used.
    std::size_t sampleCount = 4; ///< How many of `validation` go into the bundle as samples.
    int threads = 0;
};

/// How well one exported file agrees with the application.
struct ModelProof
{
    QString file;    ///< Name, within the folder of the export.
    QString runtime; ///< What ran it: "LibTorch" or "OpenCV DNN".
    QByteArray sha256;
    std::size_t images = 0;    ///< Compared images.
    std::size_t decisions = 0; ///< Compared (image, label) pairs.
    std::size_t changedDecisions = 0;
    double maxDifference = 0;     ///< Largest difference of two scores.
    std::size_t worstImage = 0;   ///< Number of the image where it was, from 0.
    double allowedDifference = 0; ///< Above it the export is refused.
    std::size_t largestBatch = 0; ///< It was run with.
    bool isRounded = false; ///< f16: scores beside their threshold may fall on its other side.
    QString remark;               ///< What the figures do not show; mostly empty.
};

/// What was written and how well it agrees with the application.
struct ExportReport
{
    ExportFormat format = ExportFormat::Bundle;
    QString path;                   ///< The folder or file.
    std::vector<ModelProof> models; ///< One entry per model file.
    std::size_t images = 0;         ///< Compared images.
    std::size_t decisions = 0;      ///< Compared (image, label) pairs, counted once.
    std::size_t changedDecisions = 0; ///< In all files together.
    double maxDifference = 0;         ///< The largest of all files.
    qint64 bytes = 0;                 ///< Size of all files.
};

/// Largest difference of scores, on the same pixels, that an export in f32 may show.
inline constexpr double allowedScoreDifference = 1e-4;

/// The same for one in f16, whose weights are rounded to 11 bits.
inline constexpr double allowedHalfDifference = 1e-2;

/// Refuses a path whose ending promises another format, and options that the format does not take.
Result<void> checkExportTarget(const ExportTarget& target);

/// Writes a model that gives the application's scores, as `target.format` says. Model files carry
/// labels, preprocessing, thresholds, origin and proof inside. A bundle has model.pt, model.onnx,
/// labels.json, preprocessing.json, thresholds.json, verification.json, model-card.md, README.md,
/// examples in Python and C++ and samples/. A Triton repository has a folder named after the title;
/// where that exists already, a further version is added, or it is replaced with `overwrite`.
///
/// The written models are run on the validation images, first some alone and then in batches as
/// the application's own, and held against its service; when scores differ by more than allowed or
/// any decision changes (in f16 these are only counted), what was written is removed and the export
/// fails. It appears under its
/// path only when complete. A target that exists (an empty folder does not count) is refused unless
/// `overwrite` says so, and stays as it was on any failure; a folder that is no export is never
/// replaced.
Result<ExportReport> exportModel(const BundleRequest& request, const ExportTarget& target,
                                 const ProgressCallback& progress = {}, std::stop_token stop = {});

/// The report as JSON: what `verification.json` holds.
QJsonObject toJson(const ExportReport& report);

} // namespace labelwright
