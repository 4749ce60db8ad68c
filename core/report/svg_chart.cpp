#include "core/report/svg_chart.h"

#include "core/report/chart_frame.h"
#include "core/report/chart_scale.h"
#include "core/report/markup.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace labelwright {

namespace {

constexpr double fontSize = 11;

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 1);
    if (text.endsWith(".0"))
        text.chop(2);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray colorClass(ChartColor color)
{
    return QByteArray("c") + QByteArray::number(int(color) + 1);
}

QByteArray textElement(double x, double y, const QByteArray& classes, const QString& text)
{
    return "<text class=\"" + classes + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">" +
           escaped(text) + "</text>\n";
}

QByteArray lineElement(const QByteArray& classes, QPointF from, QPointF to)
{
    return "<path class=\"" + classes + "\" d=\"M" + number(from.x()) + " " + number(from.y()) +
           "L" + number(to.x()) + " " + number(to.y()) + "\"/>\n";
}

bool isFinite(const QPointF& point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Leaves out what cannot be drawn and thins what is too long.
SvgChart prepared(SvgChart chart)
{
    chart.width = std::clamp(chart.width, 160, 4000);
    chart.height = std::clamp(chart.height, 120, 4000);
    const std::size_t most = std::max<std::size_t>(4, chart.maxPoints);
    for (ChartSeries& series : chart.series) {
        std::erase_if(series.points, [](const QPointF& p) { return !isFinite(p); });
        if (series.kind == SeriesKind::Scatter || series.kind == SeriesKind::Bars)
            std::stable_sort(series.points.begin(), series.points.end(),
                             [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
        series.points = thinned(series.points, most);
    }
    std::erase_if(chart.marks, [](const ChartMark& m) { return !isFinite(m.at); });
    std::erase_if(chart.guides, [](const ChartGuide& g) { return !std::isfinite(g.x); });
    return chart;
}

QByteArray axes(const SvgChart& chart, const ChartFrame& frame)
{
    const QRectF& plot = frame.plot;
    QByteArray out;
    const std::vector<QString> yTexts = tickTexts(frame.yTicks);
    for (std::size_t i = 0; i < yTexts.size(); ++i) {
        const double y = frame.toY(frame.yTicks[i]);
        out += lineElement("grid", {plot.left(), y}, {plot.right(), y});
        out += textElement(plot.left() - 7, y + 4, "tick end", yTexts[i]);
    }
    const std::vector<QString> xTexts = tickTexts(frame.xTicks);
    for (std::size_t i = 0; i < xTexts.size(); ++i) {
        const double x = frame.toX(frame.xTicks[i]);
        out += lineElement("axis", {x, plot.bottom()}, {x, plot.bottom() + 4});
        out += textElement(x, plot.bottom() + 17, "tick middle", xTexts[i]);
    }
    out += lineElement("axis", plot.bottomLeft(), plot.bottomRight());
    if (!chart.x.title.isEmpty())
        out += textElement(plot.center().x(), plot.bottom() + 35, "name middle", chart.x.title);
    if (!chart.y.title.isEmpty())
        out += textElement(2, frame.legendTop, "name", chart.y.title);
    return out;
}

QByteArray diagonal(const ChartFrame& frame)
{
    const double from = std::max(frame.xMinimum, frame.yMinimum);
    const double to = std::min(frame.xMaximum, frame.yMaximum);
    if (!(from < to))
        return {};
    return lineElement("diagonal", {frame.toX(from), frame.toY(from)},
                       {frame.toX(to), frame.toY(to)});
}

/// Rounded positions without those that lie on a straight horizontal or vertical run.
std::vector<QPointF> positions(const ChartSeries& series, const ChartFrame& frame)
{
    std::vector<QPointF> out;
    const auto add = [&](QPointF p) {
        const auto between = [&] {
            const QPointF& a = out[out.size() - 2];
            const QPointF& b = out.back();
            const bool flat =
                a.y() == b.y() && b.y() == p.y() && (b.x() - a.x()) * (p.x() - b.x()) >= 0;
            const bool steep =
                a.x() == b.x() && b.x() == p.x() && (b.y() - a.y()) * (p.y() - b.y()) >= 0;
            return flat || steep;
        };
        if (out.size() >= 2 && between())
            out.back() = p;
        else
            out.push_back(p);
    };
    for (const QPointF& point : series.points) {
        const QPointF p(std::round(frame.toX(point.x()) * 10) / 10,
                        std::round(frame.toY(point.y()) * 10) / 10);
        if (series.kind == SeriesKind::Step && !out.empty())
            add({p.x(), out.back().y()});
        add(p);
    }
    return out;
}

QByteArray linePath(const ChartSeries& series, const ChartFrame& frame)
{
    QByteArray d;
    for (const QPointF& p : positions(series, frame))
        d += (d.isEmpty() ? "M" : "L") + number(p.x()) + " " + number(p.y());
    if (d.isEmpty())
        return {};
    return "<path class=\"line " + colorClass(series.color) + (series.dashed ? " dashed" : "") +
           "\" d=\"" + d + "\"/>\n";
}

QByteArray dots(const ChartSeries& series, const ChartFrame& frame)
{
    QByteArray out;
    for (const QPointF& point : series.points)
        out += "<circle class=\"dot " + colorClass(series.color) + "\" cx=\"" +
               number(frame.toX(point.x())) + "\" cy=\"" + number(frame.toY(point.y())) +
               "\" r=\"3\"/>\n";
    return out;
}

QByteArray bars(const ChartSeries& series, const ChartFrame& frame)
{
    QByteArray d;
    const double zero = frame.toY(std::clamp(0.0, frame.yMinimum, frame.yMaximum));
    for (const QPointF& point : series.points) {
        if (point.y() == 0)
            continue;
        const double left = frame.toX(point.x() - series.barWidth / 2);
        const double right = frame.toX(point.x() + series.barWidth / 2);
        d += "M" + number(left) + " " + number(zero) + "V" + number(frame.toY(point.y())) + "H" +
             number(right) + "V" + number(zero) + "Z";
    }
    if (d.isEmpty())
        return {};
    return "<path class=\"bar " + colorClass(series.color) + "\" d=\"" + d + "\"/>\n";
}

QByteArray drawn(const ChartSeries& series, const ChartFrame& frame)
{
    switch (series.kind) {
    case SeriesKind::Scatter: return dots(series, frame);
    case SeriesKind::Bars: return bars(series, frame);
    case SeriesKind::Line:
    case SeriesKind::Step: break;
    }
    return linePath(series, frame);
}

/// Words beside a position, where there is room: above it rather than below, right rather than
/// left.
QByteArray wordsBeside(double x, double y, const QString& text, const ChartFrame& frame)
{
    if (text.isEmpty())
        return {};
    const bool toTheLeft = x + 9 + textWidth(text, fontSize) > frame.plot.right() + 10;
    const bool below = y - 20 < frame.plot.top();
    const double line = below ? y + 16 : y - 8;
    return textElement(toTheLeft ? x - 9 : x + 9, line, toTheLeft ? "mark end" : "mark", text);
}

QByteArray marksAndGuides(const SvgChart& chart, const ChartFrame& frame)
{
    QByteArray out;
    for (const ChartGuide& guide : chart.guides) {
        const double x = frame.toX(std::clamp(guide.x, frame.xMinimum, frame.xMaximum));
        out += lineElement("guide", {x, frame.plot.top() - 4}, {x, frame.plot.bottom()});
        const double half = textWidth(guide.text, fontSize) / 2;
        const double at = std::clamp(x, half + 2, std::max(half + 2, chart.width - half - 2));
        out += textElement(at, frame.plot.top() - 7, "mark middle", guide.text);
    }
    for (const ChartMark& mark : chart.marks) {
        const double x = frame.toX(mark.at.x());
        const double y = frame.toY(mark.at.y());
        out += "<circle class=\"spot " + colorClass(mark.color) + "\" cx=\"" + number(x) +
               "\" cy=\"" + number(y) + "\" r=\"4.5\"/>\n";
        out += wordsBeside(x, y, mark.text, frame);
    }
    return out;
}

/// Names of the series with a sample of their colour, at the right end of the head line.
QByteArray legend(const SvgChart& chart, const ChartFrame& frame)
{
    QByteArray out;
    double right = chart.width - 14;
    for (auto series = chart.series.rbegin(); series != chart.series.rend(); ++series) {
        if (series->name.isEmpty())
            continue;
        const double left = right - textWidth(series->name, fontSize);
        const QByteArray color = colorClass(series->color);
        out += textElement(left, frame.legendTop, "key", series->name);
        const double y = frame.legendTop - 4;
        if (series->kind == SeriesKind::Line || series->kind == SeriesKind::Step)
            out += lineElement("line " + color + (series->dashed ? " dashed" : ""), {left - 22, y},
                               {left - 6, y});
        else
            out += "<rect class=\"bar " + color + "\" x=\"" + number(left - 16) + "\" y=\"" +
                   number(y - 5) + "\" width=\"10\" height=\"10\" rx=\"2\"/>\n";
        right = left - 36;
    }
    return out;
}

} // namespace

QByteArray svgChart(const SvgChart& wanted, SvgUse use)
{
    const SvgChart chart = prepared(wanted);
    const ChartFrame frame = layOut(chart);
    const int margin = use == SvgUse::File ? 14 : 0;
    const QByteArray corner = QByteArray::number(-margin);
    const QByteArray width = QByteArray::number(chart.width + 2 * margin);
    const QByteArray height = QByteArray::number(chart.height + 2 * margin);
    QByteArray out =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"" +
        corner + " " + corner + " " + width + " " + height + "\"";
    if (use == SvgUse::File)
        out += " width=\"" + width + "\" height=\"" + height + "\"";
    out += ">\n<title>" + escaped(chart.title) + "</title>\n";
    if (!chart.description.isEmpty())
        out += "<desc>" + escaped(chart.description) + "</desc>\n";
    if (use == SvgUse::File)
        out += "<style>" + svgChartStyle("svg") + "</style>\n" + "<rect class=\"paper\" x=\"" +
               corner + "\" y=\"" + corner + "\" width=\"" + width + "\" height=\"" + height +
               "\"/>\n";
    if (chart.showTitle && !chart.title.isEmpty())
        out += textElement(2, 14, "title", chart.title);
    out += axes(chart, frame);
    if (chart.diagonal)
        out += diagonal(frame);
    for (const ChartSeries& series : chart.series)
        out += drawn(series, frame);
    out += legend(chart, frame) + marksAndGuides(chart, frame);
    return out + "</svg>\n";
}

QByteArray svgChartStyle(const QByteArray& scope)
{
    return scope + R"({--c1:#2b6be0;--c2:#d2601a;--c3:#14866d;--c4:#8250d8;--c5:#8a929e;
--ink:#1b1f26;--soft:#5c6573;--grid:#e9ebee;--axis:#b6bcc6;--card:#fff}
@media(prefers-color-scheme:dark){)" +
           scope + R"({--c1:#6ea1ff;--c2:#f39a5b;--c3:#4cc9a7;--c4:#b695ff;--c5:#7d8694;
--ink:#e8eaee;--soft:#a0a8b5;--grid:#2b3037;--axis:#525a66;--card:#1c1f25}}
.chart{font:11px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
.chart text{fill:var(--soft)}.chart .title{font-size:13px;font-weight:600;fill:var(--ink)}
.chart .tick{font-variant-numeric:tabular-nums}.chart .middle{text-anchor:middle}.chart .end{text-anchor:end}
.chart .mark{fill:var(--ink);stroke:var(--card);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
.chart path{fill:none}.chart .paper{fill:var(--card)}.chart .grid{stroke:var(--grid)}.chart .axis{stroke:var(--axis)}
.chart .diagonal{stroke:var(--axis);stroke-dasharray:2 4}.chart .guide{stroke:var(--soft);stroke-dasharray:4 3}
.chart .line{stroke-width:2;stroke-linejoin:round;stroke-linecap:round}.chart .dashed{stroke-dasharray:5 5}
.chart .line.c1{stroke:var(--c1)}.chart .line.c2{stroke:var(--c2)}.chart .line.c3{stroke:var(--c3)}
.chart .line.c4{stroke:var(--c4)}.chart .line.c5{stroke:var(--c5)}.chart .bar{stroke:none;fill-opacity:.62}
.chart .bar.c1,.chart .dot.c1,.chart .spot.c1{fill:var(--c1)}.chart .bar.c2,.chart .dot.c2,.chart .spot.c2{fill:var(--c2)}
.chart .bar.c3,.chart .dot.c3,.chart .spot.c3{fill:var(--c3)}.chart .bar.c4,.chart .dot.c4,.chart .spot.c4{fill:var(--c4)}
.chart .bar.c5,.chart .dot.c5,.chart .spot.c5{fill:var(--c5)}.chart .spot{stroke:var(--card);stroke-width:2}
)";
}

} // namespace labelwright
