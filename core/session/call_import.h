#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/deployments.h"
#include "core/project/project.h"
#include "core/session/endpoint_log.h"
#include "core/session/import_job.h"

#include <stop_token>
#include <vector>

namespace labelwright {

/// The dataset that a deployment's network was trained on. Fails when its experiment is gone.
Result<DatasetId> datasetOf(const Project& project, const Deployment& deployment);

/// Adds images that callers sent to a dataset, as copies with every label Unknown, so that real
/// traffic can be labelled. They are called by the time they came: "call-20260131-235959-001-7.jpg";
/// one that is there already stays out, as in any import.
Result<ImportSummary> importCalls(Project& project, DatasetId dataset,
                                  const std::vector<LoggedImage>& images,
                                  const ProgressCallback& progress = {}, std::stop_token stop = {});

} // namespace labelwright
