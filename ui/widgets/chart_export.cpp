#include "ui/widgets/chart_export.h"

#include "core/base/atomic_file.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_view.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace labelwright {

namespace {

constexpr int margin = 12;
constexpr int scale = 2;

int headHeight(const ChartPicture& chart)
{
    return 2 * QFontMetrics(chart.view->font()).height() + margin;
}

QSize sizeOf(const ChartPicture& chart)
{
    return chart.view->viewport()->size() + QSize(2 * margin, 2 * margin + headHeight(chart));
}

void paintChart(QPainter& painter, const ChartPicture& chart)
{
    const QPalette palette = chart.view->palette();
    const QFontMetrics metrics(chart.view->font());
    const QSize size = sizeOf(chart);
    painter.fillRect(QRect(QPoint(), size), colorsOf(palette).surface);
    QFont bold = chart.view->font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(margin, margin + metrics.ascent(), chart.title);
    const int titleWidth = QFontMetrics(bold).horizontalAdvance(chart.title);
    painter.setFont(chart.view->font());
    painter.setPen(colorsOf(palette).muted);
    painter.drawText(2 * margin + titleWidth, margin + metrics.ascent(), chart.caption);
    paintLegend(painter,
                QRectF(margin, margin + metrics.height(), size.width() - 2 * margin,
                       metrics.height()),
                chart.view->lines(), palette);
    chart.view->paintInto(painter, QRectF(QPointF(margin, margin + headHeight(chart)),
                                          QSizeF(chart.view->viewport()->size())));
}

} // namespace

QPixmap pictureOf(const ChartPicture& chart)
{
    QPixmap picture(sizeOf(chart) * scale);
    picture.setDevicePixelRatio(scale);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChart(painter, chart);
    return picture;
}

Result<void> saveChartPng(const ChartPicture& chart, const QString& path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!pictureOf(chart).save(&buffer, "PNG"))
        return failure(ChartPanel::tr("The chart could not be drawn as a picture."));
    return writeFileAtomically(path, bytes);
}

Result<void> saveChartSvg(const ChartPicture& chart, const QString& path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(chart));
    generator.setViewBox(QRect(QPoint(), sizeOf(chart)));
    generator.setTitle(chart.title);
    QPainter painter(&generator);
    paintChart(painter, chart);
    painter.end();
    return writeFileAtomically(path, bytes);
}

} // namespace labelwright
