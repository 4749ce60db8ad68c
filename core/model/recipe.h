#pragma once

#include "core/model/model_spec.h"
#include "core/model/run_settings.h"

#include <span>

namespace labelwright {

/// Numbers of one way of training. They were found by trying; `advise` adapts them to the data.
struct Recipe
{
    int epochs = 0;
    int batchSize = 0;
    OptimizerKind optimizer = OptimizerKind::AdamW;
    double learningRate = 0;
    double rateDecayPerStage = 1;
    double weightDecay = 0;
    ScheduleKind schedule = ScheduleKind::OneCycle;
    double warmUpShare = 0.1;
    int headEpochs = 0;
    bool headFromEmbeddings = false;
    bool freezeBatchNorm = false;
    double emaDecay = 0;
    double gradientClip = 0;
    int patience = 0;
    double dropout = 0;
    double labelSmoothing = 0;
    Augmentation augmentation; ///< For photos; flips and rotation are dropped for spectrograms.
};

/// One stage of the network from scratch.
struct ScratchStage
{
    int filters = 0;
    int stride = 1; ///< Of its residual block.
};

const Recipe& frozenRecipe();
const Recipe& fineTuneRecipe();
const Recipe& scratchRecipe();

/// Filters of the first convolution of the network from scratch.
int scratchStemFilters();

/// Residual blocks of the network from scratch, in order.
std::span<const ScratchStage> scratchStages();

/// Limits by which the advice decides; see recipe.cpp for the reasons.
struct AdviceLimits
{
    int backboneSide = 0;      ///< Input side with a backbone, pixels.
    int scratchLargestSide = 0; ///< Input side from scratch, pixels, at most.
    int scratchSmallestSide = 0;
    qint64 scratchArea = 0;    ///< Pixels of the input from scratch, for wide images.
    qint64 backboneArea = 0;   ///< Pixels of the input with a backbone, for wide images.
    qint64 fineTuneSmallest = 0; ///< Fewest training samples for fine-tuning.
    qint64 frozenFrom = 0;     ///< Training samples from which a CPU takes too long to fine-tune.
    qint64 fewPositives = 0;   ///< Fewer positives than this are warned of.
    double imbalanceWeighted = 0; ///< Median negatives per positive from which weights are set.
    double weightCap = 0;      ///< Largest positive weight.
};
const AdviceLimits& adviceLimits();

} // namespace labelwright
