#include "core/model/recipe.h"

#include <array>

namespace labelwright {

namespace {

/// The head on kept embeddings: cheap epochs, so many of them, and a cosine to come to rest. Mirrored
/// images give it twice the rows for half a second's embedding per hundred images.
Recipe makeFrozen()
{
    Recipe recipe;
    recipe.inputSide = 224; // What the weights were trained at.
    recipe.pooling = PoolingKind::GlobalAverageMax;
    recipe.settings.epochs = 60;
    recipe.settings.batchSize = 64;
    recipe.settings.learningRate = 2e-3;
    recipe.settings.weightDecay = 1e-2;
    recipe.settings.schedule = ScheduleKind::Cosine;
    recipe.settings.warmUpShare = 0.05;
    recipe.settings.headFromEmbeddings = true;
    recipe.augmentation.flipHorizontal = true;
    return recipe;
}

/// The head from logistic regression, then the last third of the layers, gently. Tried on photos of
/// 360 and 1,468 training images: a larger input gained most, then averages with maxima, then
/// blending; the frozen front is computed once, so that an epoch costs a third.
Recipe makeFineTune()
{
    Recipe recipe;
    recipe.inputSide = 320; // Small things cover twice the area they have at 224.
    recipe.frozenShare = 0.74;
    recipe.settings.epochs = 6;
    recipe.settings.batchSize = 32;
    recipe.settings.learningRate = 2e-4;
    recipe.settings.weightDecay = 0.05;
    recipe.settings.schedule = ScheduleKind::Cosine;
    recipe.settings.warmUpShare = 0.1;
    recipe.settings.headFromEmbeddings = true;
    recipe.settings.freezeBatchNorm = true;
    recipe.settings.mixup = 0.4;
    recipe.settings.emaDecay = 0.95;
    recipe.settings.bestBy = BestBy::ValidationMap;
    recipe.pooling = PoolingKind::GlobalAverageMax;
    recipe.dropout = 0.2;
    recipe.augmentation.flipHorizontal = true;
    return recipe;
}

/// A small residual network: many short epochs at a high rate.
Recipe makeScratch()
{
    Recipe recipe;
    recipe.inputSide = 112; // Small objects still cover several pixels; 4 times less work.
    recipe.settings.epochs = 60;
    recipe.settings.batchSize = 32;
    recipe.settings.learningRate = 4e-3;
    recipe.settings.weightDecay = 0.02;
    recipe.settings.schedule = ScheduleKind::OneCycle;
    recipe.settings.warmUpShare = 0.25;
    recipe.settings.emaDecay = 0.99;
    recipe.settings.gradientClip = 5;
    recipe.pooling = PoolingKind::GlobalAverageMax;
    recipe.dropout = 0.2;
    recipe.augmentation.flipHorizontal = true;
    recipe.augmentation.cropMinScale = 0.85;
    recipe.augmentation.cropMaxAspect = 1.1;
    recipe.augmentation.brightness = 0.15;
    recipe.augmentation.contrast = 0.15;
    return recipe;
}

constexpr std::array<ScratchStage, 4> stages{{{16, 1}, {32, 2}, {64, 2}, {96, 2}}};

AdviceLimits makeLimits()
{
    AdviceLimits limits;
    limits.smallestSide = 32;
    limits.wideAspect = 2.5;
    limits.greyShare = 0.95;
    limits.fineTuneFrom = 200; // With fewer, a head alone overfits less.
    limits.fineTuneHours = 6;
    limits.cpuMultiplyAdds = 1.0e10; // Measured: MobileNetV2, two cores, 16 images/s in training.
    limits.cudaMultiplyAdds = 2.0e12;
    limits.fewPositives = 20;
    limits.imbalanceWeighted = 20;
    limits.weightCap = 3;
    limits.patienceFrom = 50; // A loss on fewer images is too noisy to stop by.
    return limits;
}

} // namespace

const Recipe& frozenRecipe()
{
    static const Recipe recipe = makeFrozen();
    return recipe;
}

const Recipe& fineTuneRecipe()
{
    static const Recipe recipe = makeFineTune();
    return recipe;
}

const Recipe& scratchRecipe()
{
    static const Recipe recipe = makeScratch();
    return recipe;
}

std::span<const ScratchStage> scratchStages()
{
    return stages;
}

const AdviceLimits& adviceLimits()
{
    static const AdviceLimits limits = makeLimits();
    return limits;
}

} // namespace labelwright
