#pragma once

#include "core/deployment/inference_queue.h"
#include "tests/benchmarks/serving/load_generator.h"

#include <vector>

namespace labelwright::benchmarks {

/// How the queue is set and asked in one measurement, and the best round of it.
struct QueueTrial
{
    std::size_t callers = 1;
    InferenceLimits limits;
    LoadReport best;
    double imagesPerBatch = 0;

    [[nodiscard]] double rate() const
    {
        return best.seconds > 0 ? double(best.succeeded()) / best.seconds : 0;
    }
};

/// Callers that each wait for their answer before they ask again; kept in `trial` when it is the
/// best round so far.
void measureQueue(const InferenceQueue::Service& service, const std::vector<QByteArray>& files,
                  double seconds, QueueTrial& trial);

/// Few and many callers, with batch sizes and waits worth comparing.
std::vector<QueueTrial> queueTrials();

} // namespace labelwright::benchmarks
