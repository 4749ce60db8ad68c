#pragma once

#include "core/dataset/import_plan.h"

#include <stop_token>

namespace labelwright {

/// What the parts of `planImport` share.
struct PlanContext
{
    const ImageSource& source;
    QString sourceName; ///< As messages call it: "The archive photos.zip".
    const ImportOptions& options;
    const ProgressCallback& progress;
    std::stop_token stop;
    ImagesWithoutRow imagesWithoutRow = ImagesWithoutRow::LeaveOut;
};

/// The path, in the context's source, of the CSV that is the index of what `path` names; empty when
/// there is none. Fails when several could be it.
Result<QString> findIndex(const PlanContext& context, const QString& path);

/// Plans from the CSV `indexEntry` of the source: a column per label, or tags.
Result<ImportPlan> planIndex(const PlanContext& context, const QString& indexEntry);

/// Plans a source without an index: folders named like labels, also below folders named like
/// subsets, or images without labels. One folder at the top that holds all the others says nothing,
/// and neither does a single folder of images.
Result<ImportPlan> planFolders(const PlanContext& context);

} // namespace labelwright
