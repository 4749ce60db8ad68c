#pragma once

#include "core/report/report_contents.h"

#include <QByteArray>

namespace labelwright {

/// One HTML file (UTF-8) that needs nothing else: no network, no other file; its few lines of
/// script only sort the table and everything can be read without. Light and dark follow the
/// reader's system. All text is escaped.
QByteArray htmlReport(const ReportContents& contents);

} // namespace labelwright
