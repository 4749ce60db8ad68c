#pragma once

#include "core/deployment/call_limits.h"
#include "core/deployment/call_refusal.h"
#include "core/deployment/endpoint_model.h"
#include "core/deployment/inference_queue.h"

#include <QByteArray>
#include <QDateTime>

#include <functional>
#include <memory>
#include <vector>

namespace labelwright {

/// An image file that a caller sent, for the request log; tensors of pixels are not shown.
struct SeenImage
{
    qint64 deployment = 0;
    QDateTime time;
    QByteArray encoded;
    Prediction prediction;
};

/// What calls of both dialects work with.
struct CallService
{
    std::shared_ptr<InferenceQueue> queue;
    CallLimits limits;
    std::function<void(const SeenImage&)> seen; ///< Called on the inference thread; may be empty.
};

/// Predicts `images` and shows those that have a prediction to `seen` where the model keeps them.
/// False, and no call of `done`, when the queue is full.
bool predictAndShow(const CallService& service, const EndpointModelPtr& model,
                    const std::vector<QByteArray>& images, const InferenceQueue::Done& done);

/// The refusal of a call that finds no room in the queue.
CallRefusal busyRefusal(const InferenceQueue& queue);

} // namespace labelwright
