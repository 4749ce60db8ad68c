#pragma once

#include "core/deployment/call_refusal.h"
#include "core/deployment/endpoint_model.h"
#include "core/deployment/http_message.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace labelwright {

/// The secret that the request carries: `Authorization: Bearer <secret>`, or Basic with the secret
/// as user name and an empty password.
std::optional<QByteArray> secretOf(const HttpRequest& request);

/// Nothing when the caller may use `wanted`, which is null when there is no such deployment. That
/// and a deployment that is closed to the caller are answered alike, after the same work, so that
/// nobody learns which deployments exist. The secret's digest is compared with those of all models
/// in a time that does not depend on the bytes.
std::optional<CallRefusal> accessRefusal(const HttpRequest& request, const EndpointModel* wanted,
                                         const EndpointModels& models, const QDateTime& now);

/// Nothing when the model can be called now; otherwise it is disabled (409) or warms up (503).
std::optional<CallRefusal> readinessRefusal(const EndpointModel& model);

} // namespace labelwright
