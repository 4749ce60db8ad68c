#include "tests/benchmarks/serving/queue_trial.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

namespace labelwright::benchmarks {

using Clock = std::chrono::steady_clock;

void measureQueue(const InferenceQueue::Service& service, const std::vector<QByteArray>& files,
                  double seconds, QueueTrial& trial)
{
    InferenceQueue queue(trial.limits);
    std::vector<std::vector<double>> waits(trial.callers);
    const Clock::time_point start = Clock::now();
    const auto now = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < trial.callers; ++i)
            threads.emplace_back([&, i] {
                for (std::size_t n = i; now() < seconds; ++n) {
                    const double asked = now();
                    std::promise<void> done;
                    if (queue.predict(service, {files[n % files.size()]},
                                      [&](const auto&) { done.set_value(); }))
                        done.get_future().wait();
                    waits[i].push_back(1000 * (now() - asked));
                }
            });
    }
    LoadReport report;
    for (const auto& some : waits)
        report.milliseconds.insert(report.milliseconds.end(), some.begin(), some.end());
    std::sort(report.milliseconds.begin(), report.milliseconds.end());
    report.seconds = now();
    if (double(report.succeeded()) / report.seconds <= trial.rate())
        return;
    const InferenceFigures figures = queue.figures();
    trial.imagesPerBatch = double(figures.images) / double(figures.batches);
    trial.best = std::move(report);
}

std::vector<QueueTrial> queueTrials()
{
    std::vector<QueueTrial> trials;
    for (const std::size_t callers : {1U, 4U, 64U})
        for (const std::size_t batch : {1U, 4U, 8U, 16U, 32U})
            for (const int wait : {0, 5, 20})
                if (batch == 16 || (wait == 0 && callers > 1))
                    trials.push_back({callers,
                                      {.batch = batch, .wait = std::chrono::milliseconds(wait)},
                                      {},
                                      0});
    return trials;
}

} // namespace labelwright::benchmarks
