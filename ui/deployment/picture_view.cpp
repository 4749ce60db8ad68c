#include "ui/deployment/picture_view.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace labelwright {

namespace {

int between(int low, int high, double share)
{
    return static_cast<int>(std::lround(low + (high - low) * share));
}

/// Clear, then violet, orange, yellow: rises in lightness too, so that it also reads without hue.
QRgb heatColor(double heat)
{
    struct Stop
    {
        double at;
        int red, green, blue, alpha;
    };
    static constexpr std::array<Stop, 4> stops{
        {{0, 60, 20, 110, 0}, {0.35, 150, 30, 130, 120}, {0.7, 240, 110, 30, 200},
         {1, 255, 235, 80, 235}}};
    std::size_t next = 1;
    while (next + 1 < stops.size() && heat > stops[next].at)
        ++next;
    const Stop& a = stops[next - 1];
    const Stop& b = stops[next];
    const double share = (heat - a.at) / (b.at - a.at);
    return qRgba(between(a.red, b.red, share), between(a.green, b.green, share),
                 between(a.blue, b.blue, share), between(a.alpha, b.alpha, share));
}

QImage tinted(const QImage& grey)
{
    if (grey.isNull())
        return {};
    QImage indexed = grey.convertToFormat(QImage::Format_Grayscale8);
    QImage heat(indexed.size(), QImage::Format_ARGB32);
    std::array<QRgb, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = heatColor(static_cast<double>(i) / 255);
    for (int y = 0; y < heat.height(); ++y) {
        const uchar* const from = indexed.constScanLine(y);
        auto* const to = reinterpret_cast<QRgb*>(heat.scanLine(y));
        for (int x = 0; x < heat.width(); ++x)
            to[x] = table[from[x]];
    }
    return heat;
}

} // namespace

PictureView::PictureView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Image"));
}

void PictureView::setPicture(const QImage& picture, const QString& text)
{
    m_picture = picture;
    m_text = text;
    update();
}

void PictureView::setHeat(const QImage& heat)
{
    m_heat = tinted(heat);
    update();
}

void PictureView::setHeatStrength(double strength)
{
    m_strength = strength;
    update();
}

void PictureView::setDropTarget(bool target)
{
    m_dropTarget = target;
    update();
}

QSize PictureView::sizeHint() const
{
    return QSize(100, 80) * gridStep(this);
}

QSize PictureView::minimumSizeHint() const
{
    return QSize(50, 40) * gridStep(this);
}

void PictureView::paintInvitation(QPainter& painter) const
{
    const int step = gridStep(this);
    const Colors colors = colorsOf(palette());
    painter.setPen(QPen(m_dropTarget ? colors.accent : colors.border, 2, Qt::DashLine));
    painter.setBrush(m_dropTarget ? colors.accentSoft : colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    const int side = 10 * step;
    const QRect place(rect().center().x() - side / 2, rect().center().y() - side - step, side, side);
    icon(QStringLiteral("images")).paint(&painter, place);
    painter.setPen(colors.muted);
    const QRect words(4 * step, rect().center().y() + 2 * step, width() - 8 * step, 20 * step);
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     m_text.isEmpty() ? tr("Drop images here, paste one with Ctrl+V, or choose one.")
                                      : m_text);
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_picture.isNull()) {
        paintInvitation(painter);
        return;
    }
    QRect place(QPoint(), m_picture.size().scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(rect().center());
    painter.drawImage(place, m_picture);
    if (!m_heat.isNull()) {
        painter.setOpacity(m_strength);
        painter.drawImage(place, m_heat);
        painter.setOpacity(1);
    }
    if (m_dropTarget) {
        painter.setPen(QPen(colorsOf(palette()).accent, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(1, 1, -1, -1));
    }
}

} // namespace labelwright
