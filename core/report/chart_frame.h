#pragma once

#include "core/report/svg_chart.h"

#include <QRectF>

#include <vector>

namespace labelwright {

/// Where a chart's parts lie: the plot's rectangle in units of the view box, and the ranges of its
/// axes.
struct ChartFrame
{
    QRectF plot;
    double xMinimum = 0;
    double xMaximum = 1;
    double yMinimum = 0;
    double yMaximum = 1;
    std::vector<double> xTicks;
    std::vector<double> yTicks;
    double legendTop = 0; ///< Base line of the legend's text.

    [[nodiscard]] double toX(double value) const
    {
        return plot.left() + (value - xMinimum) / (xMaximum - xMinimum) * plot.width();
    }
    [[nodiscard]] double toY(double value) const
    {
        return plot.bottom() - (value - yMinimum) / (yMaximum - yMinimum) * plot.height();
    }
};

/// Chooses ranges, ticks and margins for a chart whose series hold finite points only.
ChartFrame layOut(const SvgChart& chart);

/// Width of `text` in the view box's units at `fontSize`, estimated generously.
double textWidth(const QString& text, double fontSize);

} // namespace labelwright
