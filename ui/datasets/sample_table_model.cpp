#include "ui/datasets/sample_table_model.h"

#include <algorithm>
#include <numeric>

namespace labelwright {

namespace {

QString markOf(Annotation value)
{
    switch (value) {
    case Annotation::Present: return QStringLiteral("✓");
    case Annotation::Absent: return QStringLiteral("✗");
    case Annotation::Unknown: break;
    }
    return QStringLiteral("·");
}

} // namespace

void SampleTableModel::setContents(ContentsPointer contents)
{
    beginResetModel();
    m_contents = std::move(contents);
    m_rows.resize(m_contents ? m_contents->samples.size() : 0);
    std::iota(m_rows.begin(), m_rows.end(), 0U);
    endResetModel();
}

void SampleTableModel::setRows(std::vector<std::uint32_t> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

SampleId SampleTableModel::sampleId(int row) const
{
    return m_contents->samples[sampleRow(row)].id;
}

int SampleTableModel::rowOf(SampleId sample) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (m_contents->samples[m_rows[row]].id == sample)
            return static_cast<int>(row);
    return -1;
}

int SampleTableModel::columnOf(ColumnKind kind) const
{
    for (int number = 0; number < columnCount(); ++number)
        if (column(number).kind == kind)
            return number;
    return -1;
}

int SampleTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SampleTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_contents ? 0 : static_cast<int>(m_contents->columns.size());
}

QString SampleTableModel::displayText(std::size_t row, const SampleColumn& column) const
{
    if (column.kind == ColumnKind::Label)
        return markOf(m_contents->snapshot.annotations.at(row, column.index));
    return cellText(*m_contents, row, column);
}

QString SampleTableModel::toolTip(std::size_t row, const SampleColumn& column) const
{
    const Sample& sample = m_contents->samples[row];
    switch (column.kind) {
    case ColumnKind::Label:
        return QStringLiteral("%1: %2").arg(column.title, cellText(*m_contents, row, column));
    case ColumnKind::Image:
    case ColumnKind::Name:
        return sample.problem.isEmpty() ? sample.name
                                        : QStringLiteral("%1\n%2").arg(sample.name, sample.problem);
    default: break;
    }
    return cellText(*m_contents, row, column);
}

QVariant SampleTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t row = sampleRow(index.row());
    const SampleColumn& shown = column(index.column());
    switch (role) {
    case Qt::DisplayRole: return displayText(row, shown);
    case Qt::ToolTipRole: return toolTip(row, shown);
    case Qt::AccessibleTextRole:
        return shown.kind == ColumnKind::Image ? m_contents->samples[row].name
                                               : toolTip(row, shown);
    case SampleIdRole: return m_contents->samples[row].id.value;
    case BrokenRole: return m_contents->samples[row].check == CheckState::Problem;
    case AnnotationRole:
        if (shown.kind == ColumnKind::Label)
            return static_cast<int>(m_contents->snapshot.annotations.at(row, shown.index));
        return {};
    case SubsetRole:
        if (const auto& subset = m_contents->snapshot.subsets[row]; subset)
            return static_cast<int>(*subset);
        return {};
    default: return {};
    }
}

QVariant SampleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return role == Qt::DisplayRole && orientation == Qt::Vertical ? QVariant(section + 1)
                                                                      : QVariant();
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return column(section).title;
    return {};
}

} // namespace labelwright
