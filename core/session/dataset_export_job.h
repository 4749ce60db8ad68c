#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/session/evaluation_job.h"

#include <QString>

#include <optional>
#include <stop_token>

namespace labelwright {

/// Writes a dataset as zip + index.csv with its current labels and subsets, and, with `scoresOf`,
/// a column per label with that checkpoint's scores. Importing the zip gives the same dataset.
Result<void> exportDataset(const Project& project, DatasetId dataset, const QString& zipPath,
                           const std::optional<CheckpointChoice>& scoresOf = {},
                           const ProgressCallback& progress = {}, std::stop_token stop = {});

} // namespace labelwright
