#pragma once

#include "core/deployment/call_service.h"
#include "core/deployment/endpoint_model.h"
#include "core/deployment/http_message.h"

namespace labelwright {

/// Answers `POST /deployment/<id>/forward`: one score per output name and row, in the order of the
/// rows; with `?details=1` also decisions, thresholds and the model's version, and rows fail alone.
/// The model is ready and the caller may use it.
void answerForward(const HttpRequest& request, const EndpointModelPtr& model,
                   const CallService& service, const HttpRespond& respond);

} // namespace labelwright
