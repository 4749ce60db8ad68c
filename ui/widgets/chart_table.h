#pragma once

#include "ui/widgets/chart_panel.h"

#include <QStringList>

#include <vector>

namespace labelwright {

/// A chart's numbers as a table.
struct ChartTable
{
    QStringList columns;
    std::vector<QStringList> rows;
};

/// A column of x and one per curve, empty where a curve has no point at that x. Curves whose x
/// stands still somewhere (ROC, precision against recall) cannot be told apart by x: where these
/// do not share all x, the table has the columns curve, x and y instead.
ChartTable tableOf(const std::vector<PlotSeries>& series, const QString& xTitle,
                   const QString& yTitle);

/// RFC 4180, UTF-8, a header row.
QString csvOf(const ChartTable& table);

/// Shows the table in a window of its own that does not block the application.
void showChartTable(QWidget* parent, const QString& title, const ChartTable& table);

} // namespace labelwright
