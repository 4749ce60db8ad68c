#include "core/report/chart_frame.h"

#include "core/report/chart_scale.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace labelwright {

namespace {

struct Range
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

Range xRange(const SvgChart& chart)
{
    Range range;
    for (const ChartSeries& series : chart.series) {
        const double margin = series.kind == SeriesKind::Bars ? series.barWidth / 2 : 0;
        for (const QPointF& point : series.points) {
            range.add(point.x() - margin);
            range.add(point.x() + margin);
        }
    }
    for (const ChartMark& mark : chart.marks)
        range.add(mark.at.x());
    for (const ChartGuide& guide : chart.guides)
        range.add(guide.x);
    return range;
}

Range yRange(const SvgChart& chart)
{
    Range range;
    for (const ChartSeries& series : chart.series) {
        if (series.kind == SeriesKind::Bars && !series.points.empty())
            range.add(0);
        for (const QPointF& point : series.points)
            range.add(point.y());
    }
    for (const ChartMark& mark : chart.marks)
        range.add(mark.at.y());
    return range;
}

/// The axis's ticks; moves `range` to what the axis covers. Limits that are given hold exactly.
std::vector<double> chooseTicks(const ChartAxis& axis, Range& range, int count)
{
    if (!(range.low <= range.high))
        range = {0, 1};
    range.low = axis.minimum.value_or(range.low);
    range.high = std::max(axis.maximum.value_or(range.high), range.low);
    std::vector<double> ticks = niceTicks(range.low, range.high, count, axis.wholeNumbers);
    if (!axis.minimum || range.high <= range.low)
        range.low = ticks.front();
    if (!axis.maximum || range.high <= range.low)
        range.high = ticks.back();
    const double slack = (range.high - range.low) * 1e-6;
    std::erase_if(ticks, [&](double t) { return t < range.low - slack || t > range.high + slack; });
    return ticks;
}

/// Epochs and other whole numbers on x: the plot ends where the data ends.
void tightenWholeX(const SvgChart& chart, const Range& data, ChartFrame& frame)
{
    if (!chart.x.wholeNumbers || !(data.low < data.high))
        return;
    frame.xMinimum = chart.x.minimum.value_or(data.low);
    frame.xMaximum = chart.x.maximum.value_or(data.high);
    std::erase_if(frame.xTicks, [&](double t) { return t < frame.xMinimum || t > frame.xMaximum; });
}

double widestTick(const std::vector<double>& ticks)
{
    double widest = 0;
    for (const QString& text : tickTexts(ticks))
        widest = std::max(widest, textWidth(text, 11));
    return widest;
}

} // namespace

double textWidth(const QString& text, double fontSize)
{
    double units = 0;
    for (const QChar c : text)
        units += c.unicode() >= 0x2E80                        ? 1.0
                 : QStringLiteral("ijl.,:;|!'I ").contains(c) ? 0.38
                                                              : 0.62;
    return units * fontSize;
}

ChartFrame layOut(const SvgChart& chart)
{
    ChartFrame frame;
    Range x = xRange(chart);
    const Range xData = x;
    Range y = yRange(chart);
    frame.yTicks = chooseTicks(chart.y, y, std::max(2, chart.height / 60));
    frame.xTicks = chooseTicks(chart.x, x, std::max(2, chart.width / 70));
    frame.xMinimum = x.low;
    frame.xMaximum = x.high;
    frame.yMinimum = y.low;
    frame.yMaximum = y.high;
    tightenWholeX(chart, xData, frame);

    const bool drawsTitle = chart.showTitle && !chart.title.isEmpty();
    const double titleHeight = drawsTitle ? 24 : 0;
    const double headHeight = 24;
    frame.legendTop = titleHeight + 14;
    const double left = widestTick(frame.yTicks) + 14;
    const double top = titleHeight + headHeight + (chart.guides.empty() ? 2 : 14);
    const double bottom = chart.x.title.isEmpty() ? 26 : 42;
    frame.plot = QRectF(left, top, std::max(20.0, chart.width - left - 14),
                        std::max(20.0, chart.height - top - bottom));
    return frame;
}

} // namespace labelwright
