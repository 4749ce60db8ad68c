#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/database.h"
#include "core/project/labels.h"

#include <QString>

#include <vector>

namespace labelwright {

/// All labels of a dataset in their order. Throws SqlError.
std::vector<Label> selectLabels(Database& database, DatasetId dataset);

/// Inserts a label at the end, without a log entry. Throws SqlError; fails when the name is empty
/// or taken.
Result<LabelId> insertLabel(Database& database, DatasetId dataset, const QString& name);

} // namespace labelwright
