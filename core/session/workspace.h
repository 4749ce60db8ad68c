#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/session/job_runner.h"
#include "core/session/training_runner.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

namespace labelwright {

class BackboneFetcher;
class DeploymentHost;
class EndpointHost;
class Thumbnails;

/// An open project with everything that works on it for longer than a call: jobs, the run,
/// thumbnails, enabled deployments, the service that offers them. Lives on the GUI's thread. Whoever
/// edits the project says so by one of the `tell…` functions, so that every view hears of it.
class Workspace : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Work = std::function<Result<T>(Project&, const ProgressCallback&, std::stop_token)>;

    /// Makes a project in a new or empty folder, or opens the one there.
    static Result<std::unique_ptr<Workspace>> create(const QString& folder);
    static Result<std::unique_ptr<Workspace>> open(const QString& folder);
    ~Workspace() override;

    /// The handle of the GUI's thread: for reads and edits that take a few milliseconds.
    [[nodiscard]] Project& project() { return m_project; }
    [[nodiscard]] const Project& project() const { return m_project; }

    /// The project folder's own name.
    [[nodiscard]] QString name() const;

    [[nodiscard]] JobRunner& jobs() { return *m_jobs; }
    [[nodiscard]] TrainingRunner& training() { return *m_training; }
    [[nodiscard]] Thumbnails& thumbnails() { return *m_thumbnails; }
    [[nodiscard]] BackboneFetcher& backbones() { return *m_backbones; }
    [[nodiscard]] DeploymentHost& deployments() { return *m_deployments; }
    [[nodiscard]] EndpointHost& endpoint() { return *m_endpoint; }

    /// Runs `work` on a thread with a handle of its own on the project; see JobRunner::start.
    template <class T>
    JobId run(const QString& title, QObject* receiver, Work<T> work, JobRunner::Done<T> done)
    {
        return m_jobs->start<T>(
            title, receiver,
            [this, work = std::move(work)](const ProgressCallback& progress,
                                           std::stop_token stop) -> Result<T> {
                auto handle = anotherHandle();
                if (!handle)
                    return failureOf(handle);
                return work(*handle, progress, std::move(stop));
            },
            std::move(done));
    }

    void tellDatasetsChanged() { Q_EMIT datasetsChanged(); }
    void tellExperimentsChanged() { Q_EMIT experimentsChanged(); }
    void tellDecisionsChanged(CheckpointId checkpoint) { Q_EMIT decisionsChanged(checkpoint); }

Q_SIGNALS:
    /// Datasets came, went, or have other samples, labels, answers, subsets or feature sets.
    void datasetsChanged();
    /// Experiments came, went, or are in another state.
    void experimentsChanged();
    /// Thresholds or calibration of a checkpoint are others.
    void decisionsChanged(labelwright::CheckpointId checkpoint);

private:
    explicit Workspace(Project project);
    /// The end of a run fits what its checkpoints lacked.
    void tellFitted(ExperimentId experiment);
    /// For another thread; the project's members it reads never change while it is open.
    [[nodiscard]] Result<Project> anotherHandle() const { return m_project.anotherHandle(); }

    Project m_project;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<DeploymentHost> m_deployments;
    std::unique_ptr<EndpointHost> m_endpoint;
    std::unique_ptr<TrainingRunner> m_training;
    std::unique_ptr<JobRunner> m_jobs; ///< Its threads are joined before the rest goes.
    std::unique_ptr<BackboneFetcher> m_backbones;
};

} // namespace labelwright
