#include "ui/deployment/interface_model.h"

#include "ui/deployment/deployment_words.h"

#include <utility>

namespace labelwright {

void InterfaceModel::setDeployment(const Deployment& deployment)
{
    if (deployment.id == m_deployment.id && deployment.labels == m_deployment.labels) {
        const Deployment before = std::exchange(m_deployment, deployment);
        // An editor that is open is filled anew by every change of its cell.
        for (int row = 0; row < rowCount(); ++row)
            if (isChanged(before, row))
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_deployment = deployment;
    endResetModel();
}

bool InterfaceModel::isChanged(const Deployment& before, int row) const
{
    if (row == 0)
        return before.inputName != m_deployment.inputName;
    const auto place = static_cast<std::size_t>(row) - 1;
    return before.outputNames.at(row - 1) != m_deployment.outputNames.at(row - 1)
           || !(before.decisions[place] == m_deployment.decisions[place]);
}

int InterfaceModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_deployment.id.isValid())
        return 0;
    return 1 + static_cast<int>(m_deployment.labels.size());
}

int InterfaceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString InterfaceModel::text(int row, int column) const
{
    if (row == 0) {
        const InputBlock* const input = find<InputBlock>(m_deployment.spec);
        switch (column) {
        case FeatureColumn: return tr("Input image");
        case TypeColumn:
            if (input == nullptr)
                return tr("Image");
            return (input->preprocessing.color == ColorMode::Rgb ? tr("Image, colour, %1 × %2")
                                                                 : tr("Image, grey, %1 × %2"))
                .arg(input->preprocessing.width)
                .arg(input->preprocessing.height);
        case NameColumn: return m_deployment.inputName;
        default: return QStringLiteral("–");
        }
    }
    const auto place = static_cast<std::size_t>(row) - 1;
    switch (column) {
    case FeatureColumn: return m_deployment.labels.at(row - 1);
    case TypeColumn: return tr("Output, binary: score and yes or no");
    case ThresholdColumn:
        return thresholdWord(static_cast<double>(m_deployment.decisions[place].threshold));
    case NameColumn: return m_deployment.outputNames.at(row - 1);
    default: return {};
    }
}

QVariant InterfaceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(index.row(), index.column());
    case Qt::ToolTipRole:
        if (index.column() == NameColumn)
            return tr("What other software calls it; double-click or press F2 to change it");
        return index.column() == ThresholdColumn && index.row() > 0
                   ? m_deployment.decisions[static_cast<std::size_t>(index.row()) - 1].note
                   : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == ThresholdColumn ? Qt::AlignRight
                                                                        : Qt::AlignLeft));
    default: return {};
    }
}

QVariant InterfaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (section == ThresholdColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FeatureColumn: return tr("Feature");
    case TypeColumn: return tr("Type");
    case ThresholdColumn: return tr("Threshold");
    case NameColumn: return tr("Name");
    default: return {};
    }
}

Qt::ItemFlags InterfaceModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == NameColumn ? flags | Qt::ItemIsEditable : flags;
}

bool InterfaceModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != NameColumn
        || value.toString() == text(index.row(), NameColumn))
        return false;
    QString input = m_deployment.inputName;
    QStringList outputs = m_deployment.outputNames;
    if (index.row() == 0)
        input = value.toString();
    else
        outputs[index.row() - 1] = value.toString();
    Q_EMIT namesWanted(input, outputs);
    return text(index.row(), NameColumn) == value.toString();
}

} // namespace labelwright
