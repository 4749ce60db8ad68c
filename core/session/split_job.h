#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/dataset/subset_rule.h"
#include "core/dataset/subsets.h"
#include "core/project/project.h"
#include "core/project/subsets.h"

#include <QJsonObject>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace labelwright {

/// What a split is that finds no sample it may assign.
enum class NothingFree {
    Fine,
    Error, ///< Somebody asked for these very shares or conditions and has to learn of it.
};

/// How samples are assigned to subsets.
struct SplitOptions
{
    std::array<double, 3> shares{0.8, 0.1, 0.1}; ///< Training, validation, test.
    std::uint64_t seed = 1;
    Stratification stratification = Stratification::Labels;
    int lookAlikeDistance = 4; ///< Perceptual hashes this near stay on one side; −1: not looked at.
    Resplit resplit = Resplit::No; ///< Yes: members of a subset are distributed anew too.
    std::vector<SubsetRule> rules; ///< Not empty: by condition instead of by chance.
    NothingFree nothingFree = NothingFree::Fine;
    std::optional<SubsetCondition> filter; ///< Samples that do not fulfil it stay as they are.
};

/// What a split did with the usable samples.
struct SplitOutcome
{
    qint64 assigned = 0;  ///< Had no subset before.
    qint64 moved = 0;     ///< Are in another subset than before.
    qint64 unmatched = 0; ///< Could be assigned, but no rule speaks of them: they stay as they were.
};

/// Assigns the dataset's usable samples: by the rules, or by iterative stratification in which
/// byte-identical, near-identical and grouped samples stay together. With Resplit::No, samples that
/// have a subset keep it, and `nothingFree` says what it means when all have.
Result<SplitOutcome> splitDataset(Project& project, DatasetId dataset, const SplitOptions& options);

/// Shares, seed, stratification, distance and rules as they are kept with a dataset and its
/// versions.
QJsonObject toJson(const SplitOptions& options);

/// Reads what `toJson` wrote; members that are missing or make no sense keep their default.
SplitOptions splitOptionsFromJson(const QJsonObject& object);

/// How samples without subset are to be assigned when nobody says it now: as the dataset's last
/// import asked for; else by the shares and the seed of its last split by chance; else by default.
Result<SplitOptions> usualSplit(const Project& project, DatasetId dataset);

/// Positives per label and subset as they are now.
Result<SubsetTable> subsetTable(const Project& project, DatasetId dataset);

} // namespace labelwright
