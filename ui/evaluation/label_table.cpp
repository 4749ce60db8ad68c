#include "ui/evaluation/label_table.h"

#include "ui/style/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

/// Paints numbers over epochs as a small line from 0 to 1 with a dot at its end.
class SparklineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const auto values = index.data(LabelTableModel::HistoryRole).value<QList<double>>();
        const QRectF area = QRectF(option.rect).adjusted(6, 5, -8, -5);
        QPolygonF line;
        for (qsizetype i = 0; i < values.size(); ++i)
            if (std::isfinite(values[i]))
                line.append({values.size() == 1 ? area.right()
                                                : area.left() + area.width() * static_cast<double>(i)
                                                      / static_cast<double>(values.size() - 1),
                             area.bottom() - area.height() * std::clamp(values[i], 0.0, 1.0)});
        if (line.isEmpty())
            return;
        const bool selected = option.state & QStyle::State_Selected;
        const QColor color = selected ? option.palette.color(QPalette::HighlightedText)
                                      : seriesColor(0, option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color, 1.5));
        painter->drawPolyline(line);
        painter->setBrush(color);
        painter->drawEllipse(line.last(), 1.5, 1.5);
        painter->restore();
    }
};

} // namespace

LabelTable::LabelTable(LabelTableModel& model, const std::vector<LabelTableModel::Column>& columns,
                       QWidget* parent)
    : QTableView(parent)
    , m_order(new QSortFilterProxyModel(this))
{
    m_order->setSourceModel(&model);
    m_order->setSortRole(LabelTableModel::SortRole);
    m_order->setSortLocaleAware(true);
    setModel(m_order);
    setAccessibleName(tr("Labels"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    horizontalHeader()->setHighlightSections(false);
    // Above the title, where it takes no width; the platform draws it over the title.
    horizontalHeader()->setStyleSheet(QStringLiteral(
        "QHeaderView::section { padding: 9px 4px 4px 4px; }"
        "QHeaderView::up-arrow { image: url(:/style/arrow-up.svg); width: 8px; height: 8px;"
        "  subcontrol-origin: padding; subcontrol-position: top right; top: 1px; right: 4px; }"
        "QHeaderView::down-arrow { image: url(:/style/arrow-down.svg); width: 8px; height: 8px;"
        "  subcontrol-origin: padding; subcontrol-position: top right; top: 1px; right: 4px; }"));
    // Widths that follow the contents would measure every cell at every move of a threshold.
    const int step = gridStep(this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    horizontalHeader()->setFont(small);
    horizontalHeader()->setMinimumSectionSize(8 * step);
    const QFontMetrics titles(small);
    const int number = fontMetrics().horizontalAdvance(QStringLiteral("0.000")) + 3 * step;
    for (int column = 0; column < LabelTableModel::ColumnCount; ++column) {
        const QString title = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        setColumnWidth(column, std::max(number, titles.horizontalAdvance(title) + 19));
        setColumnHidden(column, std::find(columns.begin(), columns.end(), column) == columns.end());
    }
    for (std::size_t place = 0; place < columns.size(); ++place)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(columns[place]),
                                        static_cast<int>(place));
    connect(&model, &QAbstractItemModel::modelReset, this, &LabelTable::fitNames);
    setItemDelegateForColumn(LabelTableModel::History, new SparklineDelegate(this));
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    Q_EMIT labelSelected(m_order->mapToSource(current).row());
            });
}

void LabelTable::fitNames()
{
    int others = 0;
    for (int column = 1; column < LabelTableModel::ColumnCount; ++column)
        others += isColumnHidden(column) ? 0 : columnWidth(column);
    const int step = gridStep(this);
    int widest = 14 * step;
    for (int row = 0; row < m_order->rowCount(); ++row)
        widest = std::max(widest, fontMetrics().horizontalAdvance(
                                      m_order->index(row, LabelTableModel::Name).data().toString())
                                      + 4 * step);
    setColumnWidth(LabelTableModel::Name,
                   std::max(std::min(widest, 45 * step), viewport()->width() - others));
}

void LabelTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitNames();
}

int LabelTable::selectedLabel() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? m_order->mapToSource(current).row() : -1;
}

void LabelTable::selectLabel(int row)
{
    const QModelIndex source = m_order->sourceModel()->index(row, 0);
    if (source.isValid())
        setCurrentIndex(m_order->mapFromSource(source));
}

} // namespace labelwright
