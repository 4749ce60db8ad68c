#pragma once

#include "core/deployment/call_service.h"
#include "core/deployment/endpoint_model.h"
#include "core/deployment/http_message.h"

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace labelwright {

/// Answers a request by its path, without a server. Safe to call from many threads.
class EndpointRoutes
{
public:
    /// `metrics` gives the text of /metrics for what is offered.
    using Metrics = std::function<QByteArray(const EndpointModels& models)>;

    EndpointRoutes(CallService service, Metrics metrics);

    /// Calls under way are answered by the models they began with.
    void setModels(EndpointModels models);
    [[nodiscard]] std::shared_ptr<const EndpointModels> models() const;

    void answer(const HttpRequest& request, const HttpRespond& respond) const;

    /// The answer that a request gets whatever its body says: nothing at its address, another
    /// method, no permission, not ready. Nothing: its body is wanted.
    [[nodiscard]] std::optional<HttpResponse> refusedUnread(const HttpRequest& request) const;

private:
    struct Visit;
    struct Route;

    CallService m_service;
    Metrics m_metrics;
    mutable std::mutex m_modelsAccess;
    std::shared_ptr<const EndpointModels> m_models = std::make_shared<const EndpointModels>();
    std::atomic<bool> m_isStarting{true}; ///< Until the first `setModels`.

    static const std::vector<Route>& routes();
    static const Route* routeOf(const QStringList& path);
    [[nodiscard]] bool areReady(const EndpointModels& models) const;
    [[nodiscard]] std::optional<CallRefusal> modelRefusal(const HttpRequest& request,
                                                          const EndpointModel* wanted,
                                                          const EndpointModels& models) const;
    [[nodiscard]] EndpointModelPtr readyModel(const Visit& visit,
                                              const EndpointModelPtr& wanted) const;
    [[nodiscard]] EndpointModelPtr namedModel(const Visit& visit) const;

    void health(const Visit& visit) const;
    void metrics(const Visit& visit) const;
    void pageRedirect(const Visit& visit) const;
    void page(const Visit& visit) const;
    void openApi(const Visit& visit) const;
    void forward(const Visit& visit) const;
    void serverMetadata(const Visit& visit) const;
    void live(const Visit& visit) const;
    void serverReady(const Visit& visit) const;
    void modelMetadata(const Visit& visit) const;
    void modelReady(const Visit& visit) const;
    void infer(const Visit& visit) const;
};

} // namespace labelwright
