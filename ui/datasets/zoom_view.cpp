#include "ui/datasets/zoom_view.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

constexpr double keyFactor = 1.25;
constexpr double maxScale = 32.0; ///< Screen pixels per picture pixel.

} // namespace

ZoomView::ZoomView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Large picture; plus and minus zoom, F fits, arrows move"));
    setToolTip(tr("Wheel, + and − zoom; drag or arrow keys move; F or double click fits"));
    setMinimumSize(40 * gridStep(this), 30 * gridStep(this));
}

QSize ZoomView::sizeHint() const
{
    return {70 * gridStep(this), 56 * gridStep(this)};
}

void ZoomView::setImage(const QImage& image)
{
    m_text.clear();
    m_image = image;
    fit();
}

void ZoomView::refine(const QImage& image)
{
    m_text.clear();
    m_image = image;
    refreshCursor();
    update();
}

void ZoomView::setText(const QString& text)
{
    m_image = {};
    m_text = text;
    fit();
}

double ZoomView::fittedScale() const
{
    if (m_image.isNull())
        return 1.0;
    return std::min(static_cast<double>(width()) / m_image.width(),
                    static_cast<double>(height()) / m_image.height());
}

double ZoomView::scale() const
{
    return fittedScale() * m_zoom;
}

QRectF ZoomView::target() const
{
    const QSizeF size = QSizeF(m_image.size()) * scale();
    return {QPointF(width() / 2.0 - m_centre.x() * size.width(),
                    height() / 2.0 - m_centre.y() * size.height()),
            size};
}

void ZoomView::zoomBy(double factor, const QPointF& about)
{
    if (m_image.isNull())
        return;
    const QRectF before = target();
    const QPointF point((about.x() - before.x()) / before.width(),
                        (about.y() - before.y()) / before.height());
    m_zoom = std::clamp(m_zoom * factor, 1.0, std::max(1.0, maxScale / fittedScale()));
    const QSizeF size = QSizeF(m_image.size()) * scale();
    m_centre = point - QPointF((about.x() - width() / 2.0) / size.width(),
                               (about.y() - height() / 2.0) / size.height());
    moveBy({});
}

void ZoomView::moveBy(const QPointF& distance)
{
    const QSizeF size = QSizeF(m_image.size()) * scale();
    const auto kept = [](double centre, double shown, double whole) {
        if (whole <= shown)
            return 0.5;
        const double margin = shown / whole / 2;
        return std::clamp(centre, margin, 1 - margin);
    };
    m_centre = {kept(m_centre.x() - distance.x() / std::max(1.0, size.width()), width(),
                     size.width()),
                kept(m_centre.y() - distance.y() / std::max(1.0, size.height()), height(),
                     size.height())};
    refreshCursor();
    update();
}

void ZoomView::refreshCursor()
{
    if (m_image.isNull() || isFitted())
        unsetCursor();
    else
        setCursor(m_dragging ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
}

void ZoomView::zoomIn()
{
    zoomBy(keyFactor, QPointF(width(), height()) / 2);
}

void ZoomView::zoomOut()
{
    zoomBy(1 / keyFactor, QPointF(width(), height()) / 2);
}

void ZoomView::fit()
{
    m_zoom = 1.0;
    m_centre = {0.5, 0.5};
    refreshCursor();
    update();
}

void ZoomView::paintEvent(QPaintEvent*)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.shimmer);
    if (m_image.isNull()) {
        const int margin = 3 * gridStep(this);
        painter.setPen(colors.muted);
        painter.drawText(rect().adjusted(margin, margin, -margin, -margin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_text);
    } else {
        // Single pixels are to be seen as such from a certain size on.
        painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() < 4);
        painter.drawImage(target(), m_image);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void ZoomView::wheelEvent(QWheelEvent* event)
{
    const double turns = event->angleDelta().y() / 120.0;
    zoomBy(std::pow(keyFactor, turns), event->position());
    event->accept();
}

void ZoomView::mousePressEvent(QMouseEvent* event)
{
    m_dragging = event->button() == Qt::LeftButton;
    m_grabbed = event->position();
    refreshCursor();
}

void ZoomView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging)
        return;
    moveBy(event->position() - m_grabbed);
    m_grabbed = event->position();
}

void ZoomView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
    refreshCursor();
}

void ZoomView::mouseDoubleClickEvent(QMouseEvent*)
{
    fit();
}

void ZoomView::keyPressEvent(QKeyEvent* event)
{
    const double stride = 10.0 * gridStep(this);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomIn();
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_F: return fit();
    case Qt::Key_Left: return moveBy({stride, 0});
    case Qt::Key_Right: return moveBy({-stride, 0});
    case Qt::Key_Up: return moveBy({0, stride});
    case Qt::Key_Down: return moveBy({0, -stride});
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace labelwright
