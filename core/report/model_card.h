#pragma once

#include "core/report/report_contents.h"

#include <QByteArray>

namespace labelwright {

/// A model card (Mitchell et al. 2019) as Markdown (UTF-8): data, subsets, figures per label with
/// intervals, thresholds, intended use and limits, drawn from the same contents as the report.
QByteArray modelCard(const ReportContents& contents);

} // namespace labelwright
