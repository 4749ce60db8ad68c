// From an image file's bytes to varied network input, one image on one thread.

#include "core/base/random.h"
#include "core/imaging/augmentation.h"
#include "core/imaging/decode.h"
#include "core/imaging/preprocessing.h"
#include "tests/benchmarks/made_data.h"

#include <benchmark/benchmark.h>

namespace labelwright::benchmarks {

namespace {

void decodeJpeg(benchmark::State& state)
{
    const QByteArray file = madeJpeg(static_cast<int>(state.range(0)));
    if (!decodeImage(file, ColorMode::Rgb)) {
        state.SkipWithError("No JPEG could be written and read: is Qt's JPEG plugin installed?");
        return;
    }
    for ([[maybe_unused]] auto _ : state) {
        auto image = decodeImage(file, ColorMode::Rgb);
        benchmark::DoNotOptimize(image);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(decodeJpeg)->Arg(512)->ArgName("side")->Unit(benchmark::kMillisecond);

/// 512 pixels, decoded already → input size.
void preprocess(benchmark::State& state)
{
    const Pixels picture = madePicture(512);
    Preprocessing preprocessing;
    preprocessing.width = static_cast<int>(state.range(0));
    preprocessing.height = preprocessing.width;
    for ([[maybe_unused]] auto _ : state) {
        Pixels input = fitToInput(picture, preprocessing);
        benchmark::DoNotOptimize(input.data.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(preprocess)->Arg(224)->Arg(320)->ArgName("side")->Unit(benchmark::kMicrosecond);

void runAugmentation(benchmark::State& state, const Augmentation& augmentation)
{
    const Pixels picture = madePicture(static_cast<int>(state.range(0)));
    std::vector<std::uint8_t> out(picture.data.size());
    Random random(1);
    for ([[maybe_unused]] auto _ : state) {
        augment(picture, augmentation, random, out);
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations());
}

void augmentFlip(benchmark::State& state)
{
    runAugmentation(state, {.flipHorizontal = true});
}
BENCHMARK(augmentFlip)->Arg(224)->Arg(320)->ArgName("side")->Unit(benchmark::kMicrosecond);

void augmentAll(benchmark::State& state)
{
    runAugmentation(state, {.flipHorizontal = true,
                            .cropMinScale = 0.7,
                            .cropMaxAspect = 1.15,
                            .rotationDegrees = 10,
                            .brightness = 0.2,
                            .contrast = 0.2,
                            .saturation = 0.2});
}
BENCHMARK(augmentAll)->Arg(224)->Arg(320)->ArgName("side")->Unit(benchmark::kMicrosecond);

} // namespace

} // namespace labelwright::benchmarks
