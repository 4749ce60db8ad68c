#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/database.h"

#include <vector>

namespace labelwright {

/// The sentence for an experiment that is not there.
Error missingExperiment(ExperimentId id);

/// The targets of an experiment in order; empty when there is no such experiment. Throws SqlError.
std::vector<LabelId> experimentLabels(Database& database, ExperimentId id);

} // namespace labelwright
