#include "core/session/endpoint_host.h"

#include "core/base/atomic_file.h"
#include "core/session/deployment_host.h"
#include "core/session/workspace.h"

#include <QDir>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace labelwright {

namespace {

using Started = std::shared_ptr<Endpoint>;

Result<EndpointOptions> optionsFor(const EndpointSettings& settings, EndpointLog& log,
                                   const QString& accessLog)
{
    EndpointOptions options;
    options.server.address = settings.address;
    options.server.port = settings.port;
    options.accessLogPath = accessLog;
    options.exchanged = [&log](const HttpExchange& exchange) { log.addCall(exchange); };
    options.seen = [&log](const SeenImage& image) { log.addImage(image); };
    if (settings.certificatePath.isEmpty() && settings.keyPath.isEmpty())
        return options;
    if (settings.certificatePath.isEmpty() || settings.keyPath.isEmpty())
        return failure(EndpointHost::tr("TLS needs both a certificate and a private key: choose the "
                                        "file that is missing, or neither."));
    auto certificate = readFile(settings.certificatePath);
    auto key = readFile(settings.keyPath);
    if (!certificate)
        return failureOf(certificate);
    if (!key)
        return failureOf(key);
    options.server.certificate = *std::move(certificate);
    options.server.privateKey = *std::move(key);
    return options;
}

Result<Started> startEndpoint(const EndpointSettings& settings, EndpointLog& log,
                              const QString& accessLog)
{
    const auto options = optionsFor(settings, log, accessLog);
    if (!options)
        return failureOf(options);
    auto started = Endpoint::start(*options);
    if (!started)
        return failureOf(started);
    return Started(*std::move(started));
}

} // namespace

EndpointHost::EndpointHost(Workspace& workspace)
    : m_workspace(workspace)
    , m_log(std::make_shared<EndpointLog>())
    , m_served({},
               [this](const Deployment& one) { return m_workspace.deployments().service(one.id); })
    , m_settings(rememberedEndpoint(workspace.project().folder()))
{
    connect(&workspace.deployments(), &DeploymentHost::changed, this, &EndpointHost::refresh);
}

EndpointHost::~EndpointHost() = default;

void EndpointHost::restore()
{
    refresh();
    if (wasEndpointRunning(m_workspace.project().folder()))
        start(m_settings);
}

void EndpointHost::start(const EndpointSettings& settings)
{
    m_settings = settings;
    m_wanted = true;
    advance();
}

void EndpointHost::stop()
{
    m_wanted = false;
    rememberEndpoint(m_workspace.project().folder(), m_settings, false);
    advance();
}

void EndpointHost::setState(EndpointState state, const QString& problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT changed();
}

void EndpointHost::advance()
{
    const bool isThere = m_endpoint != nullptr && m_runningSettings == m_settings;
    if (m_isBusy || (m_wanted ? isThere : m_endpoint == nullptr)) {
        if (!m_isBusy && !m_wanted && m_state != EndpointState::Stopped)
            setState(EndpointState::Stopped);
        return;
    }
    m_isBusy = true;
    setState(m_wanted ? EndpointState::Starting : EndpointState::Stopping);
    // Ending it waits for the batch that the network is working on, which the window must not do;
    // the last owner is the job.
    auto former = std::make_shared<Started>(std::move(m_endpoint));
    m_endpoint.reset();
    m_workspace.jobs().start<Started>(
        {}, this,
        [former, wanted = m_wanted, settings = m_settings, log = m_log,
         accessLog = QDir(m_workspace.project().folder()).filePath(QStringLiteral("access.log"))](
            const ProgressCallback&, const std::stop_token&) -> Result<Started> {
            former->reset();
            return wanted ? startEndpoint(settings, *log, accessLog) : Started();
        },
        [this, settings = m_settings](Result<Started> endpoint) {
            arrived(std::move(endpoint), settings);
        });
}

void EndpointHost::arrived(Result<Started> endpoint, const EndpointSettings& tried)
{
    m_isBusy = false;
    if (!endpoint) {
        m_wanted = m_wanted && m_settings != tried; // Something else has been asked for meanwhile.
        setState(EndpointState::Failed, endpoint.error().summary);
        if (m_wanted)
            advance();
        return;
    }
    m_endpoint = *std::move(endpoint);
    m_runningSettings = tried;
    if (m_endpoint != nullptr && m_wanted)
        rememberEndpoint(m_workspace.project().folder(), m_settings, true);
    if (m_endpoint != nullptr)
        m_endpoint->setModels(m_offer);
    setState(m_endpoint != nullptr ? EndpointState::Running : EndpointState::Stopped);
    advance();
}

void EndpointHost::refresh()
{
    auto offer = m_served.refresh(m_workspace.project());
    if (!offer) {
        m_problem = offer.error().summary;
        Q_EMIT changed();
        return;
    }
    m_offer = *std::move(offer);
    for (EndpointModel& model : m_offer)
        model.isBroken =
            m_workspace.deployments().state(DeploymentId{model.id}) == DeploymentState::Failed;
    if (m_endpoint != nullptr)
        m_endpoint->setModels(m_offer);
    Q_EMIT changed();
}

QString EndpointHost::url() const
{
    const EndpointSettings& chosen = m_endpoint != nullptr ? m_runningSettings : m_settings;
    QUrl address;
    address.setScheme(chosen.isSecure() ? QStringLiteral("https") : QStringLiteral("http"));
    address.setHost(callableAddress(chosen.address));
    // The port may have been left to the system.
    address.setPort(m_endpoint != nullptr ? QUrl(m_endpoint->url()).port() : chosen.port);
    return address.toString();
}

QString EndpointHost::nameOf(DeploymentId deployment) const
{
    const auto found = std::ranges::find(m_offer, deployment.value, &EndpointModel::id);
    return found == m_offer.end() ? QString() : found->name;
}

} // namespace labelwright
