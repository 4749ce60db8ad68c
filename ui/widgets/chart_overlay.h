#pragma once

#include "ui/widgets/chart_panel.h"

#include <QPalette>
#include <QRectF>

#include <functional>
#include <vector>

class QPainter;

namespace labelwright {

/// A curve as it is drawn: thinned, with its colour.
struct ChartLine
{
    QString name;
    QColor color;
    LineLook look = LineLook::Solid;
    std::vector<QPointF> points;
};

/// Where values are drawn.
struct PlotFrame
{
    QRectF plot;
    std::function<QPointF(const QPointF&)> toPixel;
};

/// A dashed vertical line with its word above the plot, where no curve is.
void paintMarker(QPainter& painter, const PlotFrame& frame, double x, const QString& word,
                 const QPalette& palette);

void paintDot(QPainter& painter, const PlotFrame& frame, const QPointF& dot,
              const QPalette& palette);

/// The values of all lines nearest to a pixel, in a box beside it. `xTitle` names what x is.
void paintReadout(QPainter& painter, const PlotFrame& frame, const std::vector<ChartLine>& lines,
                  const QPointF& pixel, const QString& xTitle, const QPalette& palette);

/// A sample of each line with its name, in one row; names are shortened where room is scarce.
void paintLegend(QPainter& painter, const QRectF& area, const std::vector<ChartLine>& lines,
                 const QPalette& palette);

/// Index of the point that is drawn nearest to a pixel: by x first, by y where x stands still.
/// `points` is not empty.
std::size_t nearestByX(const PlotFrame& frame, const std::vector<QPointF>& points,
                       const QPointF& pixel);

/// Index of the point that is drawn nearest to a pixel. `points` is not empty.
std::size_t nearestPoint(const PlotFrame& frame, const std::vector<QPointF>& points,
                         const QPointF& pixel);

/// Up to four significant digits.
QString chartNumber(double value);

} // namespace labelwright
