// The head of a frozen backbone: logistic regression of 40 labels on 5,000 embeddings.

#include "core/base/random.h"
#include "core/nn/head_training.h"
#include "tests/benchmarks/made_data.h"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace labelwright::benchmarks {

namespace {

constexpr int rows = 5'000;
constexpr int dimensions = 1'280;
constexpr int labels = 40;

struct HeadData
{
    std::vector<float> embeddings; ///< Not negative, as pooled activations are.
    std::vector<Annotation> truth; ///< Each label leans on 16 dimensions of its own.
};

HeadData makeHeadData()
{
    Random random(1);
    HeadData data;
    data.embeddings.resize(static_cast<std::size_t>(rows) * dimensions);
    for (float& value : data.embeddings)
        value = static_cast<float>(std::max(0.0, random.normal()));
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t label = 0; label < labels; ++label) {
            double sum = random.normal();
            for (std::size_t k = 0; k < 16; ++k)
                sum += static_cast<double>(data.embeddings[row * dimensions + label * 16 + k]);
            data.truth.push_back(sum > 9 ? Annotation::Present : Annotation::Absent);
        }
    return data;
}

/// Statistics and a fit from nothing.
void trainHeadCold(benchmark::State& state)
{
    const HeadData data = makeHeadData();
    for ([[maybe_unused]] auto _ : state) {
        auto head = trainHead(data.embeddings, dimensions, data.truth, labels);
        if (!head)
            return state.SkipWithError(head.error().summary.toUtf8().constData());
        benchmark::DoNotOptimize(head->weights.data());
    }
    state.SetItemsProcessed(state.iterations() * rows);
}
BENCHMARK(trainHeadCold)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A fit from a head that was fitted with a penalty three times as strong, as steps of the
/// regularisation path are.
void trainHeadWarm(benchmark::State& state)
{
    const HeadData data = makeHeadData();
    auto trainer = HeadTrainer::create(data.embeddings, dimensions);
    if (!trainer)
        return state.SkipWithError(trainer.error().summary.toUtf8().constData());
    HeadOptions options;
    options.c = 0.001;
    const auto start = trainer->fit(data.truth, labels, options);
    if (!start)
        return state.SkipWithError(start.error().summary.toUtf8().constData());
    options.c = 0.003;
    for ([[maybe_unused]] auto _ : state) {
        auto head = trainer->fit(data.truth, labels, options, &*start);
        benchmark::DoNotOptimize(head);
    }
    state.SetItemsProcessed(state.iterations() * rows);
}
BENCHMARK(trainHeadWarm)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

} // namespace labelwright::benchmarks
