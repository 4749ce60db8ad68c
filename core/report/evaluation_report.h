#pragma once

#include "core/base/annotation.h"
#include "core/evaluation/bootstrap.h"
#include "core/evaluation/metrics.h"
#include "core/report/report_contents.h"

#include <span>
#include <vector>

namespace labelwright {

/// What an evaluation gave. Matrices are samples × labels, row by row.
struct ReportEvaluation
{
    const EvaluationFigures& figures;
    const BootstrapIntervals& intervals; ///< May be empty: figures without intervals.
    std::span<const float> scores;       ///< Calibrated.
    std::span<const Annotation> truth;
    QStringList thresholdNotes; ///< Per label why its threshold is not fitted; empty or one each.
};

/// Fills `contents.overall`, `contents.labels` (figures, curves, histograms) and
/// `contents.reliability`.
void addEvaluation(ReportContents& contents, const ReportEvaluation& evaluation);

} // namespace labelwright
