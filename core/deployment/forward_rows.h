#pragma once

#include "core/deployment/call_limits.h"
#include "core/deployment/call_refusal.h"
#include "core/deployment/http_message.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace labelwright {

/// The images of a call of dialect A, checked but not decoded.
struct ForwardRows
{
    std::vector<Answered<QByteArray>> images; ///< One per row, or why there is none.
    bool isForm = false;                      ///< One image, answered without `rows`.
};

/// Reads `{"rows": [{"<inputName>": "data:image/png;base64,…"}]}` or a form with one field
/// `inputName`. Fails when the body is neither; rows fail on their own.
Answered<ForwardRows> forwardRows(const HttpRequest& request, const QString& inputName,
                                  const CallLimits& limits);

} // namespace labelwright
