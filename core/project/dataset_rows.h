#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/database.h"

#include <QString>

namespace labelwright {

/// Inserts a dataset with its feature set "all labels". Throws SqlError; fails when the name is
/// empty or taken.
Result<DatasetId> insertDataset(Database& database, const QString& name);

/// Fails with a sentence when there is no such dataset. Throws SqlError.
Result<void> requireDataset(Database& database, DatasetId id);

} // namespace labelwright
