// Iterative stratification of 50,000 samples by 40 labels.

#include "core/dataset/subsets.h"
#include "tests/benchmarks/made_data.h"

#include <benchmark/benchmark.h>

namespace labelwright::benchmarks {

namespace {

void split(benchmark::State& state, Stratification stratification)
{
    const LabelMatrix labels = madeLabels(static_cast<std::size_t>(state.range(0)),
                                          static_cast<std::size_t>(state.range(1)));
    const SplitRequest request{.annotations = &labels, .seed = 1, .stratification = stratification};
    for ([[maybe_unused]] auto _ : state) {
        auto subsets = splitSamples(request);
        if (!subsets)
            return state.SkipWithError(subsets.error().summary.toUtf8().constData());
        benchmark::DoNotOptimize(subsets->data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK_CAPTURE(split, byLabels, Stratification::Labels)
    ->ArgNames({"samples", "labels"})
    ->Args({50'000, 40})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(split, byLabelPairs, Stratification::LabelPairs)
    ->ArgNames({"samples", "labels"})
    ->Args({50'000, 40})
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace labelwright::benchmarks
