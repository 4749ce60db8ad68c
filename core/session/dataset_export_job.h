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

/// What an export wrote.
struct DatasetExport
{
    qint64 images = 0;
    qint64 leftOut = 0; ///< Samples whose image cannot be used.
};

/// Writes a dataset as zip + index.csv with its current labels and subsets, and, with `scoredBy`,
/// a column per label with that checkpoint's scores. Importing the zip gives the same dataset, but
/// for samples whose check found a problem or whose unchecked image is damaged: these are left out.
/// Fails when a copy in the project, a referenced file or a whole source cannot be read.
Result<DatasetExport> exportDataset(const Project& project, DatasetId dataset,
                                    const QString& zipPath,
                                    const std::optional<CheckpointChoice>& scoredBy = {},
                                    const ProgressCallback& progress = {},
                                    std::stop_token stop = {});

} // namespace labelwright
