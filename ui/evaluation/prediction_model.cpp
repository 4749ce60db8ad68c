#include "ui/evaluation/prediction_model.h"

#include "core/session/thumbnails.h"

#include <QImage>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace labelwright {

PredictionModel::PredictionModel(Workspace& workspace, InspectionState& state, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_state(state)
{
}

void PredictionModel::setOrder(PredictionOrder order)
{
    m_order = order;
    refill();
}

std::vector<std::uint32_t> PredictionModel::orderedRows() const
{
    std::vector<std::uint32_t> rows;
    const LabelInspection* const label = m_state.inspection();
    if (label == nullptr)
        return rows;
    const bool mistakesFirst = m_order == PredictionOrder::MostWrong;
    const auto& order = mistakesFirst ? label->byMistake : label->byScore;
    const auto wanted = m_state.field();
    const auto field = [label, threshold = m_state.threshold()](std::uint32_t row) {
        return fieldOf(label->scores[row], label->truth[row], threshold);
    };
    std::copy_if(order.begin(), order.end(), std::back_inserter(rows),
                 [&](std::uint32_t row) { return !wanted || field(row) == wanted; });
    if (mistakesFirst && !wanted)
        std::stable_partition(rows.begin(), rows.end(), [&](std::uint32_t row) {
            return field(row) == MatrixField::FalsePositive
                   || field(row) == MatrixField::FalseNegative;
        });
    if (m_order == PredictionOrder::LowestScore)
        std::reverse(rows.begin(), rows.end());
    return rows;
}

void PredictionModel::refill()
{
    beginResetModel();
    m_rows = orderedRows();
    endResetModel();
}

void PredictionModel::follow()
{
    auto rows = orderedRows();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool PredictionModel::dependsOnThreshold() const
{
    return m_state.field() || m_order == PredictionOrder::MostWrong;
}

SampleId PredictionModel::sampleAt(int row) const
{
    return m_state.evaluation()->table.samples[m_rows.at(static_cast<std::size_t>(row))];
}

DatasetId PredictionModel::dataset() const
{
    return m_state.evaluation() ? m_state.evaluation()->model.experiment.dataset : DatasetId();
}

int PredictionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PredictionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PredictionModel::nameOf(std::uint32_t row) const
{
    const QString name = m_state.sampleName(row);
    return name.isEmpty() ? tr("Sample %1").arg(m_state.evaluation()->table.samples[row].value)
                          : name;
}

QString PredictionModel::verdict(std::uint32_t row) const
{
    const LabelInspection& label = *m_state.inspection();
    const auto field = fieldOf(label.scores[row], label.truth[row], m_state.threshold());
    if (!field)
        return tr("not known");
    switch (*field) {
    case MatrixField::TruePositive: return tr("hit");
    case MatrixField::FalseNegative: return tr("miss");
    case MatrixField::FalsePositive: return tr("false alarm");
    case MatrixField::TrueNegative: break;
    }
    return tr("rightly absent");
}

QString PredictionModel::text(std::uint32_t row, int column) const
{
    const LabelInspection& label = *m_state.inspection();
    switch (column) {
    case Name: return nameOf(row);
    case Score: return QLocale().toString(static_cast<double>(label.scores[row]), 'f', 3);
    case Truth:
        if (label.truth[row] == Annotation::Unknown)
            return tr("unknown");
        return label.truth[row] == Annotation::Present ? tr("present") : tr("absent");
    case Predicted:
        return (label.scores[row] >= m_state.threshold() ? tr("present") : tr("absent"))
               + QStringLiteral(" · ") + verdict(row);
    default: return {};
    }
}

QVariant PredictionModel::data(const QModelIndex& index, int role) const
{
    const LabelInspection* const label = m_state.inspection();
    if (!index.isValid() || label == nullptr || index.row() >= rowCount())
        return {};
    const std::uint32_t row = m_rows[static_cast<std::size_t>(index.row())];
    if (row >= label->scores.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return text(row, Name);
    case Qt::AccessibleTextRole:
        return index.column() == Image
                   ? QStringLiteral("%1, %2 %3").arg(text(row, Name), text(row, Score), verdict(row))
                   : text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Score ? Qt::AlignRight | Qt::AlignVCenter
                                                : Qt::AlignLeft | Qt::AlignVCenter);
    case ScoreRole: return static_cast<double>(label->scores[row]);
    case TruthRole: return static_cast<int>(label->truth[row]);
    case PredictedRole: return label->scores[row] >= m_state.threshold();
    case PictureRole: return m_workspace.thumbnails().find(sampleAt(index.row()));
    case VerdictRole: return verdict(row);
    default: return {};
    }
}

QVariant PredictionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Image: return tr("Image");
    case Name: return tr("Name");
    case Score: return tr("Score");
    case Truth: return tr("Is");
    default: return tr("Predicted");
    }
}

} // namespace labelwright
