#include "ui/evaluation/threshold_slider.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

constexpr int units = 1000; ///< Of the slider's range, for assistive technology.

} // namespace

ThresholdSlider::ThresholdSlider(QWidget* parent)
    : QAbstractSlider(parent)
{
    setObjectName(QStringLiteral("thresholdSlider"));
    setOrientation(Qt::Horizontal);
    setRange(0, units);
    setSingleStep(units / 100);
    setPageStep(units / 10);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Threshold"));
    setToolTip(tr("Drag to move the threshold; double-click for the optimum"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(this, &QAbstractSlider::actionTriggered, this, [this] {
        moveTo(static_cast<double>(sliderPosition()) / units);
        Q_EMIT released(m_threshold);
    });
}

void ThresholdSlider::setHistogram(ScoreHistogram histogram)
{
    m_histogram = std::move(histogram);
    update();
}

void ThresholdSlider::setReference(std::optional<double> threshold)
{
    m_reference = threshold;
    update();
}

void ThresholdSlider::setThreshold(double threshold)
{
    m_threshold = std::clamp(threshold, 0.0, 1.0);
    setValue(static_cast<int>(std::lround(m_threshold * units)));
    update();
}

QSize ThresholdSlider::sizeHint() const
{
    const int step = gridStep(this);
    return {90 * step, 22 * step};
}

QSize ThresholdSlider::minimumSizeHint() const
{
    const int step = gridStep(this);
    return {50 * step, 18 * step};
}

QRectF ThresholdSlider::plot() const
{
    const int step = gridStep(this);
    return QRectF(rect()).adjusted(3 * step, 2 * step, -3 * step, -fontMetrics().height() - 2);
}

double ThresholdSlider::xOf(double threshold) const
{
    return plot().left() + threshold * plot().width();
}

void ThresholdSlider::paintBars(QPainter& painter, const std::vector<std::int64_t>& bars,
                                bool upwards, const QColor& color) const
{
    if (bars.empty())
        return;
    const auto most = static_cast<double>(std::max<std::int64_t>(
        1, *std::max_element(bars.begin(), bars.end())));
    const QRectF area = plot();
    const double width = area.width() / static_cast<double>(bars.size());
    const double middle = area.center().y();
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (bars[i] == 0)
            continue;
        // A root, so that one image still shows beside thousands.
        const double height = std::max(2.0, (area.height() / 2 - 2)
                                                * std::sqrt(static_cast<double>(bars[i]) / most));
        const double left = area.left() + static_cast<double>(i) * width;
        painter.fillRect(QRectF(left + 0.5, upwards ? middle - height : middle + 1,
                                std::max(1.0, width - 1), height),
                         color);
    }
}

void ThresholdSlider::paintScale(QPainter& painter) const
{
    const Colors colors = colorsOf(palette());
    const QRectF area = plot();
    painter.setPen(QPen(colors.border, 1));
    painter.drawLine(QPointF(area.left(), area.center().y()),
                     QPointF(area.right(), area.center().y()));
    painter.setPen(colors.muted);
    for (int tick = 0; tick <= 10; tick += 2) {
        const double x = xOf(tick / 10.0);
        painter.drawText(QRectF(x - 20, area.bottom() + 2, 40, fontMetrics().height()),
                         Qt::AlignCenter, QLocale().toString(tick / 10.0, 'f', 1));
    }
    painter.drawText(area.adjusted(2, -2, -2, 0), Qt::AlignLeft | Qt::AlignTop, tr("Present"));
    painter.drawText(area.adjusted(2, 0, -2, 2), Qt::AlignRight | Qt::AlignBottom, tr("Absent"));
}

void ThresholdSlider::paintHandle(QPainter& painter) const
{
    const Colors colors = colorsOf(palette());
    const QRectF area = plot();
    if (m_reference && *m_reference <= 1) {
        painter.setPen(QPen(colors.muted, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(xOf(*m_reference), area.top()),
                         QPointF(xOf(*m_reference), area.bottom()));
    }
    const double x = xOf(m_threshold);
    QColor side = colors.accent;
    side.setAlpha(22);
    painter.fillRect(QRectF(QPointF(x, area.top()), area.bottomRight()), side);
    painter.setPen(QPen(colors.accent, 2));
    painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()));
    painter.setPen(QPen(hasFocus() ? palette().color(QPalette::WindowText) : colors.surface, 2));
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(QRectF(x - 6, area.center().y() - 10, 12, 20), 4, 4);
}

void ThresholdSlider::paintEvent(QPaintEvent*)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.border, 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(plot().adjusted(-4, -4, 4, 1), 4, 4);
    paintBars(painter, m_histogram.positives, true, colors.present);
    paintBars(painter, m_histogram.negatives, false, colors.absent);
    paintScale(painter);
    paintHandle(painter);
}

void ThresholdSlider::moveTo(double threshold)
{
    setThreshold(threshold);
    Q_EMIT moved(m_threshold);
}

void ThresholdSlider::moveToPixel(double x)
{
    // A thousandth is finer than a pixel and reads well.
    moveTo(std::round((x - plot().left()) / plot().width() * units) / units);
}

void ThresholdSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    Q_EMIT sliderPressed();
    moveToPixel(event->position().x());
}

void ThresholdSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging)
        moveToPixel(event->position().x());
}

void ThresholdSlider::mouseReleaseEvent(QMouseEvent*)
{
    if (!m_dragging)
        return;
    m_dragging = false;
    Q_EMIT released(m_threshold);
}

void ThresholdSlider::mouseDoubleClickEvent(QMouseEvent*)
{
    m_dragging = false;
    Q_EMIT resetRequested();
}

void ThresholdSlider::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ThresholdSlider::keyPressEvent(QKeyEvent* event)
{
    const bool fine = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool left = event->key() == Qt::Key_Left;
    if (!fine || (!left && event->key() != Qt::Key_Right)) {
        QAbstractSlider::keyPressEvent(event);
        return;
    }
    moveTo(m_threshold + (left ? -0.001 : 0.001));
    Q_EMIT released(m_threshold);
}

void ThresholdSlider::focusInEvent(QFocusEvent* event)
{
    QAbstractSlider::focusInEvent(event);
    update();
}

void ThresholdSlider::focusOutEvent(QFocusEvent* event)
{
    QAbstractSlider::focusOutEvent(event);
    update();
}

} // namespace labelwright
