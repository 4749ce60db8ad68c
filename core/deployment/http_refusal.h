#pragma once

#include "core/deployment/http_message.h"

namespace labelwright {

/// An answer of the server itself: {"errorCode": …, "errorMessage": `message`}. 503 says when to
/// come again.
HttpResponse refusal(int status, const QString& message);

/// The same as it goes over the wire, for a connection that ends with it.
QByteArray rawRefusal(int status, const QString& message);

} // namespace labelwright
