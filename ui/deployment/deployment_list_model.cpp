#include "ui/deployment/deployment_list_model.h"

#include "ui/deployment/deployment_words.h"

#include <QLocale>

#include <algorithm>

namespace labelwright {

DeploymentListModel::DeploymentListModel(const DeploymentHost& host, QObject* parent)
    : QAbstractListModel(parent)
    , m_host(host)
{}

void DeploymentListModel::setDeployments(std::vector<Deployment> deployments)
{
    beginResetModel();
    std::ranges::reverse(deployments);
    m_deployments = std::move(deployments);
    endResetModel();
}

void DeploymentListModel::refreshStates()
{
    if (!m_deployments.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int DeploymentListModel::rowOf(DeploymentId id) const
{
    const auto found = std::ranges::find(m_deployments, id, &Deployment::id);
    return found == m_deployments.end() ? -1 : static_cast<int>(found - m_deployments.begin());
}

int DeploymentListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_deployments.size());
}

QVariant DeploymentListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Deployment& one = at(index.row());
    const DeploymentState state = m_host.state(one.id);
    const QString origin = QStringLiteral("%1 · %2").arg(one.experimentName,
                                                         checkpointWord(one.kind, one.epoch));
    switch (role) {
    case Qt::DisplayRole: return one.name;
    case Qt::ToolTipRole:
        return state == DeploymentState::Failed ? m_host.problem(one.id) : one.name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(one.name, stateWord(state), origin);
    case StateRole: return static_cast<int>(state);
    case OriginRole: return origin;
    case DateRole: return QLocale().toString(one.created.date(), QLocale::ShortFormat);
    default: return {};
    }
}

} // namespace labelwright
