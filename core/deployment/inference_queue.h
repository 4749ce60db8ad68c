#pragma once

#include "core/base/result.h"
#include "core/deployment/prediction_service.h"
#include "core/imaging/pixels.h"

#include <QByteArray>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace labelwright {

struct InferenceLimits
{
    std::size_t batch = 16;             ///< Images the network is given at once.
    std::chrono::microseconds wait{0};  ///< For more images before a batch that is not full starts.
    std::size_t waitingImages = 1024;   ///< Above: refused. One larger request goes through alone.
};

/// How the queue stands and what it has done.
struct InferenceFigures
{
    std::size_t waiting = 0; ///< Images.
    std::size_t images = 0;  ///< Answered so far.
    std::size_t batches = 0;
    std::size_t refused = 0; ///< Requests.
    std::chrono::microseconds busy{0}; ///< Time in the network and its decoding.
};

/// One thread that runs networks for everybody: what waits for the same service is batched, in the
/// order of arrival, and no service waits while another one has only newer work. A service lives
/// as long as something waits for it, so that it can be replaced without dropping a request.
class InferenceQueue
{
public:
    using Service = std::shared_ptr<const PredictionService>;
    using Done = std::function<void(std::vector<Result<Prediction>>)>;
    using ScoresDone = std::function<void(Result<std::vector<float>>)>;

    explicit InferenceQueue(InferenceLimits limits = {});
    /// Everything that waits is answered with an error.
    ~InferenceQueue();
    InferenceQueue(const InferenceQueue&) = delete;
    InferenceQueue& operator=(const InferenceQueue&) = delete;

    /// Image files in, one result each, in their order; `done` is called once, on the inference
    /// thread. False, and no call, when the queue is full.
    [[nodiscard]] bool predict(Service service, std::vector<QByteArray> images, Done done);

    /// The same for images that are prepared already, of the network's input size; scores as
    /// `PredictionService::scoresOfPrepared` gives them.
    [[nodiscard]] bool score(Service service, std::vector<Pixels> images, ScoresDone done);

    /// Seconds until the queue should have room, at its present pace; at least 1: `Retry-After`.
    [[nodiscard]] int secondsToWait() const;

    [[nodiscard]] InferenceFigures figures() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace labelwright
