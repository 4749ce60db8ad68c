#include "ui/widgets/chart_overlay.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace labelwright {

namespace {

constexpr std::size_t mostReadoutLines = 10;

struct ReadoutRow
{
    QColor color; ///< Not valid: the heading.
    QString text;
};

template <class Distance>
std::size_t nearest(const std::vector<QPointF>& points, const Distance& distance)
{
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < points.size(); ++i)
        if (const double d = distance(points[i]); d < least) {
            least = d;
            best = i;
        }
    return best;
}

void paintBox(QPainter& painter, const QRectF& plot, const QPointF& at,
              const std::vector<ReadoutRow>& rows, const QPalette& palette)
{
    const QFontMetricsF metrics(painter.font());
    double width = 0;
    for (const ReadoutRow& row : rows)
        width = std::max(width, metrics.horizontalAdvance(row.text));
    const double swatch = metrics.height() * 0.6;
    const double pad = metrics.height() * 0.4;
    const QSizeF size(width + swatch + 3 * pad,
                      static_cast<double>(rows.size()) * metrics.height() + 2 * pad);
    QPointF corner(at.x() + 12, at.y() - size.height() / 2);
    if (corner.x() + size.width() > plot.right())
        corner.setX(at.x() - 12 - size.width());
    corner.setX(std::max(corner.x(), plot.left()));
    corner.setY(std::clamp(corner.y(), plot.top(),
                           std::max(plot.top(), plot.bottom() - size.height())));
    const Colors colors = colorsOf(palette);
    painter.setPen(colors.border);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(corner, size), 5, 5);
    double y = corner.y() + pad;
    for (const ReadoutRow& row : rows) {
        if (row.color.isValid())
            painter.fillRect(QRectF(corner.x() + pad, y + metrics.height() * 0.42, swatch, 3),
                             row.color);
        painter.setPen(row.color.isValid() ? palette.color(QPalette::WindowText) : colors.muted);
        painter.drawText(QPointF(corner.x() + 2 * pad + swatch, y + metrics.ascent()), row.text);
        y += metrics.height();
    }
}

} // namespace

QString chartNumber(double value)
{
    if (value != 0 && std::abs(value) < 1e-3)
        return QString::number(value, 'g', 3);
    return QString::number(value, 'g', std::abs(value) >= 1000 ? 6 : 4);
}

std::size_t nearestByX(const PlotFrame& frame, const std::vector<QPointF>& points,
                       const QPointF& pixel)
{
    return nearest(points, [&](const QPointF& point) {
        const QPointF at = frame.toPixel(point);
        return std::abs(at.x() - pixel.x()) * 1e4 + std::abs(at.y() - pixel.y());
    });
}

std::size_t nearestPoint(const PlotFrame& frame, const std::vector<QPointF>& points,
                         const QPointF& pixel)
{
    return nearest(points, [&](const QPointF& point) {
        const QPointF away = frame.toPixel(point) - pixel;
        return QPointF::dotProduct(away, away);
    });
}

void paintMarker(QPainter& painter, const PlotFrame& frame, double x, const QString& word,
                 const QPalette& palette)
{
    const double at = frame.toPixel({x, 1}).x();
    const QRectF plot = frame.plot;
    if (at < plot.left() - 1 || at > plot.right() + 1)
        return;
    const Colors colors = colorsOf(palette);
    painter.setPen(QPen(colors.good, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(word);
    const double left = std::clamp(at - width / 2, plot.left(),
                                   std::max(plot.left(), plot.right() - width));
    painter.setPen(colors.good);
    painter.drawText(QPointF(left, plot.top() - metrics.descent() - 1), word);
}

void paintDot(QPainter& painter, const PlotFrame& frame, const QPointF& dot,
              const QPalette& palette)
{
    const Colors colors = colorsOf(palette);
    painter.setPen(QPen(colors.surface, 2));
    painter.setBrush(colors.accent);
    painter.drawEllipse(frame.toPixel(dot), 6.5, 6.5);
}

void paintReadout(QPainter& painter, const PlotFrame& frame, const std::vector<ChartLine>& lines,
                  const QPointF& pixel, const QString& xTitle, const QPalette& palette)
{
    std::vector<ReadoutRow> rows;
    QPointF anchor;
    for (const ChartLine& line : lines) {
        if (line.points.empty() || rows.size() > mostReadoutLines)
            continue;
        const QPointF value = line.points[nearestByX(frame, line.points, pixel)];
        if (rows.empty()) {
            anchor = value;
            rows.push_back({{}, QStringLiteral("%1 %2").arg(xTitle, chartNumber(value.x()))});
        }
        rows.push_back({line.color, QStringLiteral("%1  %2").arg(line.name, chartNumber(value.y()))});
    }
    if (rows.empty())
        return;
    const QPointF at = frame.toPixel(anchor);
    painter.setPen(QPen(colorsOf(palette).muted, 1, Qt::DotLine));
    painter.drawLine(QPointF(at.x(), frame.plot.top()), QPointF(at.x(), frame.plot.bottom()));
    paintBox(painter, frame.plot, QPointF(at.x(), pixel.y()), rows, palette);
}

void paintLegend(QPainter& painter, const QRectF& area, const std::vector<ChartLine>& lines,
                 const QPalette& palette)
{
    const QFontMetricsF metrics(painter.font());
    const double sample = metrics.height();
    const double gap = metrics.height() * 0.4;
    double x = area.left();
    const double middle = area.center().y();
    double names = 0;
    for (const ChartLine& line : lines)
        names += metrics.horizontalAdvance(line.name);
    const double room = area.width() - static_cast<double>(lines.size()) * (sample + 3 * gap);
    const double share = std::min(1.0, std::max(0.0, room) / std::max(1.0, names));
    for (const ChartLine& line : lines) {
        const double width = metrics.horizontalAdvance(line.name) * share + 1;
        const QString name = metrics.elidedText(line.name, Qt::ElideRight, width);
        QColor color = line.color;
        if (line.look == LineLook::Faint)
            color.setAlpha(120);
        painter.setPen(QPen(color, 2.5,
                            line.look == LineLook::Dashed ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(QPointF(x, middle), QPointF(x + sample, middle));
        painter.setPen(palette.color(QPalette::WindowText));
        painter.drawText(QPointF(x + sample + gap, middle + metrics.ascent() / 2 - 1), name);
        x += sample + 3 * gap + metrics.horizontalAdvance(name);
    }
}

} // namespace labelwright
