#pragma once

#include <QByteArray>
#include <QPointF>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace labelwright {

/// How a series is drawn.
enum class SeriesKind {
    Line,    ///< Points joined by straight lines.
    Step,    ///< As Line, but each value holds until the next x.
    Scatter, ///< A dot per point.
    Bars,    ///< A bar per point, from 0 to y, centred on x and `barWidth` wide.
};

/// What a colour stands for; the colour itself differs in light and dark.
enum class ChartColor { First, Second, Third, Fourth, Muted };

/// Points that belong together. Points that are not finite are left out.
struct ChartSeries
{
    QString name; ///< In the legend; not listed there when empty.
    SeriesKind kind = SeriesKind::Line;
    ChartColor color = ChartColor::First;
    bool dashed = false; ///< Line and Step only.
    double barWidth = 1; ///< Bars only, in units of x.
    std::vector<QPointF> points = {};
};

/// A dot with words beside it.
struct ChartMark
{
    QPointF at;
    QString text;
    ChartColor color = ChartColor::First;
};

/// A dashed line across the whole height at x.
struct ChartGuide
{
    double x = 0;
    QString text;
};

/// One axis. Without limits, nice ones around the data are chosen.
struct ChartAxis
{
    QString title;
    std::optional<double> minimum;
    std::optional<double> maximum;
    bool wholeNumbers = false; ///< Ticks at whole numbers only (epochs, counts).
};

/// A chart as values.
struct SvgChart
{
    QString title;       ///< Drawn above the chart and read out; not drawn when `showTitle` is off.
    QString description; ///< Read out by screen readers: what the chart shows, with its figures.
    bool showTitle = true;
    ChartAxis x;
    ChartAxis y;
    std::vector<ChartSeries> series;
    std::vector<ChartMark> marks;
    std::vector<ChartGuide> guides;
    bool diagonal = false;        ///< Draws y = x from corner to corner, faint.
    int width = 480;              ///< Units of the view box, 160 … 4000; the picture scales.
    int height = 320;             ///< Units of the view box, 120 … 4000.
    std::size_t maxPoints = 2000; ///< Longer series are thinned to at most this many points.
};

/// Whether a chart stands alone in a file or inside an HTML page that has `svgChartStyle()`.
enum class SvgUse { File, InPage };

/// The chart as SVG. For `File` it carries its own colours, light and dark by
/// `prefers-color-scheme`; for `InPage` it takes them from the page.
QByteArray svgChart(const SvgChart& chart, SvgUse use = SvgUse::File);

/// CSS that colours charts: variables for light and dark under `scope` (":root" in a page) and
/// rules for the classes that charts use.
QByteArray svgChartStyle(const QByteArray& scope);

} // namespace labelwright
