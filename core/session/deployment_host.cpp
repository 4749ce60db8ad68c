#include "core/session/deployment_host.h"

#include "core/session/deployment_job.h"
#include "core/session/workspace.h"

namespace labelwright {

DeploymentHost::DeploymentHost(Workspace& workspace)
    : m_workspace(workspace)
{}

DeploymentHost::~DeploymentHost() = default;

void DeploymentHost::restore()
{
    const auto all = deployments(m_workspace.project());
    if (!all)
        return; // The view that lists them meets the same failure and says so.
    for (const Deployment& one : *all)
        if (one.enabled)
            load(one.id);
}

Result<void> DeploymentHost::setEnabled(DeploymentId id, bool enabled)
{
    if (const auto stored = setDeploymentEnabled(m_workspace.project(), id, enabled); !stored)
        return stored;
    if (enabled) {
        load(id);
        return {};
    }
    if (const auto found = m_entries.find(id); found != m_entries.end()) {
        m_workspace.jobs().cancel(found->second.job);
        m_entries.erase(found);
    }
    Q_EMIT changed();
    return {};
}

Result<void> DeploymentHost::remove(DeploymentId id)
{
    const auto deleted = deleteDeployment(m_workspace.project(), id);
    if (deleted)
        Q_EMIT changed();
    return deleted;
}

DeploymentState DeploymentHost::state(DeploymentId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? DeploymentState::Disabled : found->second.state;
}

QString DeploymentHost::problem(DeploymentId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? QString() : found->second.problem;
}

std::shared_ptr<const PredictionService> DeploymentHost::service(DeploymentId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : found->second.service;
}

void DeploymentHost::load(DeploymentId id)
{
    using Service = std::shared_ptr<const PredictionService>;
    const int turn = ++m_lastLoad;
    const auto known = deployment(m_workspace.project(), id);
    m_entries[id] = {DeploymentState::Warming, {}, nullptr, turn, 0};
    const JobId job = m_workspace.run<Service>(
        tr("Warming up %1").arg(known ? known->name : QString::number(id.value)), this,
        [id](Project& project, const ProgressCallback&, std::stop_token stop) -> Result<Service> {
            auto opened = openWarm(project, id, std::move(stop));
            if (!opened)
                return failureOf(opened);
            return std::make_shared<const PredictionService>(std::move(*opened));
        },
        [this, id, turn](Result<Service> opened) {
            const auto found = m_entries.find(id);
            if (found == m_entries.end() || found->second.turn != turn)
                return; // Disabled meanwhile.
            Entry& entry = found->second;
            entry.state = opened ? DeploymentState::Ready : DeploymentState::Failed;
            entry.problem = opened ? QString() : opened.error().summary;
            entry.service = opened ? *std::move(opened) : nullptr;
            Q_EMIT changed();
        });
    m_entries[id].job = job;
    Q_EMIT changed();
}

} // namespace labelwright
