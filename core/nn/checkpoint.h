#pragma once

#include "core/nn/checkpoint_index.h"
#include "core/nn/ema.h"
#include "core/nn/network.h"
#include "core/nn/optimizer.h"

namespace labelwright {

/// What is saved of a run after an epoch. `optimizer` and `average` may be nullptr: nothing of them
/// is needed to go on.
struct RunningState
{
    Network* network = nullptr;
    const TrainingParameters* parameters = nullptr;
    Optimizer* optimizer = nullptr;
    WeightAverage* average = nullptr; ///< Swapped into the network while it is saved.
};

/// Saves an epoch under new names, then makes `index` (its history ending with `report`) point to
/// it; `report.best` is set. After a failure the folder holds the state before.
Result<void> saveEpoch(const QString& runFolder, RunIndex& index, const RunningState& state,
                       EpochReport& report, BestBy bestBy);

/// Reads back what `saveEpoch` saved, as the run left it.
Result<void> loadEpoch(const RunIndex& index, const RunningState& state);

} // namespace labelwright
