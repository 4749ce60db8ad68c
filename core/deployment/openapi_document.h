#pragma once

#include "core/deployment/call_limits.h"
#include "core/deployment/endpoint_model.h"

#include <QJsonObject>

namespace labelwright {

/// The OpenAPI 3.0 document of a ready deployment. The path's key is literally
/// "/deployment/{deploymentId}/forward"; inputs and outputs carry "x-peltarion" with type and
/// shape, as clients of the platform that this project follows read them.
QJsonObject openApiDocument(const EndpointModel& model, const CallLimits& limits);

} // namespace labelwright
