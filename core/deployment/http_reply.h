#pragma once

#include "core/deployment/http_message.h"

struct MHD_Connection;

namespace labelwright {

/// Gives the answer to the connection; the body is not copied. Called out of a callback of the
/// connection. False when it cannot be queued.
bool queueReply(MHD_Connection* connection, HttpResponse response);

} // namespace labelwright
