#include "ui/datasets/import_preview_model.h"

#include "ui/datasets/dataset_contents.h"

#include <algorithm>

namespace labelwright {

namespace {

QStringList presentLabels(const ImportPlan& plan, std::size_t sample)
{
    QStringList names;
    for (std::size_t label = 0; label < plan.annotations.labels(); ++label)
        if (plan.annotations.at(sample, label) == Annotation::Present)
            names.append(plan.labels[static_cast<qsizetype>(label)]);
    return names;
}

} // namespace

void ImportPreviewModel::setDraft(const DraftPointer& draft)
{
    beginResetModel();
    m_columns.clear();
    m_roles.clear();
    m_lines.clear();
    m_cells.clear();
    if (draft && !draft->preview.columns.isEmpty()) {
        m_columns = draft->preview.columns;
        m_lines = draft->preview.lines;
        m_cells = draft->preview.cells;
        readRoles(*draft);
    } else if (draft && draft->plan) {
        showSamples(*draft->plan);
    }
    endResetModel();
}

void ImportPreviewModel::readRoles(const ImportDraft& draft)
{
    if (!draft.plan)
        return;
    for (const QString& column : m_columns)
        m_roles.push_back(roleOf(*draft.plan, column));
}

void ImportPreviewModel::showSamples(const ImportPlan& plan)
{
    m_columns = {tr("Image"), tr("Subset"), tr("Labels")};
    m_roles = {ColumnRole::Image, ColumnRole::Subset, ColumnRole::Label};
    const std::size_t count =
        std::min(plan.samples.size(), static_cast<std::size_t>(previewRows));
    for (std::size_t row = 0; row < count; ++row) {
        const PlannedSample& sample = plan.samples[row];
        m_lines.push_back(static_cast<qint64>(row) + 1);
        m_cells.push_back({sample.name, sample.subset ? subsetTitle(*sample.subset) : QString(),
                           presentLabels(plan, row).join(QStringLiteral(", "))});
    }
}

void ImportPreviewModel::setRows(const IndexPreview& preview)
{
    beginResetModel();
    m_lines = preview.lines;
    m_cells = preview.cells;
    endResetModel();
}

int ImportPreviewModel::rowOfLine(qint64 line) const
{
    const auto found = std::find(m_lines.begin(), m_lines.end(), line);
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int ImportPreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

int ImportPreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ImportPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString text = m_cells[static_cast<std::size_t>(index.row())].value(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text;
    if (role == ColumnRoleRole)
        return headerData(index.column(), Qt::Horizontal, role);
    return {};
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto place = static_cast<std::size_t>(section);
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole && section >= 0 && place < m_lines.size())
            return m_lines[place];
        return {};
    }
    if (section < 0 || section >= m_columns.size())
        return {};
    if (role == ColumnRoleRole)
        return place < m_roles.size() ? QVariant(static_cast<int>(m_roles[place])) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (place >= m_roles.size())
        return m_columns[section];
    return QStringLiteral("%1\n%2").arg(m_columns[section], roleInWords(m_roles[place]));
}

} // namespace labelwright
