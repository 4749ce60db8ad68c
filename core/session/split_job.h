#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/dataset/subset_rule.h"
#include "core/dataset/subsets.h"
#include "core/project/project.h"
#include "core/project/subsets.h"

#include <array>
#include <cstdint>
#include <vector>

namespace labelwright {

/// How samples are assigned to subsets.
struct SplitOptions
{
    std::array<double, 3> shares{0.8, 0.1, 0.1}; ///< Training, validation, test.
    std::uint64_t seed = 1;
    Stratification stratification = Stratification::Labels;
    int lookAlikeDistance = 4; ///< Perceptual hashes this near stay on one side; −1: not looked at.
    Resplit resplit = Resplit::No; ///< Yes: members of a subset are distributed anew too.
    std::vector<SubsetRule> rules; ///< Not empty: by condition instead of by chance.
};

/// Assigns the dataset's usable samples: by the rules, or by iterative stratification in which
/// byte-identical, near-identical and grouped samples stay together. Does nothing when every sample
/// has a subset already.
Result<void> splitDataset(Project& project, DatasetId dataset, const SplitOptions& options);

/// Positives per label and subset as they are now.
Result<SubsetTable> subsetTable(const Project& project, DatasetId dataset);

} // namespace labelwright
