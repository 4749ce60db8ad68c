#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/model_spec.h"
#include "core/model/run_settings.h"
#include "core/project/project.h"

namespace labelwright {

/// Replaces network and settings of an experiment that was never run, both in one transaction. The
/// spec may have problems: they are the run's question. Refused, changing nothing, once the
/// experiment has been run, because what was trained is what it must go on showing.
Result<void> setExperimentDesign(Project& project, ExperimentId id, const ModelSpec& spec,
                                 const RunSettings& settings);

} // namespace labelwright
