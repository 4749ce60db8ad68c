#include "ui/datasets/subset_heat_model.h"

#include <QLocale>

namespace labelwright {

void SubsetHeatModel::setContents(ContentsPointer contents)
{
    beginResetModel();
    m_contents = std::move(contents);
    endResetModel();
}

int SubsetHeatModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_contents ? 0
                                           : static_cast<int>(m_contents->subsets.labels.size());
}

int SubsetHeatModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(allSubsets.size());
}

const SubsetCell& SubsetHeatModel::cell(const QModelIndex& index) const
{
    return m_contents->subsets.labels[static_cast<std::size_t>(index.row())]
                                     [static_cast<std::size_t>(index.column())];
}

QString SubsetHeatModel::emptyText(const QModelIndex& index) const
{
    for (const EmptyCell& empty : m_contents->subsets.emptyCells)
        if (empty.label == static_cast<std::size_t>(index.row())
            && static_cast<int>(empty.subset) == index.column())
            return emptyCellText(empty, m_contents->labels.value(index.row()));
    return {};
}

QVariant SubsetHeatModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SubsetCell& counts = cell(index);
    const QString empty = emptyText(index);
    const QLocale locale;
    const auto known = static_cast<double>(counts.positives + counts.negatives);
    switch (role) {
    case Qt::DisplayRole:
        return (empty.isEmpty() ? QString() : QStringLiteral("⚠ "))
               + locale.toString(counts.positives);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        if (!empty.isEmpty())
            return empty;
        return tr("%1 positives, %2 negatives, %3 unknown")
            .arg(locale.toString(counts.positives), locale.toString(counts.negatives),
                 locale.toString(counts.unknown));
    case ShareRole: return known > 0 ? static_cast<double>(counts.positives) / known : 0.0;
    default: return {};
    }
}

QVariant SubsetHeatModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section >= 0 && section < 3
                   ? subsetTitle(allSubsets[static_cast<std::size_t>(section)])
                   : QString();
    return m_contents ? m_contents->labels.value(section) : QString();
}

} // namespace labelwright
