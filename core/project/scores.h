#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/project/project.h"

#include <optional>
#include <vector>

namespace labelwright {

/// Logits of a checkpoint on samples, before calibration and sigmoid, in f32.
struct ScoreTable
{
    std::vector<SampleId> samples; ///< Rows.
    int labels = 0;                ///< Columns: the experiment's labels in their order.
    std::vector<float> logits;     ///< samples × labels, row by row.
    friend bool operator==(const ScoreTable&, const ScoreTable&) = default;
};

/// What scores were computed of.
struct ScoreKey
{
    CheckpointId checkpoint;
    VersionId version;
    Subset subset = Subset::Test;
};

/// Keeps scores, so that moving a threshold never computes them again. A cache, not an edit: works
/// on a project opened read-only too, as long as its folder can be written.
Result<void> storeScores(const Project& project, const ScoreKey& key, const ScoreTable& table);

/// The scores kept before; nothing when there are none or when the file is damaged (it carries a
/// SHA-256 of its content), so that they are computed again.
std::optional<ScoreTable> loadScores(const Project& project, const ScoreKey& key);

} // namespace labelwright
