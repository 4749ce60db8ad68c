#pragma once

#include "core/base/result.h"
#include "core/deployment/http_server.h"
#include "core/deployment/inference_queue.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace labelwright {

/// Lets a caller in. The secret itself is not kept.
struct EndpointToken
{
    QByteArray sha256; ///< Of the secret's UTF-8 bytes, 32 bytes.
    std::optional<QDateTime> expires;
};

/// A deployment as the endpoint offers it.
struct EndpointModel
{
    qint64 id = 0;        ///< In dialect A's URLs: /deployment/<id>/forward.
    QString name;         ///< In dialect B's URLs; unique; see `endpointName`.
    QString title;        ///< For people.
    QString version;      ///< Of the model, for callers; dialect B's version is always "1".
    QString inputName;    ///< Towards callers.
    QStringList outputNames; ///< Towards callers, in the order of the service's labels.
    bool enabled = false; ///< Otherwise calls are answered with 409.
    bool isPublic = false; ///< Needs no token.
    bool keepsRequests = false; ///< Images of calls are shown to `EndpointOptions::seen`.
    std::vector<EndpointToken> tokens;
    InferenceQueue::Service service; ///< Null while it warms up: 503.
};

/// The deployment's name as it stands in a URL: lower-case letters, digits, '-' and '_'; made
/// different from the `taken` ones by the id.
QString endpointName(const QString& title, qint64 id, const QStringList& taken);

/// An image that a caller sent, for the request log.
struct SeenImage
{
    qint64 deployment = 0;
    QDateTime time;
    QByteArray encoded;
    Prediction prediction;
};

struct EndpointOptions
{
    HttpServerOptions server;
    InferenceLimits inference;
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
