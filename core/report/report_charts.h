#pragma once

#include "core/report/report_contents.h"
#include "core/report/svg_chart.h"

#include <vector>

namespace labelwright {

/// Training and validation loss over the epochs, the report's epoch marked.
SvgChart lossChart(const std::vector<ReportEpoch>& epochs);

/// Validation mAP over the epochs, the report's epoch marked.
SvgChart mapChart(const std::vector<ReportEpoch>& epochs);

/// ROC curve with a dot at the threshold.
SvgChart rocChart(const ReportLabel& label);

/// Precision over recall with a dot at the threshold and the share of positives as base line.
SvgChart precisionRecallChart(const ReportLabel& label);

/// How the scores of positives and of negatives are spread, each as a share of its own group, and
/// the threshold.
SvgChart scoreChart(const ReportLabel& label);

/// Share of positives over mean score.
SvgChart reliabilityChart(const std::vector<ReportReliabilityBin>& bins);

} // namespace labelwright
