#include "ui/evaluation/label_table_model.h"

#include <QList>
#include <QLocale>

#include <algorithm>

namespace labelwright {

namespace {

std::optional<double> figureIn(const LabelRow& row, int column)
{
    switch (column) {
    case LabelTableModel::Support: return static_cast<double>(row.support);
    case LabelTableModel::AveragePrecision: return row.averagePrecision;
    case LabelTableModel::RocAuc: return row.rocAuc;
    case LabelTableModel::Precision: return row.precision;
    case LabelTableModel::Recall: return row.recall;
    case LabelTableModel::F1: return row.f1;
    case LabelTableModel::Threshold: return row.threshold;
    case LabelTableModel::History:
        return row.history.empty() ? std::nullopt : std::optional(row.history.back());
    default: return std::nullopt;
    }
}

bool sameLabels(const std::vector<LabelRow>& a, const std::vector<LabelRow>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const LabelRow& x, const LabelRow& y) { return x.name == y.name; });
}

} // namespace

void setCounts(LabelRow& row, const ConfusionCounts& counts)
{
    row.precision.reset();
    if (counts.known() > 0)
        row.precision = precisionOf(counts);
    row.recall = recallOf(counts);
    row.f1 = f1Of(counts);
}

void LabelTableModel::setRows(std::vector<LabelRow> rows)
{
    if (!rows.empty() && sameLabels(rows, m_rows)) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void LabelTableModel::setRow(int row, const LabelRow& values)
{
    m_rows.at(static_cast<std::size_t>(row)) = values;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int LabelTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LabelTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LabelTableModel::text(const LabelRow& row, int column) const
{
    if (column == Name)
        return row.name;
    if (column == Support)
        return QLocale().toString(static_cast<qlonglong>(row.support));
    if (column == History)
        return {};
    const auto figure = figureIn(row, column);
    if (!figure)
        return tr("n/a");
    const QString number = QLocale().toString(*figure, 'f', 3);
    return column == Threshold && !row.attainable ? number + QStringLiteral(" !") : number;
}

QString LabelTableModel::toolTip(const LabelRow& row, int column) const
{
    if (column == Threshold)
        return row.note;
    return figureIn(row, column) || column == Name ? QString() : row.reason;
}

QVariant LabelTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const LabelRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Name ? Qt::AlignLeft | Qt::AlignVCenter
                                               : Qt::AlignRight | Qt::AlignVCenter);
    case SortRole:
        if (index.column() == Name)
            return row.name;
        return figureIn(row, index.column()).value_or(-1);
    case HistoryRole:
        return QVariant::fromValue(QList<double>(row.history.begin(), row.history.end()));
    case Qt::AccessibleTextRole:
        if (index.column() == History)
            return tr("Average precision of %1 epochs").arg(row.history.size());
        return text(row, index.column());
    default: return {};
    }
}

QVariant LabelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    static const char* const titles[] = {
        QT_TR_NOOP("Label"),     QT_TR_NOOP("Positives"), QT_TR_NOOP("AP"),
        QT_TR_NOOP("AUC"),       QT_TR_NOOP("Precision"), QT_TR_NOOP("Recall"),
        QT_TR_NOOP("F1"),        QT_TR_NOOP("Threshold"), QT_TR_NOOP("AP by epoch")};
    static const char* const meanings[] = {
        QT_TR_NOOP("Name of the label"),
        QT_TR_NOOP("Images in which the label is known to be present"),
        QT_TR_NOOP("Average precision: area under precision against recall; chance is the share of "
                   "positives"),
        QT_TR_NOOP("Area under the ROC curve; chance is 0.5"),
        QT_TR_NOOP("Share of the predicted images that are right"),
        QT_TR_NOOP("Share of the positives that are found"),
        QT_TR_NOOP("Harmonic mean of precision and recall"),
        QT_TR_NOOP("A score of at least this counts as present"),
        QT_TR_NOOP("Average precision after each epoch")};
    if (role == Qt::DisplayRole)
        return tr(titles[section]);
    if (role == Qt::ToolTipRole)
        return tr(meanings[section]);
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Name ? Qt::AlignLeft | Qt::AlignVCenter
                                        : Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace labelwright
