#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/deployment/prediction_service.h"
#include "core/session/evaluation_job.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace labelwright {

/// The checkpoint with its calibration and thresholds, as predictions and exports take it.
ServedModel servedModel(const ChosenCheckpoint& chosen);

/// The image files that `paths` mean: files as they are, folders searched through, sorted. Fails
/// naming a path that does not exist.
Result<QStringList> imageFilesIn(const QStringList& paths);

/// Predicts files one after another, in order; what cannot be read fails alone.
Result<void> predictFiles(const PredictionService& service, const QStringList& files,
                          const PredictionService::Sink& sink,
                          const ProgressCallback& progress = {}, std::stop_token stop = {});

} // namespace labelwright
