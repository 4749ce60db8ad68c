#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/dataset/import_plan.h"
#include "core/project/project.h"
#include "core/project/samples.h"
#include "core/session/split_job.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <vector>

namespace labelwright {

/// Where imported samples go.
enum class ImportTarget {
    NewDataset,      ///< A dataset of that name is made.
    ExistingDataset, ///< Samples are added to the dataset of that name.
};

/// What to import and where to.
struct ImportRequest
{
    QString path; ///< Zip, folder or CSV file.
    QString dataset; ///< Name; empty for a new dataset: named after the file.
    ImportTarget target = ImportTarget::NewDataset;
    Keeping keeping = Keeping::Copy;
    ImportOptions options;
    SplitOptions split; ///< For samples that the source assigns to no subset.
    QString rejects{};  ///< CSV file for what stays out, strictly refused or not; empty: none.
};

/// What came in, for the person who imported.
struct ImportSummary
{
    DatasetId dataset;
    QString name;
    ImportPlan plan; ///< Without samples and annotations; unreadable images are among the rejects.
    qint64 added = 0;         ///< New samples that can be used.
    qint64 unreadable = 0;    ///< Images of the source that cannot be read.
    qint64 samplesBefore = 0; ///< Of the dataset, before this import.
    QStringList labels;       ///< All of the dataset.
    QStringList newLabels;    ///< Those the dataset did not have before.
    QStringList alreadyThere; ///< Names left out because the dataset has them.
    SubsetTable subsets;
    double indexSeconds = 0; ///< First phase: reading and storing the index.
    double checkSeconds = 0; ///< Second phase: checking every image, and the split.
};

/// Imports in two phases: the index (seconds, one transaction), then the check of every image
/// (decode, digest, hash, copy) and the split. Stopped, failed or killed in the second phase, the
/// dataset stays and `finishImport` goes on where it was left.
Result<ImportSummary> importDataset(Project& project, const ImportRequest& request,
                                    const ProgressCallback& progress = {},
                                    std::stop_token stop = {});

/// Checks what is still pending and assigns samples without subset: as `split` says, or else by
/// `usualSplit`, so that an interrupted import ends as it was asked for.
Result<SplitOutcome> finishImport(Project& project, DatasetId dataset,
                                  const std::optional<SplitOptions>& split,
                                  const ProgressCallback& progress = {},
                                  std::stop_token stop = {});

} // namespace labelwright
