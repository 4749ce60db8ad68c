// serve.

#include "app/cli/deployment_parts.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "app/cli/serve_text.h"
#include "core/base/atomic_file.h"
#include "core/deployment/endpoint.h"
#include "core/session/served_models.h"

#include <QHostAddress>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <memory>
#include <mutex>

namespace labelwright::cli {

namespace {

/// How often the project is read again.
constexpr std::chrono::seconds lookEvery{1};

struct ServeText
{
    int port = 8080;
    std::string address = "127.0.0.1";
    bool allowRemote = false;
    std::string certificate;
    std::string key;
    std::string accessLog;
    std::vector<std::string> deployments;
};

Result<std::vector<DeploymentId>> chosenOnes(const Project& project, const ServeText& given)
{
    std::vector<DeploymentId> ids;
    for (const QString& one : texts(given.deployments)) {
        const auto chosen = chosenDeployment(project, one);
        if (!chosen)
            return failureOf(chosen);
        ids.push_back(chosen->id);
    }
    return ids;
}

/// The numeric address to serve on, if the user said that who reaches it may come.
Result<QString> usableAddress(const ServeText& given)
{
    const QString wanted = text(given.address);
    const QHostAddress address(wanted == "localhost" ? QStringLiteral("127.0.0.1") : wanted);
    if (address.isNull())
        return failure(QStringLiteral("'%1' is no numeric address; give one of this computer's, "
                                      "for example 127.0.0.1.")
                           .arg(wanted));
    if (!address.isLoopback() && !given.allowRemote)
        return failure(QStringLiteral("Serving on %1 lets other computers that reach this one call "
                                      "the deployments%2; add --allow-remote if that is meant.")
                           .arg(wanted, given.certificate.empty()
                                            ? ", and without --certificate and --key tokens and "
                                              "images travel readable"
                                            : ""));
    return address.toString();
}

Result<void> readCertificate(const ServeText& given, HttpServerOptions& server)
{
    if (given.certificate.empty() != given.key.empty())
        return failure("A certificate and its key belong together: give --certificate and --key.");
    if (given.certificate.empty())
        return {};
    const auto certificate = readFile(text(given.certificate));
    if (!certificate)
        return failureOf(certificate);
    const auto key = readFile(text(given.key));
    if (!key)
        return failureOf(key);
    server.certificate = *certificate;
    server.privateKey = *key;
    return {};
}

Result<EndpointOptions> endpointOptions(const ServeText& given, Console& console)
{
    const auto address = usableAddress(given);
    if (!address)
        return failureOf(address);
    EndpointOptions options;
    options.server.address = *address;
    options.server.port = static_cast<quint16>(given.port);
    options.accessLogPath = text(given.accessLog);
    if (const auto read = readCertificate(given, options.server); !read)
        return failureOf(read);
    if (!QHostAddress(*address).isLoopback() && given.certificate.empty())
        console.note("Without --certificate and --key, tokens and images travel readable through "
                     "the network.");
    return options;
}

/// Until it is time to look again; false when it is time to end.
bool waitForNextLook(const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any woken;
    woken.wait_for(lock, stop, lookEvery, [] { return false; });
    return !stop.stop_requested();
}

/// Offers the project's deployments as they stand and says what changed.
class Serving
{
public:
    Serving(const Project& project, Endpoint& endpoint, std::vector<DeploymentId> only,
            Context& context)
        : m_project(project), m_endpoint(endpoint), m_models(std::move(only)), m_context(context)
    {
        m_offer.url = endpoint.url();
    }

    Result<void> begin()
    {
        if (const auto progress = m_context.console.progress())
            progress({QStringLiteral("Loading networks"), 0, 0});
        // Callers learn at once what stands and that it is being loaded.
        auto seen = m_models.glance(m_project);
        if (!seen)
            return failureOf(seen);
        m_endpoint.setModels(std::move(*seen));
        auto models = m_models.refresh(m_project, m_context.stop);
        if (!models)
            return failureOf(models);
        m_context.console.line(
            QStringLiteral("Serving on %1; Ctrl-C ends it.").arg(m_offer.url));
        offer(std::move(*models));
        const bool isAnyEnabled = std::any_of(m_offer.models.begin(), m_offer.models.end(),
                                              [](const auto& model) { return model.enabled; });
        if (!isAnyEnabled)
            m_context.console.note("No deployment is enabled; until one is, with 'deployment "
                                   "enable', every call is refused (409 to a valid token).");
        return {};
    }

    /// What was offered stays while the project cannot be read.
    void lookAgain()
    {
        // A token revoked while another network is loaded lets nobody in meanwhile.
        if (auto seen = m_models.glance(m_project); seen && !isSameOffer(*seen, m_offer.models))
            m_endpoint.setModels(std::move(*seen));
        auto models = m_models.refresh(m_project, m_context.stop);
        const QString problem = models ? QString() : models.error().summary;
        if (!models && !isCancelled(models.error()) && problem != m_problem)
            m_context.console.note(problem);
        m_problem = problem;
        if (models && !isSameOffer(*models, m_offer.models))
            offer(std::move(*models));
    }

private:
    void offer(std::vector<EndpointModel> models)
    {
        m_endpoint.setModels(models);
        ServedOffer now{m_offer.url, std::move(models), m_models.problems()};
        tellOffer(m_offer, now, m_context.console);
        m_offer = std::move(now);
    }

    const Project& m_project;
    Endpoint& m_endpoint;
    ServedModels m_models;
    Context& m_context;
    ServedOffer m_offer;
    QString m_problem; ///< Why the last look failed; empty when it did not.
};

Result<int> runServe(const Commands& commands, const ServeText& given, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    auto only = chosenOnes(*project, given);
    if (!only)
        return failureOf(only);
    const auto options = endpointOptions(given, context.console);
    if (!options)
        return failureOf(options);
    // A client that goes away, or a reader of stdout, does not end the service.
    std::signal(SIGPIPE, SIG_IGN);
    const auto endpoint = Endpoint::start(*options);
    if (!endpoint)
        return failureOf(endpoint);
    Serving serving(*project, **endpoint, std::move(*only), context);
    if (const auto begun = serving.begin(); !begun)
        return failureOf(begun);
    while (waitForNextLook(context.stop))
        serving.lookAgain();
    context.console.line(
        QStringLiteral("Stopped serving, after %1.")
            .arg(countText(static_cast<qint64>((*endpoint)->figures().images), "image")));
    return exitDone;
}

void addSecurity(CLI::App* serve, ServeText& given)
{
    addOption(serve, "--address", given.address,
              "Numeric address to serve on (default: 127.0.0.1, this computer only)",
              {.placeholder = "ADDRESS"});
    addFlag(serve, "--allow-remote", given.allowRemote,
            "Needed for an address that other computers reach");
    addOption(serve, "--certificate", given.certificate, "Certificate for TLS, PEM",
              {.placeholder = "FILE"});
    addOption(serve, "--key", given.key, "Its private key, PEM", {.placeholder = "FILE"});
}

} // namespace

void addServeCommand(Commands& commands)
{
    auto given = std::make_shared<ServeText>();
    CLI::App* serve = addCommand(commands, commands.app.get(), "serve",
                                 "Answers HTTP calls to the enabled deployments until Ctrl-C; "
                                 "with --json a line at the start and at each change");
    addOption(serve, "--port", given->port, "Port (default: 8080; 0: any free one)",
              {.placeholder = "PORT", .low = 0, .high = 65535});
    addSecurity(serve, *given);
    addOption(serve, "--access-log", given->accessLog, "Adds a JSON line for each call",
              {.placeholder = "FILE"});
    addOption(serve, "--deployment", given->deployments,
              "Number or name of a deployment to serve (default: all)",
              {.placeholder = "ID|NAME"});
    setWork(commands, serve,
            [&commands, given](Context& context) { return runServe(commands, *given, context); });
}

} // namespace labelwright::cli
