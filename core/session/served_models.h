#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/deployment/endpoint.h"
#include "core/deployment/inference_queue.h"
#include "core/project/deployments.h"
#include "core/project/project.h"

#include <QString>

#include <functional>
#include <map>
#include <stop_token>
#include <vector>

namespace labelwright {

/// An enabled deployment that cannot answer.
struct ServedProblem
{
    DeploymentId deployment;
    QString title;
    QString sentence;
    friend bool operator==(const ServedProblem&, const ServedProblem&) = default;
};

/// Turns a project's deployments into what the endpoint offers, over and over: a service is opened
/// once, kept while its deployment stays enabled, and let go afterwards.
class ServedModels
{
public:
    /// Gives the warm service of an enabled deployment; null while there is none.
    using Provide = std::function<InferenceQueue::Service(const Deployment&)>;

    /// `only`: offers these deployments and no others; empty: all. Without `provide` it opens
    /// services itself, during `refresh`.
    explicit ServedModels(std::vector<DeploymentId> only = {}, Provide provide = {});

    /// How the deployments stand now, oldest first; disabled ones too, so that callers learn that
    /// they are. One whose network cannot be loaded comes without a service and is a problem; it is
    /// tried again when it was disabled and enabled. Fails when the project cannot be read or when
    /// stopped; what was offered before stays good then.
    Result<std::vector<EndpointModel>> refresh(const Project& project, std::stop_token stop = {});

    /// The same at once: services that have yet to be opened are missing.
    Result<std::vector<EndpointModel>> glance(const Project& project);

    /// Of the last refresh.
    [[nodiscard]] const std::vector<ServedProblem>& problems() const { return m_problems; }

private:
    struct Opened
    {
        QByteArray sha256;
        InferenceQueue::Service service; ///< Null when it cannot be loaded.
        QString problem;
    };
    enum class Opening { Wait, Later };
    struct Look
    {
        const Project& project;
        Opening opening;
        std::stop_token stop;
    };
    Result<std::vector<EndpointModel>> offered(const Look& look);
    Result<Opened> openedOf(const Look& look, const Deployment& deployment);
    Result<void> addService(const Look& look, const Deployment& deployment, EndpointModel& model);
    Result<EndpointModel> modelOf(const Look& look, const Deployment& deployment,
                                  const QStringList& taken);
    [[nodiscard]] bool isOffered(DeploymentId deployment) const;
    void forgetOthersThan(const std::vector<Deployment>& present);

    std::vector<DeploymentId> m_only;
    Provide m_provide;
    std::map<DeploymentId, Opened> m_opened;
    std::vector<ServedProblem> m_problems;
};

/// Whether callers would meet the same, so that nothing needs to be replaced.
bool isSameOffer(const std::vector<EndpointModel>& left, const std::vector<EndpointModel>& right);

} // namespace labelwright
