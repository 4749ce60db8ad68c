#include "core/session/workspace.h"

#include "core/project/checkpoints.h"
#include "core/project/patience.h"
#include "core/session/backbone_fetcher.h"
#include "core/session/deployment_host.h"
#include "core/session/endpoint_host.h"
#include "core/session/thumbnails.h"

#include <QDir>

namespace labelwright {

namespace {

/// How long the window may stand still for another thread's edit; one epoch's record takes less.
constexpr int patienceMilliseconds = 250;

template <class Made>
Result<std::unique_ptr<Workspace>> wrap(Result<Project> project, const Made& made)
{
    if (!project)
        return failureOf(project);
    return made(std::move(*project));
}

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::create(const QString& folder)
{
    return wrap(Project::create(folder), [](Project project) {
        return std::unique_ptr<Workspace>(new Workspace(std::move(project)));
    });
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& folder)
{
    return wrap(Project::open(folder, Access::ReadWrite), [](Project project) {
        return std::unique_ptr<Workspace>(new Workspace(std::move(project)));
    });
}

Workspace::Workspace(Project project)
    : m_project(std::move(project))
    , m_thumbnails(std::make_unique<Thumbnails>(m_project))
    , m_deployments(std::make_unique<DeploymentHost>(*this))
    , m_endpoint(std::make_unique<EndpointHost>(*this))
    , m_training(std::make_unique<TrainingRunner>())
    , m_jobs(std::make_unique<JobRunner>())
    , m_backbones(std::make_unique<BackboneFetcher>(*m_jobs))
{
    setPatience(m_project, patienceMilliseconds);
    connect(m_training.get(), &TrainingRunner::started, this, [this] { tellExperimentsChanged(); });
    connect(m_training.get(), &TrainingRunner::ended, this, [this](const RunEnd& end) {
        tellExperimentsChanged();
        tellFitted(end.experiment);
    });
    m_deployments->restore();
    m_endpoint->restore();
}

Workspace::~Workspace() = default;

void Workspace::tellFitted(ExperimentId experiment)
{
    if (const auto all = checkpoints(m_project, experiment))
        for (const Checkpoint& checkpoint : *all)
            tellDecisionsChanged(checkpoint.id);
}

QString Workspace::name() const
{
    return QDir(m_project.folder()).dirName();
}

} // namespace labelwright
