#include "core/deployment/endpoint.h"

#include "core/deployment/access_log.h"
#include "core/deployment/endpoint_metrics.h"
#include "core/deployment/endpoint_routes.h"

#include <utility>

namespace labelwright {

namespace {

CallService callService(const EndpointOptions& options)
{
    return {std::make_shared<InferenceQueue>(options.inference), options.calls, options.seen};
}

QString urlOf(const HttpServer& server, const QString& address)
{
    const QString host = address.contains(':') ? "[" + address + "]" : address;
    return QString("%1://%2:%3").arg(server.isSecure() ? "https" : "http", host).arg(server.port());
}

} // namespace

struct Endpoint::State
{
    CallService service;
    EndpointMetrics metrics;
    EndpointRoutes routes;
    std::unique_ptr<AccessLog> log;
    HttpObserver exchanged;
    QString address;
    std::unique_ptr<HttpServer> server; ///< The last, so that it ends before what it calls.

    explicit State(const EndpointOptions& options)
        : service(callService(options))
        , routes(service,
                 [this](const EndpointModels& models) {
                     return metrics.text(models, service.queue->figures());
                 })
        , exchanged(options.exchanged)
        , address(options.server.address)
    {
    }

    void observe(const HttpExchange& exchange)
    {
        metrics.count(exchange, *routes.models());
        if (log)
            log->write(exchange);
        if (exchanged)
            exchanged(exchange);
    }
};

Endpoint::Endpoint(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Endpoint::~Endpoint() = default;

Result<std::unique_ptr<Endpoint>> Endpoint::start(const EndpointOptions& options)
{
    auto state = std::make_unique<State>(options);
    if (!options.accessLogPath.isEmpty()) {
        auto log = AccessLog::open(options.accessLogPath);
        if (!log)
            return failureOf(log);
        state->log = std::move(*log);
    }
    HttpServerOptions serverOptions = options.server;
    serverOptions.gate = [routes = &state->routes](const HttpRequest& request) {
        return routes->refusedUnread(request);
    };
    auto server = HttpServer::start(
        serverOptions,
        [routes = &state->routes](const HttpRequest& request, const HttpRespond& respond) {
            routes->answer(request, respond);
        },
        [all = state.get()](const HttpExchange& exchange) { all->observe(exchange); });
    if (!server)
        return failureOf(server);
    state->server = std::move(*server);
    return std::unique_ptr<Endpoint>(new Endpoint(std::move(state)));
}

void Endpoint::setModels(std::vector<EndpointModel> models)
{
    EndpointModels all;
    for (EndpointModel& model : models)
        all.push_back(std::make_shared<const EndpointModel>(std::move(model)));
    m_state->routes.setModels(std::move(all));
}

QString Endpoint::url() const
{
    return urlOf(*m_state->server, m_state->address);
}

InferenceFigures Endpoint::figures() const
{
    return m_state->service.queue->figures();
}

} // namespace labelwright
