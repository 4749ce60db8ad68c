#include "ui/widgets/chart_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace labelwright {

namespace {

constexpr double room = 0.05;   ///< Above and below the data, as a share of its height.
constexpr double border = 0.015; ///< Beside the first and the last point, so that neither is cut.

double valueOf(const QPointF& point, AxisSide side)
{
    return side == AxisSide::X ? point.x() : point.y();
}

bool fits(double value, AxisScale scale)
{
    return std::isfinite(value) && (scale == AxisScale::Linear || value > 0);
}

double scaled(double value, AxisScale scale)
{
    return scale == AxisScale::Linear ? value : std::log10(value);
}

AxisRange wholePowers(const AxisRange& range)
{
    const double low = std::floor(std::log10(range.low) + 1e-9);
    const double high = std::ceil(std::log10(range.high) - 1e-9);
    return {std::pow(10.0, low), std::pow(10.0, std::max(high, low + 1))};
}

AxisRange withRoom(AxisRange range, const PlotAxis& axis, AxisSide side)
{
    if (!(range.high > range.low)) {
        const double half = side == AxisSide::X ? 0.5 : std::max(std::abs(range.low) * 0.1, 1e-6);
        return {axis.low.value_or(range.low - half), axis.high.value_or(range.high + half)};
    }
    const double size = range.high - range.low;
    const double free = size * (side == AxisSide::X ? border : room);
    const double fixed = size * border;
    return {range.low - (axis.low ? fixed : free), range.high + (axis.high ? fixed : free)};
}

} // namespace

AxisRange rangeOfData(const std::vector<PlotSeries>& series, const PlotAxis& axis, AxisSide side)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const PlotSeries& curve : series)
        for (const QPointF& point : curve.points)
            if (const double value = valueOf(point, side); fits(value, axis.scale)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    const bool isLog = axis.scale == AxisScale::Logarithmic;
    if (low > high) {
        low = isLog ? 0.1 : 0;
        high = 1;
    }
    AxisRange range{axis.low.value_or(low), axis.high.value_or(high)};
    if (isLog)
        return wholePowers({std::max(range.low, 1e-12), std::max(range.high, 1e-12)});
    range = withRoom(range, axis, side);
    if (!(range.high > range.low))
        range.high = range.low + 1;
    return range;
}

double shareOf(double value, const AxisRange& range, AxisScale scale)
{
    const double low = scaled(range.low, scale);
    const double high = scaled(range.high, scale);
    if (scale == AxisScale::Logarithmic)
        value = std::max(value, 1e-300);
    return (scaled(value, scale) - low) / (high - low);
}

double valueAt(double share, const AxisRange& range, AxisScale scale)
{
    const double low = scaled(range.low, scale);
    const double value = low + share * (scaled(range.high, scale) - low);
    return scale == AxisScale::Linear ? value : std::pow(10.0, value);
}

AxisRange partOf(const AxisRange& range, double from, double to, AxisScale scale)
{
    const AxisRange part{valueAt(std::min(from, to), range, scale),
                         valueAt(std::max(from, to), range, scale)};
    const double size = std::max(std::abs(part.low), std::abs(part.high));
    return part.high - part.low > 1e-9 * size ? part : range;
}

bool canBeDrawn(const QPointF& point, AxisScale x, AxisScale y)
{
    return fits(point.x(), x) && fits(point.y(), y);
}

} // namespace labelwright
