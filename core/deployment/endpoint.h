#pragma once

#include "core/base/result.h"
#include "core/deployment/call_service.h"
#include "core/deployment/endpoint_model.h"
#include "core/deployment/http_server.h"
#include "core/deployment/inference_queue.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace labelwright {

struct EndpointOptions
{
    HttpServerOptions server;
    InferenceLimits inference;
    CallLimits calls;
    QString accessLogPath;   ///< JSON lines; empty: none. Rotated, see access_log.h.
    HttpObserver exchanged;  ///< Called from server threads.
    std::function<void(const SeenImage&)> seen; ///< Called on the inference thread.
};

/// The HTTP service of enabled deployments: dialect A (/deployment/<id>/…, the platform this
/// project follows), dialect B (/v2/…, the Open Inference Protocol), /health, /metrics and a page
/// per deployment. See core/deployment/README.md for every URL with its answers.
class Endpoint
{
public:
    static Result<std::unique_ptr<Endpoint>> start(const EndpointOptions& options);
    ~Endpoint();
    Endpoint(const Endpoint&) = delete;
    Endpoint& operator=(const Endpoint&) = delete;

    /// Replaces everything that is offered; calls under way are answered by what they began with.
    void setModels(std::vector<EndpointModel> models);

    /// "http://127.0.0.1:8080" without a slash at the end.
    [[nodiscard]] QString url() const;
    [[nodiscard]] InferenceFigures figures() const;

private:
    struct State;
    explicit Endpoint(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace labelwright
