#pragma once

#include "core/project/deployments.h"
#include "core/session/deployment_host.h"

#include <QAbstractListModel>

#include <vector>

namespace labelwright {

/// The project's deployments, newest first, each with its state.
class DeploymentListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole, ///< DeploymentState as int.
        OriginRole,               ///< "experiment 1 · Best epoch (7)".
        DateRole,                 ///< When it was created, in words.
    };

    explicit DeploymentListModel(const DeploymentHost& host, QObject* parent = nullptr);

    /// Replaces all; `deployments` oldest first.
    void setDeployments(std::vector<Deployment> deployments);

    /// States are others.
    void refreshStates();

    [[nodiscard]] const Deployment& at(int row) const
    {
        return m_deployments[static_cast<std::size_t>(row)];
    }
    /// −1 when it is not there.
    [[nodiscard]] int rowOf(DeploymentId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    const DeploymentHost& m_host;
    std::vector<Deployment> m_deployments;
};

} // namespace labelwright
