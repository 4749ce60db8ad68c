#pragma once

#include "core/base/result.h"
#include "core/deployment/export_bundle.h"
#include "core/project/experiments.h"

namespace labelwright {

/// What an experiment was trained on. The digest covers the SHA-256 of each usable image, its subset
/// and its annotations for the experiment's labels, in whatever order: equal data have equal digests
/// in any project.
Result<DataOrigin> dataOrigin(const Project& project, const Experiment& experiment);

} // namespace labelwright
