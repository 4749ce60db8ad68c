#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <stop_token>

namespace labelwright {

/// Second phase of an import: reads, decodes, digests and copies every sample that is still to be
/// checked, on all cores, storing what it finds batch by batch, so that a stopped or killed check
/// goes on where it was left. An image that is missing in its source, damaged or no image gets a
/// problem. A source that is away as a whole and a copy that cannot be written are no image's
/// fault: then the check fails and leaves these samples pending.
Result<void> checkDataset(Project& project, DatasetId dataset,
                          const ProgressCallback& progress = {}, std::stop_token stop = {});

/// Checks once more the samples that have a problem, and those still to be checked. Returns how
/// many of the former can be used now. Fails without changing anything when a source is away.
Result<qint64> recheckDataset(Project& project, DatasetId dataset,
                              const ProgressCallback& progress = {}, std::stop_token stop = {});

} // namespace labelwright
