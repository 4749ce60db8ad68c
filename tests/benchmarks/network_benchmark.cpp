// Embedding and fine-tuning of mobilenet_v2 on all cores.

#include "core/nn/embedding_extractor.h"
#include "core/nn/trainer.h"
#include "tests/benchmarks/made_data.h"

#include <benchmark/benchmark.h>

#include <QTemporaryDir>

#include <chrono>
#include <numeric>

namespace labelwright::benchmarks {

namespace {

constexpr int batch = 32;
constexpr int measuredSteps = 2;

void fail(benchmark::State& state, const Error& error)
{
    state.SkipWithError(error.summary.toUtf8().constData());
}

Precision precisionOf(std::int64_t bits)
{
    return bits == 16 ? Precision::Bf16 : Precision::F32;
}

std::vector<std::uint32_t> firstIndices(int count)
{
    std::vector<std::uint32_t> indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), 0U);
    return indices;
}

/// Prepared images → pooled vectors, nothing cached.
void embed(benchmark::State& state)
{
    const int side = static_cast<int>(state.range(0));
    const Backbone backbone = benchmarkBackbone();
    auto extractor = EmbeddingExtractor::open(fineTuneSpec(backbone, side, 0), backbone.weights, {},
                                              precisionOf(state.range(1)), 0);
    if (!extractor)
        return fail(state, extractor.error());
    const auto images = madeImages(batch, side);
    const auto indices = firstIndices(batch);
    const EmbeddingRequest request{images.get(), indices, {}, false};
    for ([[maybe_unused]] auto _ : state) {
        auto vectors = extractor->embed(request, {}, {});
        if (!vectors)
            return fail(state, vectors.error());
        benchmark::DoNotOptimize(vectors->values.data());
    }
    state.SetItemsProcessed(state.iterations() * batch);
}
BENCHMARK(embed)
    ->ArgNames({"side", "bits"})
    ->ArgsProduct({{224, 320}, {32, 16}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

TrainingData madeTrainingData(int images, int side, int labels)
{
    TrainingData data;
    data.images = madeImages(images, side);
    data.labels = labelNames(static_cast<std::size_t>(labels));
    data.truth = madeTruth(madeScores(static_cast<std::size_t>(images * labels)));
    data.training = firstIndices(images);
    return data;
}

RunSettings oneEpoch(Precision precision)
{
    RunSettings settings;
    settings.epochs = 1;
    settings.batchSize = batch;
    settings.precision = precision;
    return settings;
}

/// Runs one epoch and returns the seconds from the end of its first step to the end of its last.
Result<double> secondsOfSteps(const ModelSpec& spec, const RunSettings& settings,
                              const TrainingData& data, const QString& weights)
{
    using Clock = std::chrono::steady_clock;
    const QTemporaryDir folder;
    std::vector<Clock::time_point> ends;
    RunCallbacks callbacks;
    callbacks.step = [&](const StepReport&) { ends.push_back(Clock::now()); };
    RunControl control;
    const auto outcome =
        train(spec, settings, data, {weights, folder.path(), {}}, callbacks, control, {});
    if (!outcome)
        return failureOf(outcome);
    if (ends.size() < 2)
        return failure(QStringLiteral("The run made fewer than two steps."));
    return std::chrono::duration<double>(ends.back() - ends.front()).count();
}

/// Steps of a whole run through the public trainer, loading, flips and optimizer included. With
/// frozen stages their outputs have been computed before the first step, as in every run.
void trainingStep(benchmark::State& state)
{
    const int side = static_cast<int>(state.range(0));
    const Backbone backbone = benchmarkBackbone();
    const ModelSpec spec = fineTuneSpec(backbone, side, static_cast<int>(state.range(1)));
    const TrainingData data = madeTrainingData(batch * (measuredSteps + 1), side, 20);
    const RunSettings settings = oneEpoch(precisionOf(state.range(2)));
    for ([[maybe_unused]] auto _ : state) {
        const auto seconds = secondsOfSteps(spec, settings, data, backbone.weights);
        if (!seconds)
            return fail(state, seconds.error());
        state.SetIterationTime(*seconds / measuredSteps);
    }
    state.SetItemsProcessed(state.iterations() * batch);
}
BENCHMARK(trainingStep)
    ->ArgNames({"side", "frozenStages", "bits"})
    ->ArgsProduct({{224}, {0}, {32, 16}})
    ->ArgsProduct({{320}, {14}, {32, 16}})
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime();

} // namespace

} // namespace labelwright::benchmarks
