#include "core/session/served_models.h"

#include "core/project/deployment_access.h"
#include "core/session/deployment_job.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>
#include <utility>

namespace labelwright {

namespace {

constexpr qsizetype versionDigits = 12;

Result<std::vector<EndpointToken>> validTokens(const Project& project, DeploymentId deployment)
{
    const auto all = tokens(project, deployment);
    if (!all)
        return failureOf(all);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<EndpointToken> valid;
    for (const DeploymentToken& token : *all)
        if (token.isValidAt(now))
            valid.push_back({token.sha256, token.expires});
    return valid;
}

auto tied(const EndpointModel& model)
{
    return std::tie(model.id, model.name, model.title, model.version, model.inputName,
                    model.outputNames, model.enabled, model.isPublic, model.keepsRequests,
                    model.service, model.isBroken);
}

bool isSameToken(const EndpointToken& left, const EndpointToken& right)
{
    return left.sha256 == right.sha256 && left.expires == right.expires;
}

bool isSameModel(const EndpointModel& left, const EndpointModel& right)
{
    return tied(left) == tied(right)
           && std::equal(left.tokens.begin(), left.tokens.end(), right.tokens.begin(),
                         right.tokens.end(), isSameToken);
}

} // namespace

ServedModels::ServedModels(std::vector<DeploymentId> only, Provide provide)
    : m_only(std::move(only)), m_provide(std::move(provide))
{}

bool ServedModels::isOffered(DeploymentId deployment) const
{
    return m_only.empty() || std::find(m_only.begin(), m_only.end(), deployment) != m_only.end();
}

void ServedModels::forgetOthersThan(const std::vector<Deployment>& present)
{
    std::erase_if(m_opened, [&](const auto& entry) {
        return std::none_of(present.begin(), present.end(), [&](const Deployment& one) {
            return one.id == entry.first && one.enabled && one.sha256 == entry.second.sha256;
        });
    });
}

/// A deployment that cannot be loaded is remembered too, so that it is not tried each time.
Result<ServedModels::Opened> ServedModels::openedOf(const Look& look, const Deployment& deployment)
{
    if (const auto known = m_opened.find(deployment.id); known != m_opened.end())
        return known->second;
    if (look.opening == Opening::Later)
        return Opened{};
    auto opened = openWarm(look.project, deployment.id, look.stop);
    if (look.stop.stop_requested())
        return tl::unexpected<Error>(cancelledError());
    Opened entry{deployment.sha256, nullptr, {}};
    if (opened)
        entry.service = std::make_shared<const PredictionService>(std::move(*opened));
    else
        entry.problem = opened.error().summary;
    m_opened.emplace(deployment.id, entry);
    return entry;
}

Result<void> ServedModels::addService(const Look& look, const Deployment& deployment,
                                      EndpointModel& model)
{
    if (!deployment.enabled)
        return {};
    if (m_provide) {
        model.service = m_provide(deployment);
        return {};
    }
    Result<Opened> opened = openedOf(look, deployment);
    if (!opened)
        return failureOf(opened);
    model.service = std::move(opened->service);
    model.isBroken = !opened->problem.isEmpty();
    if (model.isBroken)
        m_problems.push_back({deployment.id, deployment.name, opened->problem});
    return {};
}

Result<EndpointModel> ServedModels::modelOf(const Look& look, const Deployment& deployment,
                                            const QStringList& taken)
{
    auto allowed = validTokens(look.project, deployment.id);
    if (!allowed)
        return failureOf(allowed);
    EndpointModel model;
    model.id = deployment.id.value;
    model.name = endpointName(deployment.name, deployment.id.value, taken);
    model.title = deployment.name;
    model.version = QString::fromLatin1(deployment.sha256.left(versionDigits));
    model.inputName = deployment.inputName;
    model.outputNames = deployment.outputNames;
    model.enabled = deployment.enabled;
    model.isPublic = deployment.isPublic;
    model.keepsRequests = deployment.keepsRequests;
    model.tokens = std::move(*allowed);
    if (const auto added = addService(look, deployment, model); !added)
        return failureOf(added);
    return model;
}

Result<std::vector<EndpointModel>> ServedModels::refresh(const Project& project,
                                                         std::stop_token stop)
{
    return offered({project, Opening::Wait, std::move(stop)});
}

Result<std::vector<EndpointModel>> ServedModels::glance(const Project& project)
{
    return offered({project, Opening::Later, {}});
}

Result<std::vector<EndpointModel>> ServedModels::offered(const Look& look)
{
    const auto present = deployments(look.project);
    if (!present)
        return failureOf(present);
    forgetOthersThan(*present);
    m_problems.clear();
    std::vector<EndpointModel> models;
    QStringList taken;
    for (const Deployment& one : *present) {
        if (!isOffered(one.id))
            continue;
        auto model = modelOf(look, one, taken);
        if (!model)
            return failureOf(model);
        taken.append(model->name);
        models.push_back(std::move(*model));
    }
    return models;
}

bool isSameOffer(const std::vector<EndpointModel>& left, const std::vector<EndpointModel>& right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), isSameModel);
}

} // namespace labelwright
