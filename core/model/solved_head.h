#pragma once

#include "core/model/model_spec.h"
#include "core/model/run_settings.h"

#include <vector>

namespace labelwright {

/// True when a run solves the network's head exactly, as logistic regression on kept embeddings: a
/// frozen pretrained backbone right behind the input, a global pooling, only dropout before the one
/// Dense, and binary crossentropy. Batch size, rate, schedule, optimizer, dropout, epochs and
/// patience have no effect there.
bool headIsSolved(const ModelSpec& spec);

/// Values of C, the inverse strength of regularisation, that a solved head is fitted with, one an
/// epoch: from strong to weak, two per decade from 1e-5 to 10.
const std::vector<double>& regularisationPath();

/// Epochs that a run has at most: the steps of the path where the head is solved, else those set.
int plannedEpochs(const ModelSpec& spec, const RunSettings& settings);

} // namespace labelwright
