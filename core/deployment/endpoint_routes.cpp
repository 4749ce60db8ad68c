#include "core/deployment/endpoint_routes.h"

#include "core/deployment/deployment_page.h"
#include "core/deployment/endpoint_access.h"
#include "core/deployment/forward_call.h"
#include "core/deployment/inference_call.h"
#include "core/deployment/openapi_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace labelwright {

/// One request on its way to its answer.
struct EndpointRoutes::Visit
{
    const HttpRequest& request;
    const HttpRespond& respond;
    QStringList path; ///< Between the slashes; the first entry is empty.
    std::shared_ptr<const EndpointModels> models;
    CallDialect dialect = CallDialect::Rows;

    void refuse(const CallRefusal& refusal) const { respond(refusalAnswer(refusal, dialect)); }
};

/// A form of paths with the method that it takes; "*" stands for anything but nothing.
struct EndpointRoutes::Route
{
    QByteArray method;
    QStringList pattern;
    void (EndpointRoutes::*handle)(const Visit&) const;

    Route(const char* takes, const char* path, void (EndpointRoutes::*handler)(const Visit&) const)
        : method(takes)
        , pattern(QString(path).split('/'))
        , handle(handler)
    {
    }

    [[nodiscard]] bool fits(const QStringList& path) const
    {
        return std::equal(path.begin(), path.end(), pattern.begin(), pattern.end(),
                          [](const QString& word, const QString& wanted) {
                              return wanted == "*" ? !word.isEmpty() : word == wanted;
                          });
    }

    [[nodiscard]] bool takes(const QByteArray& asked) const
    {
        return asked == method || (asked == "HEAD" && method == "GET");
    }
};

namespace {

HttpResponse jsonResponse(const QByteArray& body, int status = 200)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    return response;
}

HttpResponse waitingResponse(const QByteArray& body)
{
    HttpResponse response = jsonResponse(body, 503);
    response.headers.emplace_back("Retry-After", "2");
    return response;
}

QByteArray jsonText(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isLoopback(const QString& peer)
{
    return peer == "::1" || peer.startsWith("127.") || peer.startsWith("::ffff:127.");
}

/// No answer may be kept by others or taken for something else than it says.
HttpRespond withSafeHeaders(const HttpRespond& respond)
{
    return [respond](HttpResponse response) {
        response.headers.emplace_back("Cache-Control", "no-store");
        response.headers.emplace_back("X-Content-Type-Options", "nosniff");
        respond(std::move(response));
    };
}

} // namespace

EndpointRoutes::EndpointRoutes(CallService service, Metrics metrics)
    : m_service(std::move(service))
    , m_metrics(std::move(metrics))
{
}

void EndpointRoutes::setModels(EndpointModels models)
{
    auto next = std::make_shared<const EndpointModels>(std::move(models));
    const std::lock_guard lock(m_modelsAccess);
    m_models.swap(next);
    m_isStarting = false;
}

std::shared_ptr<const EndpointModels> EndpointRoutes::models() const
{
    const std::lock_guard lock(m_modelsAccess);
    return m_models;
}

const std::vector<EndpointRoutes::Route>& EndpointRoutes::routes()
{
    static const std::vector<Route> all{
        {"GET", "/health", &EndpointRoutes::health},
        {"GET", "/metrics", &EndpointRoutes::metrics},
        {"GET", "/deployment/*", &EndpointRoutes::pageRedirect},
        {"GET", "/deployment/*/", &EndpointRoutes::page},
        {"GET", "/deployment/*/openapi.json", &EndpointRoutes::openApi},
        {"POST", "/deployment/*/forward", &EndpointRoutes::forward},
        {"GET", "/v2", &EndpointRoutes::serverMetadata},
        {"GET", "/v2/", &EndpointRoutes::serverMetadata},
        {"GET", "/v2/health/live", &EndpointRoutes::live},
        {"GET", "/v2/health/ready", &EndpointRoutes::serverReady},
        {"GET", "/v2/models/*", &EndpointRoutes::modelMetadata},
        {"GET", "/v2/models/*/versions/*", &EndpointRoutes::modelMetadata},
        {"GET", "/v2/models/*/ready", &EndpointRoutes::modelReady},
        {"GET", "/v2/models/*/versions/*/ready", &EndpointRoutes::modelReady},
        {"POST", "/v2/models/*/infer", &EndpointRoutes::infer},
        {"POST", "/v2/models/*/versions/*/infer", &EndpointRoutes::infer},
    };
    return all;
}

const EndpointRoutes::Route* EndpointRoutes::routeOf(const QStringList& path)
{
    const auto found = std::find_if(routes().begin(), routes().end(),
                                    [&](const Route& route) { return route.fits(path); });
    return found == routes().end() ? nullptr : &*found;
}

bool EndpointRoutes::areReady(const EndpointModels& models) const
{
    return !m_isStarting
           && std::all_of(models.begin(), models.end(), [](const EndpointModelPtr& m) {
                  return !m->enabled || m->service || m->isBroken;
              });
}

namespace {

CallDialect dialectOf(const QStringList& path)
{
    return path.size() > 1 && path[1] == "v2" ? CallDialect::OpenInference : CallDialect::Rows;
}

HttpResponse nothingHere(CallDialect dialect)
{
    return refusalAnswer({404, "NOT_FOUND", "There is nothing at this address.", 0}, dialect);
}

HttpResponse otherMethod(const QByteArray& takes, CallDialect dialect)
{
    HttpResponse response = refusalAnswer(
        {405, "METHOD_NOT_ALLOWED",
         QString("This address takes %1 only.").arg(QString::fromLatin1(takes)), 0},
        dialect);
    response.headers.emplace_back("Allow", takes == "GET" ? "GET, HEAD" : takes);
    return response;
}

bool hasBody(const HttpRequest& request)
{
    const QByteArray length = request.header("content-length");
    return !request.header("transfer-encoding").isEmpty() || (!length.isEmpty() && length != "0");
}

} // namespace

void EndpointRoutes::answer(const HttpRequest& request, const HttpRespond& respond) const
{
    const HttpRespond safely = withSafeHeaders(respond);
    Visit visit{request, safely, request.path.split('/'), models(), CallDialect::Rows};
    visit.dialect = dialectOf(visit.path);
    const Route* const route = routeOf(visit.path);
    if (route == nullptr)
        return safely(nothingHere(visit.dialect));
    if (!route->takes(request.method))
        return safely(otherMethod(route->method, visit.dialect));
    (this->*route->handle)(visit);
}

std::optional<HttpResponse> EndpointRoutes::refusedUnread(const HttpRequest& request) const
{
    if (!hasBody(request))
        return {};
    std::optional<HttpResponse> refused;
    const HttpRespond keep = withSafeHeaders([&](HttpResponse r) { refused = std::move(r); });
    const QStringList path = request.path.split('/');
    const CallDialect dialect = dialectOf(path);
    const Route* const route = routeOf(path);
    if (route == nullptr) {
        keep(nothingHere(dialect));
    } else if (!route->takes(request.method)) {
        keep(otherMethod(route->method, dialect));
    } else if (route->method == "GET") {
        keep(refusalAnswer({400, "BAD_REQUEST", "This address takes no body.", 0}, dialect));
    } else {
        const auto all = models();
        const auto wanted = dialect == CallDialect::OpenInference ? modelOfName(*all, path[3])
                                                                  : modelOfId(*all, path[2]);
        if (const auto refusal = modelRefusal(request, wanted.get(), *all))
            keep(refusalAnswer(*refusal, dialect));
    }
    return refused;
}

std::optional<CallRefusal> EndpointRoutes::modelRefusal(const HttpRequest& request,
                                                        const EndpointModel* wanted,
                                                        const EndpointModels& models) const
{
    if (m_isStarting)
        return CallRefusal{503, "NOT_READY", "The service is starting; try again soon.", 2};
    auto refusal = accessRefusal(request, wanted, models, QDateTime::currentDateTimeUtc());
    return refusal || wanted == nullptr ? refusal : readinessRefusal(*wanted);
}

EndpointModelPtr EndpointRoutes::readyModel(const Visit& visit,
                                            const EndpointModelPtr& wanted) const
{
    const auto refusal = modelRefusal(visit.request, wanted.get(), *visit.models);
    if (!refusal)
        return wanted;
    visit.refuse(*refusal);
    return nullptr;
}

EndpointModelPtr EndpointRoutes::namedModel(const Visit& visit) const
{
    const EndpointModelPtr model = readyModel(visit, modelOfName(*visit.models, visit.path[3]));
    const bool hasVersion = visit.path.size() > 5 && visit.path[4] == "versions";
    if (!model || !hasVersion || visit.path[5] == inferenceVersion)
        return model;
    visit.refuse({404, "NOT_FOUND",
                  QString("There is no version \"%1\" of this model; it has version 1 only.")
                      .arg(visit.path[5].left(64)),
                  0});
    return nullptr;
}

void EndpointRoutes::health(const Visit& visit) const
{
    visit.respond(areReady(*visit.models) ? jsonResponse(R"({"status":"ok"})")
                                          : waitingResponse(R"({"status":"starting"})"));
}

void EndpointRoutes::metrics(const Visit& visit) const
{
    if (!isLoopback(visit.request.peer))
        return visit.refuse(
            {403, "FORBIDDEN", "Figures are shown on the service's machine only.", 0});
    HttpResponse response = jsonResponse(m_metrics(*visit.models));
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    visit.respond(std::move(response));
}

void EndpointRoutes::pageRedirect(const Visit& visit) const
{
    HttpResponse response = jsonResponse({}, 308);
    // Relative, so that it holds behind a proxy too.
    response.headers.emplace_back("Location", QUrl::toPercentEncoding(visit.path[2]) + '/');
    visit.respond(std::move(response));
}

void EndpointRoutes::page(const Visit& visit) const
{
    visit.respond(deploymentPage());
}

void EndpointRoutes::openApi(const Visit& visit) const
{
    if (const auto model = readyModel(visit, modelOfId(*visit.models, visit.path[2])))
        visit.respond(jsonResponse(jsonText(openApiDocument(*model, m_service.limits))));
}

void EndpointRoutes::forward(const Visit& visit) const
{
    if (const auto model = readyModel(visit, modelOfId(*visit.models, visit.path[2])))
        answerForward(visit.request, model, m_service, visit.respond);
}

void EndpointRoutes::serverMetadata(const Visit& visit) const
{
    visit.respond(jsonResponse(jsonText({{"name", "labelwright"},
                                         {"version", LABELWRIGHT_VERSION},
                                         {"extensions", QJsonArray{"binary_tensor_data"}}})));
}

void EndpointRoutes::live(const Visit& visit) const
{
    visit.respond(jsonResponse(R"({"live":true})"));
}

void EndpointRoutes::serverReady(const Visit& visit) const
{
    visit.respond(areReady(*visit.models) ? jsonResponse(R"({"ready":true})")
                                          : waitingResponse(R"({"ready":false})"));
}

void EndpointRoutes::modelMetadata(const Visit& visit) const
{
    if (const auto model = namedModel(visit))
        visit.respond(jsonResponse(jsonText(inferenceMetadata(*model))));
}

void EndpointRoutes::modelReady(const Visit& visit) const
{
    if (const auto model = namedModel(visit))
        visit.respond(jsonResponse(jsonText({{"name", model->name}, {"ready", true}})));
}

void EndpointRoutes::infer(const Visit& visit) const
{
    if (const auto model = namedModel(visit))
        answerInference(visit.request, model, m_service, visit.respond);
}

} // namespace labelwright
