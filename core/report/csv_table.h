#pragma once

#include "core/report/report_label.h"

#include <QByteArray>

#include <vector>

namespace labelwright {

/// The per-label table as CSV (RFC 4180, UTF-8, a header row, `\r\n`): label, support, negatives,
/// unknown, averagePrecision with low and high, rocAuc, precision, recall, f1, threshold,
/// truePositive, falsePositive, trueNegative, falseNegative. An undefined figure is an empty cell.
/// A name that a spreadsheet would take for a formula is led by an apostrophe.
QByteArray csvTable(const std::vector<ReportLabel>& labels);

} // namespace labelwright
