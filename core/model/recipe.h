#pragma once

#include "core/model/model_spec.h"
#include "core/model/run_settings.h"

#include <span>

namespace labelwright {

/// Numbers of one way of training. They were found by trying; `advise` adapts them to the data.
struct Recipe
{
    RunSettings settings; ///< All but seed and threads.
    PoolingKind pooling = PoolingKind::GlobalAverage;
    double dropout = 0;        ///< Before the last Dense; 0: no such block.
    double labelSmoothing = 0;
    double frozenShare = 0;    ///< Fine-tuning: share of the backbone's stages that stay fixed.
    int inputSide = 0;         ///< Of a square input, pixels.
    Augmentation augmentation; ///< For photos; flips and rotation are dropped for spectrograms.
};

const Recipe& frozenRecipe();
const Recipe& fineTuneRecipe();
const Recipe& scratchRecipe();

/// One residual block of the network from scratch.
struct ScratchStage
{
    int filters = 0;
    int stride = 1;
};

/// Filters of the first convolution (3×3, stride 2) of the network from scratch.
inline constexpr int scratchStemFilters = 16;

/// Residual blocks of the network from scratch, in order.
std::span<const ScratchStage> scratchStages();

/// Limits by which the advice decides; recipe.cpp gives the reasons.
struct AdviceLimits
{
    int smallestSide = 0;          ///< Input side, pixels, at least.
    double wideAspect = 0;         ///< Longer side / shorter side from which the input is wide too.
    double greyShare = 0;          ///< Share of grey images from which the input is grey.
    qint64 fineTuneFrom = 0;       ///< Fewest training samples for fine-tuning.
    double fineTuneHours = 0;      ///< Longest fine-tuning that is advised unasked.
    double cpuMultiplyAdds = 0;    ///< Multiply-adds per second and core, guessed.
    double cudaMultiplyAdds = 0;   ///< Multiply-adds per second, guessed.
    qint64 fewPositives = 0;       ///< Fewer positives than this are warned of.
    double imbalanceWeighted = 0;  ///< Median negatives per positive from which weights are set.
    double weightCap = 0;          ///< Largest positive weight.
    qint64 patienceFrom = 0;       ///< Fewest validation samples for early stopping.
};
const AdviceLimits& adviceLimits();

} // namespace labelwright
