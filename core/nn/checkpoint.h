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

/// Reads the network that `saveEpoch` saved last. With averaging it holds the average where the run
/// trained values; frozen tensors are what they were in either.
Result<void> loadNetwork(const RunIndex& index, Network& network);

/// Reads back what else `saveEpoch` saved, so that a network from `loadNetwork` is as the run left
/// it.
Result<void> loadContinuation(const RunIndex& index, const RunningState& state);

} // namespace labelwright
