#pragma once

#include "core/session/evaluation_job.h"
#include "ui/evaluation/label_table_model.h"

#include <vector>

namespace labelwright {

/// The per-label table of an evaluation at the decisions and counts given.
std::vector<LabelRow> inspectionRows(const Evaluation& evaluation, const DecisionSet& decisions,
                                     const std::vector<ConfusionCounts>& counts);

/// "mAP 0.834 · macro F1 0.712 · micro F1 0.780 · over 6 of 7 labels".
QString averagesInWords(const Evaluation& evaluation, const std::vector<ConfusionCounts>& counts);

} // namespace labelwright
