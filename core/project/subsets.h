#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/project/project.h"

#include <QJsonObject>

#include <span>
#include <utility>

namespace labelwright {

/// Whether samples that belong to a subset may be moved to another.
enum class Resplit { No, Yes };

/// Assigns samples to subsets, in one transaction, and records it in the log: versions made before
/// keep the subsets they had. With Resplit::No, fails and changes nothing when a sample would
/// leave its subset. `rules` says how the assignment was made (method, seed, shares), is shown with
/// versions made from now on, and takes the place of what an import planned.
Result<void> setSubsets(Project& project, DatasetId dataset,
                        std::span<const std::pair<SampleId, Subset>> members, Resplit resplit,
                        const QJsonObject& rules);

/// How a dataset's subsets are made.
struct SubsetRules
{
    QJsonObject made;    ///< The `rules` of the last setSubsets, {"method": "column"}, or empty.
    QJsonObject planned; ///< What the last import asked for; empty once setSubsets was called.
};

Result<SubsetRules> subsetRules(const Project& project, DatasetId dataset);

} // namespace labelwright
