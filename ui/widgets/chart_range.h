#pragma once

#include "ui/widgets/chart_panel.h"

#include <vector>

namespace labelwright {

/// What part of an axis is shown; low < high, and low > 0 on a logarithmic axis.
struct AxisRange
{
    double low = 0;
    double high = 1;
    friend bool operator==(const AxisRange&, const AxisRange&) = default;
};

enum class AxisSide { X, Y };

/// The range that shows all finite points, or the axis's own limits, with a little room so that no
/// line is cut at the edge; a logarithmic axis in whole powers of ten.
AxisRange rangeOfData(const std::vector<PlotSeries>& series, const PlotAxis& axis, AxisSide side);

/// Where a value lies in a range: 0 at low, 1 at high.
double shareOf(double value, const AxisRange& range, AxisScale scale);

/// The value at a share.
double valueAt(double share, const AxisRange& range, AxisScale scale);

/// The part of the range between two shares, which may lie outside 0 … 1.
AxisRange partOf(const AxisRange& range, double from, double to, AxisScale scale);

/// True for a point that can be drawn on these axes.
bool canBeDrawn(const QPointF& point, AxisScale x, AxisScale y);

} // namespace labelwright
