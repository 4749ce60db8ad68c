// How a chart answers mouse and keys: the drag of its dot, zoom by rectangle, wheel and keys.

#include "ui/widgets/chart_view.h"

#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QRubberBand>
#include <QWheelEvent>

#include <cmath>

namespace labelwright {

namespace {

constexpr double grip = 12;           ///< Pixels around the dot that take hold of it.
constexpr double smallestDrag = 6;    ///< Pixels; less is a click.
constexpr double zoomPerNotch = 0.8;  ///< Of the range that stays in sight.
constexpr double panShare = 0.1;

} // namespace

bool ChartView::isOnDot(const QPointF& pixel) const
{
    if (!m_dot)
        return false;
    const QPointF away = toPixel(*m_dot) - pixel;
    return std::hypot(away.x(), away.y()) <= grip;
}

void ChartView::dragDotTo(const QPointF& pixel)
{
    if (m_series == nullptr || m_series->empty() || m_series->front().points.empty())
        return;
    Q_EMIT dotDragged(static_cast<int>(nearestPoint(frame(), m_series->front().points, pixel)));
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton)
        return;
    m_dragStart = event->position();
    m_drag = isOnDot(m_dragStart) ? Drag::Dot : Drag::Rectangle;
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    if (m_drag == Drag::Dot)
        dragDotTo(*m_pointer);
    else if (m_drag == Drag::Rectangle && (*m_pointer - m_dragStart).manhattanLength() > smallestDrag) {
        m_band->setGeometry(QRect(m_dragStart.toPoint(), m_pointer->toPoint()).normalized());
        m_band->show();
    } else {
        viewport()->setCursor(isOnDot(*m_pointer) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    viewport()->update();
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = m_drag;
    m_drag = Drag::None;
    m_band->hide();
    if (drag == Drag::Dot)
        Q_EMIT dotReleased();
    const QPointF moved = event->position() - m_dragStart;
    if (drag != Drag::Rectangle || std::abs(moved.x()) < smallestDrag
        || std::abs(moved.y()) < smallestDrag)
        return;
    const QPointF from = shareAt(m_dragStart);
    const QPointF to = shareAt(event->position());
    showRanges(partOf(m_xRange, from.x(), to.x(), m_x.scale),
               partOf(m_yRange, from.y(), to.y(), m_y.scale));
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_drag = Drag::None;
    if (isOnDot(event->position()))
        Q_EMIT dotReset();
    else
        follow();
}

void ChartView::zoom(AxisSide side, double anchor, double factor)
{
    const bool isX = side == AxisSide::X;
    const AxisRange& range = isX ? m_xRange : m_yRange;
    const AxisRange part = partOf(range, anchor - anchor * factor, anchor + (1 - anchor) * factor,
                                  axis(side).scale);
    showRanges(isX ? part : m_xRange, isX ? m_yRange : part);
}

void ChartView::pan(double share)
{
    showRanges(partOf(m_xRange, share, 1 + share, m_x.scale), m_yRange);
}

void ChartView::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const double notches = (turned.y() != 0 ? turned.y() : turned.x()) / 120.0;
    if (notches == 0)
        return;
    const bool isY = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    const QPointF share = shareAt(event->position());
    zoom(isY ? AxisSide::Y : AxisSide::X, isY ? share.y() : share.x(),
         std::pow(zoomPerNotch, notches));
    event->accept();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus: return zoom(AxisSide::X, 0.5, zoomPerNotch);
    case Qt::Key_Minus: return zoom(AxisSide::X, 0.5, 1 / zoomPerNotch);
    case Qt::Key_Left: return pan(-panShare);
    case Qt::Key_Right: return pan(panShare);
    case Qt::Key_0:
    case Qt::Key_Home: return follow();
    default: event->ignore();
    }
}

} // namespace labelwright
