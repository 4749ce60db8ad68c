#include "ui/datasets/thumbnail_painter.h"

#include "core/session/thumbnails.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace labelwright {

namespace {

constexpr qsizetype memoryKilobytes = 24 * 1024;

/// A picture's frame with its corner broken off by a bolt.
void paintBroken(QPainter& painter, const QRectF& area, const Colors& colors)
{
    const double side = std::min({area.width(), area.height(), 44.0}) * 0.62;
    const QRectF frame(area.center().x() - side / 2, area.center().y() - side / 2, side, side);
    painter.setPen(QPen(colors.bad, std::max(1.25, side / 18)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, side / 8, side / 8);
    painter.drawLine(frame.topLeft() + QPointF(side * 0.25, side * 0.25),
                     frame.bottomRight() - QPointF(side * 0.25, side * 0.25));
    painter.drawLine(frame.topRight() + QPointF(-side * 0.25, side * 0.25),
                     frame.bottomLeft() + QPointF(side * 0.25, -side * 0.25));
}

} // namespace

ThumbnailPainter::ThumbnailPainter(const Thumbnails& thumbnails)
    : m_thumbnails(thumbnails), m_scaled(memoryKilobytes)
{}

const QPixmap* ThumbnailPainter::scaled(SampleId sample, const QSize& size, double ratio)
{
    const QPixmap* const known = m_scaled.object(sample.value);
    const QSize wanted = size * ratio;
    // In proportion, one side of the picture fills the area.
    if (known != nullptr
        && (known->width() == wanted.width() || known->height() == wanted.height()))
        return known;
    const QImage image = m_thumbnails.find(sample);
    if (image.isNull())
        return nullptr;
    QPixmap pixmap = QPixmap::fromImage(
        image.scaled(wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    const qsizetype kilobytes =
        static_cast<qsizetype>(pixmap.width()) * pixmap.height() * 4 / 1024 + 1;
    m_scaled.insert(sample.value, new QPixmap(pixmap), kilobytes);
    return m_scaled.object(sample.value);
}

void ThumbnailPainter::paint(QPainter& painter, const QRect& area, SampleId sample,
                             ImageState state, const QPalette& palette)
{
    const Colors colors = colorsOf(palette);
    const QPixmap* const pixmap = scaled(sample, area.size(), painter.device()->devicePixelRatioF());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (pixmap != nullptr) {
        QRectF target(QPointF(), pixmap->deviceIndependentSize());
        target.moveCenter(QRectF(area).center());
        painter.drawPixmap(target.topLeft().toPoint(), *pixmap);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.shimmer);
        painter.drawRoundedRect(area, 3, 3);
        if (state == ImageState::Broken || m_thumbnails.isBroken(sample))
            paintBroken(painter, area, colors);
    }
    painter.restore();
}

} // namespace labelwright
