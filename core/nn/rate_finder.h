#pragma once

#include "core/nn/training_loop.h"

namespace labelwright {

/// The rates that `findLearningRate` sweeps, and over how many steps; it ends earlier when the loss
/// explodes.
inline constexpr double lowestRate = 1e-6;
inline constexpr double highestRate = 1.0;
inline constexpr int rateSteps = 60;

} // namespace labelwright
