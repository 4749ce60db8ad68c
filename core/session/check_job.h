#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <stop_token>

namespace labelwright {

/// Second phase of an import: reads, decodes, digests and copies every sample that is still to be
/// checked, on all cores, storing what it finds batch by batch, so that a stopped or killed check
/// goes on where it was left.
Result<void> checkDataset(Project& project, DatasetId dataset,
                          const ProgressCallback& progress = {}, std::stop_token stop = {});

} // namespace labelwright
