#include "ui/datasets/histogram_header.h"

#include "ui/datasets/sample_table_model.h"
#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

/// The bar below x; −1 beside them.
int barAt(const QRect& area, const ColumnHistogram& histogram, int x)
{
    if (histogram.bins.empty() || x < area.left() || x > area.right())
        return -1;
    const auto count = static_cast<int>(histogram.bins.size());
    return std::min(count - 1, (x - area.left()) * count / std::max(1, area.width()));
}

QString percent(qint64 part, qint64 whole)
{
    const double share = whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole)
                                   : 0.0;
    return QLocale().toString(share, 'f', share > 0 && share < 10 ? 1 : 0);
}

} // namespace

HistogramHeader::HistogramHeader(const SampleTableModel& samples, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_samples(samples)
{
    setObjectName(QStringLiteral("sampleHeader"));
    setAccessibleName(tr("Columns"));
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(true);
    setSortIndicator(-1, Qt::AscendingOrder);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

int HistogramHeader::barsHeight() const
{
    return 9 * gridStep(this);
}

const ColumnHistogram* HistogramHeader::histogram(int logicalIndex) const
{
    if (logicalIndex < 0 || logicalIndex >= m_samples.columnCount())
        return nullptr;
    const ColumnHistogram& found = m_samples.column(logicalIndex).histogram;
    return found.bins.empty() || found.highest == 0 ? nullptr : &found;
}

QRect HistogramHeader::barsRect(const QRect& section) const
{
    const int step = gridStep(this);
    return {section.left() + 2 * step, section.top() + 2 * step,
            std::max(1, section.width() - 4 * step), barsHeight() - 2 * step};
}

QSize HistogramHeader::sizeHint() const
{
    const QSize plain = QHeaderView::sizeHint();
    return {plain.width(), barsHeight() + 7 * gridStep(this)};
}

QSize HistogramHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const int step = gridStep(this);
    const int arrow = 4 * step;
    return {fontMetrics().horizontalAdvance(title) + 4 * step + arrow, barsHeight() + 7 * step};
}

void HistogramHeader::paintBars(QPainter* painter, const QRect& area,
                                const ColumnHistogram& histogram, int highlighted) const
{
    const Colors colors = colorsOf(palette());
    const auto count = static_cast<int>(histogram.bins.size());
    const double slot = static_cast<double>(area.width()) / count;
    const double gap = slot > 4 ? 1.0 : 0.0;
    const double widest = histogram.isNumeric ? slot : std::min(slot, 5.0 * gridStep(this));
    for (int i = 0; i < count; ++i) {
        const qint64 value = histogram.bins[static_cast<std::size_t>(i)].count;
        double height = std::round(static_cast<double>(area.height()) * static_cast<double>(value)
                                   / static_cast<double>(histogram.highest));
        if (value > 0)
            height = std::max(2.0, height);
        const QRectF bar(area.left() + slot * i + (slot - widest) / 2, area.bottom() + 1 - height,
                         std::max(1.0, widest - gap), height);
        QColor color = colors.accent;
        color.setAlphaF(i == highlighted ? 1.0F : 0.55F);
        painter->fillRect(bar, color);
    }
    painter->fillRect(QRectF(area.left(), area.bottom() + 1, area.width(), 1), colors.border);
}

void HistogramHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const Colors colors = colorsOf(palette());
    const int step = gridStep(this);
    painter->save();
    painter->fillRect(rect, colors.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.border);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colors.border);
    if (const ColumnHistogram* bars = histogram(logicalIndex); bars != nullptr) {
        const QRect area = barsRect(rect);
        const bool hovered = rect.contains(m_hovered);
        paintBars(painter, area, *bars, hovered ? barAt(area, *bars, m_hovered.x()) : -1);
    }
    QRect text = rect.adjusted(2 * step, barsHeight(), -step, 0);
    if (sortIndicatorSection() == logicalIndex && isSortIndicatorShown()) {
        const bool rising = sortIndicatorOrder() == Qt::AscendingOrder;
        const QRect arrow(text.right() - 3 * step, text.top(), 3 * step, text.height());
        painter->setPen(colors.accent);
        painter->drawText(arrow, Qt::AlignCenter,
                          rising ? QStringLiteral("▲") : QStringLiteral("▼"));
        text.setRight(arrow.left());
    }
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    painter->setPen(palette().color(QPalette::WindowText));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
    painter->restore();
}

QString HistogramHeader::barText(const QPoint& position) const
{
    const int section = logicalIndexAt(position);
    const ColumnHistogram* const bars = histogram(section);
    if (bars == nullptr || position.y() > barsHeight())
        return {};
    const QRect area =
        barsRect(QRect(sectionViewportPosition(section), 0, sectionSize(section), height()));
    const int bar = barAt(area, *bars, position.x());
    if (bar < 0)
        return {};
    const HistogramBin& bin = bars->bins[static_cast<std::size_t>(bar)];
    return tr("%1: %2 of %3 (%4 %)")
        .arg(bin.text, QLocale().toString(bin.count), QLocale().toString(bars->total),
             percent(bin.count, bars->total));
}

bool HistogramHeader::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* const help = static_cast<QHelpEvent*>(event);
        const int section = logicalIndexAt(help->pos());
        QString text = barText(help->pos());
        if (text.isEmpty() && section >= 0)
            text = model()->headerData(section, Qt::Horizontal).toString();
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::MouseMove)
        m_hovered = static_cast<QMouseEvent*>(event)->pos();
    if (event->type() == QEvent::Leave)
        m_hovered = {-1, -1};
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave)
        viewport()->update();
    return QHeaderView::viewportEvent(event);
}

} // namespace labelwright
