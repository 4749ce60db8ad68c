#pragma once

#include <QByteArray>

namespace labelwright {

/// CSS of the HTML report, charts included.
QByteArray htmlReportStyle();

/// Script that makes table heads sort their table. The report reads the same without it.
QByteArray htmlReportScript();

} // namespace labelwright
