#include "core/deployment/call_service.h"

namespace labelwright {

namespace {

void show(const std::function<void(const SeenImage&)>& seen, const EndpointModel& model,
          const std::vector<QByteArray>& images, const std::vector<Result<Prediction>>& results)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (std::size_t i = 0; i < results.size() && i < images.size(); ++i)
        if (results[i])
            seen({model.id, now, images[i], *results[i]});
}

} // namespace

bool predictAndShow(const CallService& service, const EndpointModelPtr& model,
                    const std::vector<QByteArray>& images, const InferenceQueue::Done& done)
{
    if (!service.seen || !model->keepsRequests)
        return service.queue->predict(model->service, images, done);
    return service.queue->predict(
        model->service, images,
        [seen = service.seen, model, images, done](std::vector<Result<Prediction>> results) {
            show(seen, *model, images, results);
            done(std::move(results));
        });
}

CallRefusal busyRefusal(const InferenceQueue& queue)
{
    return {503, "BUSY", "The service has too much to do; try again after the time in Retry-After.",
            queue.secondsToWait()};
}

} // namespace labelwright
