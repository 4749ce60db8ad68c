#include "ui/widgets/chart_view.h"

#include "core/report/chart_scale.h"
#include "ui/style/theme.h"

#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QMouseEvent>
#include <QPainter>
#include <QRubberBand>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

constexpr std::size_t mostPoints = 2000;
constexpr std::size_t mostMarkedPoints = 40;

QFont axisFont(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.85);
    return small;
}

bool rises(const std::vector<QPointF>& points)
{
    return std::adjacent_find(points.begin(), points.end(),
                              [](const QPointF& a, const QPointF& b) { return !(b.x() > a.x()); })
           == points.end();
}

/// The points from `range.low` to `range.high` with one more on each side, for the lines that leave
/// the chart there; all of a curve that runs backwards somewhere.
std::span<const QPointF> inRange(const std::vector<QPointF>& points, const AxisRange& range)
{
    const auto isLeft = [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); };
    if (!std::is_sorted(points.begin(), points.end(), isLeft))
        return points;
    auto first = std::lower_bound(points.begin(), points.end(), QPointF(range.low, 0), isLeft);
    auto last = std::upper_bound(points.begin(), points.end(), QPointF(range.high, 0), isLeft);
    first -= first != points.begin() ? 1 : 0;
    last += last != points.end() ? 1 : 0;
    return {first, last};
}

void setTicks(QAbstractAxis* axis, const AxisRange& range, int count, bool whole)
{
    if (auto* const log = qobject_cast<QLogValueAxis*>(axis)) {
        log->setBase(range.high / range.low >= 10 ? 10 : 2);
        log->setLabelFormat(QStringLiteral("%g"));
        log->setRange(range.low, range.high);
        return;
    }
    auto* const linear = qobject_cast<QValueAxis*>(axis);
    const std::vector<double> ticks = niceTicks(range.low, range.high, std::max(2, count),
                                                whole && range.high - range.low >= 2);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : range.high - range.low;
    const QString sample = tickTexts(ticks).back();
    const qsizetype point = sample.indexOf('.');
    const qsizetype decimals = point < 0 || sample.contains('e') ? 0 : sample.size() - point - 1;
    linear->setTickType(QValueAxis::TicksDynamic);
    linear->setTickAnchor(0);
    linear->setTickInterval(step);
    linear->setLabelFormat(step < 1e-6 || range.high >= 1e6 ? QStringLiteral("%.3g")
                                                            : QStringLiteral("%.%1f").arg(decimals));
    linear->setRange(range.low, range.high);
}

QAbstractAxis* makeAxis(AxisScale scale, QObject* parent)
{
    if (scale == AxisScale::Logarithmic)
        return new QLogValueAxis(parent);
    return new QValueAxis(parent);
}

} // namespace

ChartView::ChartView(QWidget* parent)
    : QChartView(parent)
    , m_band(new QRubberBand(QRubberBand::Rectangle, this))
{
    setObjectName(QStringLiteral("chartView"));
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins(0, 4, 6, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    rebuildAxes();
    connect(scene(), &QGraphicsScene::changed, this, &ChartView::outdate);
}

void ChartView::setAxes(const PlotAxis& x, const PlotAxis& y)
{
    if (x == m_x && y == m_y)
        return;
    const bool sameScales = m_x.scale == x.scale && m_y.scale == y.scale;
    m_x = x;
    m_y = y;
    m_following = true;
    if (sameScales)
        restyle();
    else
        rebuildAxes();
    Q_EMIT followingChanged(true);
    updateLines();
}

const PlotAxis& ChartView::axis(AxisSide side) const
{
    return side == AxisSide::X ? m_x : m_y;
}

void ChartView::rebuildAxes()
{
    for (QAbstractAxis* old : chart()->axes()) {
        chart()->removeAxis(old);
        old->deleteLater();
    }
    chart()->addAxis(makeAxis(m_x.scale, chart()), Qt::AlignBottom);
    chart()->addAxis(makeAxis(m_y.scale, chart()), Qt::AlignLeft);
    for (QLineSeries* item : m_items)
        for (QAbstractAxis* axis : chart()->axes())
            item->attachAxis(axis);
    restyle();
}

void ChartView::restyle()
{
    const Colors colors = colorsOf(palette());
    for (QAbstractAxis* axis : chart()->axes()) {
        const bool horizontal = axis->orientation() == Qt::Horizontal;
        axis->setLabelsFont(axisFont(font()));
        axis->setTitleFont(axisFont(font()));
        axis->setTitleText(horizontal ? m_x.title : m_y.title);
        axis->setLabelsBrush(colors.muted);
        axis->setTitleBrush(colors.muted);
        axis->setLinePen(QPen(colors.border, 1));
        axis->setGridLinePen(QPen(colors.border, 1, horizontal ? Qt::DotLine : Qt::SolidLine));
        axis->setGridLineVisible(true);
        axis->setTruncateLabels(false);
    }
    outdate();
}

void ChartView::setSeries(const std::vector<PlotSeries>& series)
{
    m_series = &series;
    updateLines();
}

void ChartView::updateLines()
{
    if (m_series == nullptr)
        return;
    m_lines.clear();
    while (m_items.size() > m_series->size()) {
        chart()->removeSeries(m_items.back());
        delete m_items.back();
        m_items.pop_back();
    }
    for (std::size_t i = 0; i < m_series->size(); ++i) {
        const PlotSeries& curve = m_series->at(i);
        if (i == m_items.size()) {
            m_items.push_back(new QLineSeries(chart()));
            chart()->addSeries(m_items.back());
            for (QAbstractAxis* axis : chart()->axes())
                m_items.back()->attachAxis(axis);
        }
        const int place = curve.place >= 0 ? curve.place : static_cast<int>(i);
        ChartLine line{curve.name, curve.color.value_or(seriesColor(place, palette())), curve.look,
                       {}};
        std::vector<QPointF> drawable;
        std::copy_if(curve.points.begin(), curve.points.end(), std::back_inserter(drawable),
                     [&](const QPointF& p) { return canBeDrawn(p, m_x.scale, m_y.scale); });
        line.points = thinned(drawable, mostPoints);
        QColor color = line.color;
        if (line.look == LineLook::Faint)
            color.setAlpha(110);
        m_items[i]->setPen(QPen(color, line.look == LineLook::Faint ? 1.2 : 2,
                                line.look == LineLook::Dashed ? Qt::DashLine : Qt::SolidLine));
        m_items[i]->setPointsVisible(line.look == LineLook::Solid
                                     && line.points.size() <= mostMarkedPoints
                                     && rises(line.points));
        m_lines.push_back(std::move(line));
    }
    updateRanges();
}

void ChartView::updateRanges()
{
    if (m_following && m_series != nullptr) {
        m_xRange = rangeOfData(*m_series, m_x, AxisSide::X);
        m_yRange = rangeOfData(*m_series, m_y, AxisSide::Y);
    }
    applyRanges();
}

void ChartView::drawVisiblePoints()
{
    const auto most = static_cast<std::size_t>(std::clamp(width(), 200, static_cast<int>(mostPoints)));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const std::vector<QPointF> points = thinned(inRange(m_lines[i].points, m_xRange), most);
        m_items[i]->replace(QList<QPointF>(points.begin(), points.end()));
    }
}

void ChartView::applyRanges()
{
    drawVisiblePoints();
    const QFontMetrics metrics(axisFont(font()));
    for (QAbstractAxis* axis : chart()->axes()) {
        const bool horizontal = axis->orientation() == Qt::Horizontal;
        const int room = horizontal ? width() / (6 * metrics.averageCharWidth() + 8)
                                    : height() / (3 * metrics.height());
        setTicks(axis, horizontal ? m_xRange : m_yRange, std::clamp(room, 2, 10),
                 (horizontal ? m_x : m_y).whole);
        // A title that would be cut off says less than the room it takes.
        axis->setTitleVisible(horizontal ? height() > 8 * metrics.height()
                                         : height() - 4 * metrics.height()
                                               > metrics.horizontalAdvance(m_y.title));
    }
    outdate();
}

void ChartView::showRanges(const AxisRange& x, const AxisRange& y)
{
    m_xRange = x;
    m_yRange = y;
    if (m_following) {
        m_following = false;
        Q_EMIT followingChanged(false);
    }
    applyRanges();
}

void ChartView::follow()
{
    m_following = true;
    updateRanges();
    Q_EMIT followingChanged(true);
}

void ChartView::setMarker(std::optional<double> x, const QString& word)
{
    m_marker = x;
    m_markerWord = word;
    const int head = x && !word.isEmpty() ? QFontMetrics(axisFont(font())).height() + 2 : 4;
    if (chart()->margins().top() != head) {
        chart()->setMargins(QMargins(0, head, 6, 0));
        applyRanges();
    }
    viewport()->update();
}

void ChartView::setDot(std::optional<QPointF> dot)
{
    m_dot = dot;
    viewport()->update();
}

QPointF ChartView::toPixel(const QPointF& value) const
{
    const QRectF plot = chart()->plotArea();
    return {plot.left() + shareOf(value.x(), m_xRange, m_x.scale) * plot.width(),
            plot.bottom() - shareOf(value.y(), m_yRange, m_y.scale) * plot.height()};
}

QPointF ChartView::shareAt(const QPointF& pixel) const
{
    const QRectF plot = chart()->plotArea();
    return {(pixel.x() - plot.left()) / std::max(1.0, plot.width()),
            (plot.bottom() - pixel.y()) / std::max(1.0, plot.height())};
}

PlotFrame ChartView::frame() const
{
    return {chart()->plotArea(), [this](const QPointF& value) { return toPixel(value); }};
}

void ChartView::outdate()
{
    m_stale = true;
    viewport()->update();
}

void ChartView::redraw()
{
    const qreal ratio = devicePixelRatioF();
    m_picture = QPixmap((QSizeF(viewport()->size()) * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    render(&painter, QRectF(viewport()->rect()), viewport()->rect());
    m_stale = false;
}

void ChartView::paintEvent(QPaintEvent*)
{
    if (m_stale
        || m_picture.size() != (QSizeF(viewport()->size()) * devicePixelRatioF()).toSize())
        redraw();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(axisFont(font()));
    painter.drawPixmap(0, 0, m_picture);
    if (m_marker)
        paintMarker(painter, frame(), *m_marker, m_markerWord, palette());
    if (m_dot)
        paintDot(painter, frame(), *m_dot, palette());
    if (m_pointer && m_drag == Drag::None && chart()->plotArea().contains(*m_pointer))
        paintReadout(painter, frame(), m_lines, *m_pointer, m_x.title, palette());
    if (m_focusRing) {
        painter.setPen(QPen(colorsOf(palette()).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void ChartView::paintInto(QPainter& painter, const QRectF& target)
{
    painter.setRenderHint(QPainter::Antialiasing);
    render(&painter, target, viewport()->rect());
    painter.save();
    painter.translate(target.topLeft());
    painter.setFont(axisFont(font()));
    if (m_marker)
        paintMarker(painter, frame(), *m_marker, m_markerWord, palette());
    if (m_dot)
        paintDot(painter, frame(), *m_dot, palette());
    painter.restore();
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    applyRanges();
}

void ChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
        updateLines();
    }
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    m_focusRing = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
                  || event->reason() == Qt::ShortcutFocusReason;
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    m_focusRing = false;
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void ChartView::leaveEvent(QEvent* event)
{
    m_pointer.reset();
    viewport()->update();
    QChartView::leaveEvent(event);
}

} // namespace labelwright
