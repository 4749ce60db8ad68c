#include "core/deployment/endpoint_routes.h"

#include "core/deployment/endpoint_access.h"
#include "core/deployment/forward_call.h"
#include "core/deployment/openapi_document.h"

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
        {"GET", "/deployment/*/openapi.json", &EndpointRoutes::openApi},
        {"POST", "/deployment/*/forward", &EndpointRoutes::forward},
    };
    return all;
}

void EndpointRoutes::answer(const HttpRequest& request, const HttpRespond& respond) const
{
    const HttpRespond safely = withSafeHeaders(respond);
    Visit visit{request, safely, request.path.split('/'), models(), CallDialect::Rows};
    if (visit.path.size() > 1 && visit.path[1] == "v2")
        visit.dialect = CallDialect::OpenInference;
    const auto route = std::find_if(routes().begin(), routes().end(),
                                    [&](const Route& r) { return r.fits(visit.path); });
    if (route == routes().end())
        return visit.refuse({404, "NOT_FOUND", "There is nothing at this address.", 0});
    if (route->takes(request.method))
        return (this->*route->handle)(visit);
    HttpResponse response = refusalAnswer(
        {405, "METHOD_NOT_ALLOWED",
         QString("This address takes %1 only.").arg(QString::fromLatin1(route->method)), 0},
        visit.dialect);
    response.headers.emplace_back("Allow", route->method == "GET" ? "GET, HEAD" : route->method);
    safely(std::move(response));
}

EndpointModelPtr EndpointRoutes::admittedModel(const Visit& visit, const EndpointModelPtr& wanted)
{
    const auto refusal = accessRefusal(visit.request, wanted.get(), *visit.models,
                                       QDateTime::currentDateTimeUtc());
    if (!refusal)
        return wanted;
    visit.refuse(*refusal);
    return nullptr;
}

EndpointModelPtr EndpointRoutes::readyModel(const Visit& visit, const EndpointModelPtr& wanted)
{
    const EndpointModelPtr model = admittedModel(visit, wanted);
    if (!model)
        return nullptr;
    const auto refusal = readinessRefusal(*model);
    if (!refusal)
        return model;
    visit.refuse(*refusal);
    return nullptr;
}

void EndpointRoutes::health(const Visit& visit) const
{
    const bool ready = std::all_of(visit.models->begin(), visit.models->end(),
                                   [](const auto& m) { return !m->enabled || m->service; });
    HttpResponse response = ready ? jsonResponse(R"({"status":"ok"})")
                                  : jsonResponse(R"({"status":"starting"})", 503);
    if (!ready)
        response.headers.emplace_back("Retry-After", "2");
    visit.respond(std::move(response));
}

void EndpointRoutes::metrics(const Visit& visit) const
{
    if (!isLoopback(visit.request.peer))
        return visit.refuse({403, "FORBIDDEN", "Figures are shown on the service's machine only.", 0});
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

void EndpointRoutes::openApi(const Visit& visit) const
{
    if (const auto model = readyModel(visit, modelOfId(*visit.models, visit.path[2])))
        visit.respond(jsonResponse(
            QJsonDocument(openApiDocument(*model, m_service.limits)).toJson(QJsonDocument::Compact)));
}

void EndpointRoutes::forward(const Visit& visit) const
{
    if (const auto model = readyModel(visit, modelOfId(*visit.models, visit.path[2])))
        answerForward(visit.request, model, m_service, visit.respond);
}

} // namespace labelwright
