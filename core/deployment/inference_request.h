#pragma once

#include "core/deployment/call_limits.h"
#include "core/deployment/call_refusal.h"
#include "core/deployment/http_message.h"
#include "core/deployment/inference_tensors.h"

#include <optional>
#include <vector>

namespace labelwright {

/// An output that a caller of the Open Inference Protocol asks for.
struct WantedOutput
{
    QString name; ///< "scores" or "labels".
    bool isBinary = false;
};

/// A call of the Open Inference Protocol, read and checked but for its images.
struct InferenceRequest
{
    std::optional<QString> id; ///< Goes back as it came.
    InferenceTensor input;     ///< "images" of UINT8 or "encoded" of BYTES.
    std::vector<WantedOutput> outputs;
};

/// Reads the JSON of a body and the binary data behind it, whose begin the header
/// Inference-Header-Content-Length tells. 400 with a sentence for what breaks the protocol.
Answered<InferenceRequest> readInferenceRequest(const HttpRequest& request,
                                                const CallLimits& limits);

} // namespace labelwright
