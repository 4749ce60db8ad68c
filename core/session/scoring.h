#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/project/checkpoints.h"
#include "core/project/experiments.h"
#include "core/project/scores.h"

#include <stop_token>
#include <vector>

namespace labelwright {

/// Logits of a checkpoint on the samples of a subset of the experiment's version: those kept from
/// before, or computed in f32 and kept.
Result<ScoreTable> scoresOf(const Project& project, const Experiment& experiment,
                            const Checkpoint& checkpoint, Subset subset,
                            const ProgressCallback& progress = {}, std::stop_token stop = {});

/// Whose annotations scores are held against.
enum class TruthFrom {
    Version, ///< Those the experiment was trained on.
    Current, ///< As corrected since.
};

/// Annotations of the table's samples for the experiment's labels, samples × labels, row by row.
Result<std::vector<Annotation>> truthOf(const Project& project, const Experiment& experiment,
                                        const ScoreTable& table, TruthFrom from);

} // namespace labelwright
