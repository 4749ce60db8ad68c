#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/deployment/prediction_service.h"
#include "core/project/deployments.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace labelwright {

class Workspace;

/// Where an enabled deployment stands.
enum class DeploymentState {
    Disabled,
    Warming, ///< Its network is being loaded and run once.
    Ready,
    Failed, ///< It was enabled, but its network cannot be loaded; `problem` says why.
};

/// Keeps the prediction services of enabled deployments, warm. Lives on the GUI's thread.
class DeploymentHost : public QObject
{
    Q_OBJECT

public:
    explicit DeploymentHost(Workspace& workspace);
    ~DeploymentHost() override;

    /// Loads the services of deployments that were enabled when the project was closed.
    void restore();

    /// Enables or disables; the state survives a restart. Loading goes on in a job.
    Result<void> setEnabled(DeploymentId deployment, bool enabled);

    /// Deletes a disabled deployment with its files.
    Result<void> remove(DeploymentId deployment);

    /// Tells views that a deployment was made.
    void tellChanged() { Q_EMIT changed(); }

    [[nodiscard]] DeploymentState state(DeploymentId deployment) const;
    [[nodiscard]] QString problem(DeploymentId deployment) const;

    /// The warm service; null unless Ready.
    [[nodiscard]] std::shared_ptr<const PredictionService> service(DeploymentId deployment) const;

Q_SIGNALS:
    /// Deployments came, went, or are in another state.
    void changed();

private:
    struct Entry
    {
        DeploymentState state = DeploymentState::Disabled;
        QString problem;
        std::shared_ptr<const PredictionService> service;
        int turn = 0; ///< Which `load` it waits for.
        int job = 0;  ///< That load's job.
    };
    void load(DeploymentId deployment);

    Workspace& m_workspace;
    std::map<DeploymentId, Entry> m_entries;
    int m_lastLoad = 0;
};

} // namespace labelwright
