#pragma once

#include "core/project/experiments.h"
#include "ui/evaluation/run_recorder.h"

#include <QString>

namespace labelwright {

/// "Epoch 3 of 20", "Preparing: Embedding images", "Finished after 12 epochs".
QString runStateInWords(const Experiment& experiment, const LiveRun* live);

/// "36 images/s · rate 0.0012 · 2 min left · cpu, bf16, 2 threads"; what is not known is left out.
QString runDetailsInWords(const Experiment& experiment, const LiveRun* live);

/// Share of the run, or of its preparation, that is done, [0, 1]; nothing while unknown.
std::optional<double> runShare(const Experiment& experiment, const LiveRun& live);

} // namespace labelwright
