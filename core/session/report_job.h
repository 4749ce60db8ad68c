#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/report/report_contents.h"
#include "core/session/evaluation_job.h"

#include <stop_token>

namespace labelwright {

/// "Labelwright 0.1.0".
QString programName();

/// Everything the HTML report and the model card say about an evaluation: data, settings, run,
/// figures with bootstrap intervals, curves and a few samples.
Result<ReportContents> reportContents(const Project& project, const Evaluation& evaluation,
                                      const ProgressCallback& progress = {},
                                      std::stop_token stop = {});

} // namespace labelwright
