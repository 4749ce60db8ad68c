// Every figure of 100,000 samples × 80 labels, and bootstrap intervals.

#include "core/evaluation/bootstrap.h"
#include "core/evaluation/metrics.h"
#include "tests/benchmarks/made_data.h"

#include <benchmark/benchmark.h>

namespace labelwright::benchmarks {

namespace {

void metrics(benchmark::State& state)
{
    const auto samples = static_cast<std::size_t>(state.range(0));
    const auto labels = static_cast<std::size_t>(state.range(1));
    const std::vector<float> scores = madeScores(samples * labels);
    const std::vector<Annotation> truth = madeTruth(scores);
    const std::vector<float> thresholds(labels, 0.5F);
    const QStringList names = labelNames(labels);
    for ([[maybe_unused]] auto _ : state) {
        auto figures = evaluate(scores, truth, thresholds, names);
        benchmark::DoNotOptimize(figures.labels.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(metrics)
    ->ArgNames({"samples", "labels"})
    ->Args({2'000, 40})
    ->Args({100'000, 80})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// 200 resamples.
void bootstrap(benchmark::State& state)
{
    const auto samples = static_cast<std::size_t>(state.range(0));
    const auto labels = static_cast<std::size_t>(state.range(1));
    const std::vector<float> scores = madeScores(samples * labels);
    const std::vector<Annotation> truth = madeTruth(scores);
    const std::vector<float> thresholds(labels, 0.5F);
    for ([[maybe_unused]] auto _ : state) {
        auto intervals = bootstrapIntervals(scores, truth, thresholds, labels);
        benchmark::DoNotOptimize(intervals.labels.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(bootstrap)
    ->ArgNames({"samples", "labels"})
    ->Args({420, 53})
    ->Args({10'000, 80})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace

} // namespace labelwright::benchmarks
