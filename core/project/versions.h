#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <QDateTime>
#include <QJsonObject>

#include <vector>

namespace labelwright {

/// A position in a dataset's log plus the subset rules, never a copy.
struct Version
{
    VersionId id;
    DatasetId dataset;
    qint64 position = 0; ///< The last log entry that counts.
    QDateTime created;
    QJsonObject subsetRules; ///< How the subsets were made, for display.
};

/// Names the present state. Gives the newest version back when nothing was logged since.
Result<Version> createVersion(Project& project, DatasetId dataset);

/// Oldest first.
Result<std::vector<Version>> versions(const Project& project, DatasetId dataset);

Result<Version> version(const Project& project, VersionId id);

} // namespace labelwright
