#pragma once

#include "core/report/report_contents.h"
#include "core/session/evaluation_job.h"

namespace labelwright {

/// The evaluation's figures, intervals, curves and histograms in the report's words.
void addFigures(const Evaluation& evaluation, ReportContents& contents);

} // namespace labelwright
