#pragma once

#include "core/deployment/call_service.h"
#include "core/deployment/endpoint_model.h"
#include "core/deployment/http_message.h"

#include <QJsonObject>

namespace labelwright {

/// The one version of every model in the Open Inference Protocol.
inline constexpr QLatin1StringView inferenceVersion("1");

/// What the Open Inference Protocol tells of a ready model.
QJsonObject inferenceMetadata(const EndpointModel& model);

/// Answers `POST /v2/models/<name>/infer`: `images` (UINT8 [N, height, width, channels]) or
/// `encoded` (BYTES [N], image files) in, `scores` (FP32 [N, L]) and `labels` (BYTES [L], the names
/// of the columns of `scores`) out, in JSON or binary. The model is ready and the caller may use
/// it.
void answerInference(const HttpRequest& request, const EndpointModelPtr& model,
                     const CallService& service, const HttpRespond& respond);

} // namespace labelwright
