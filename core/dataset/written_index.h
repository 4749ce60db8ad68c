#pragma once

#include "core/dataset/dataset_writer.h"
#include "core/dataset/zip_writer.h"

#include <QStringList>

namespace labelwright {

/// The samples' names as entries of an archive: relative, without parts that an import would refuse
/// or skip, and no two alike, also where case makes no difference. A name that is fit is kept.
QStringList entryNames(const std::vector<WrittenSample>& samples);

/// Adds `index.csv` and `labelwright.json`; `names` has one entry per sample.
Result<void> addIndex(ZipWriter& zip, const DatasetWriteRequest& request, const QStringList& names);

} // namespace labelwright
