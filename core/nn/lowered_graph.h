#pragma once

#include "core/base/result.h"
#include "core/model/model_spec.h"
#include "core/nn/network_plan.h"
#include "core/nn/weights_file.h"

#include <QString>

#include <vector>

namespace labelwright {

/// A network for inference only, with its weights, without torch: batch norms are folded into the
/// convolutions before them, dropout is gone. Prediction and all exports are made from it.
///
/// The plan's steps are of these kinds: Input, Conv (always with bias), Linear, Relu, Relu6,
/// HardSwish, HardSigmoid, Silu, Sigmoid, Softmax, Add, Scale, MaxPool, AveragePool, GlobalAverage,
/// GlobalMax, Concat, Slice, ChannelShuffle, RepeatChannels, Flatten.
/// The input is the normalised images, (value / 255 − plan.mean) / plan.stddev per channel,
/// [N, C, H, W]; the last step gives the logits [N, labels].
struct LoweredGraph
{
    NetworkPlan plan;
    std::vector<std::vector<float>> weights; ///< By step: as the plan's shape, row by row; or empty.
    std::vector<std::vector<float>> biases;  ///< By step: one per output channel; or empty.
};

/// Folds a plan with the tensors for `parametersOf(plan)`, in that order (batch counts are not
/// looked at and may be null). Folding is done in double precision.
LoweredGraph lower(const NetworkPlan& plan, const std::vector<const WeightTensor*>& tensors);

/// The network of a spec with a checkpoint's weights. Refuses a damaged file and the first name,
/// type or shape that does not fit.
Result<LoweredGraph> lowerCheckpoint(const ModelSpec& spec, int labels, const QString& weightsPath);

} // namespace labelwright
