#pragma once

#include "core/model/fields.h"
#include "core/model/model_spec.h"

namespace labelwright {

inline constexpr WordOf<PoolingKind> poolingWords[] = {
    {PoolingKind::Max, "max"},
    {PoolingKind::Average, "average"},
    {PoolingKind::GlobalAverage, "globalAverage"},
    {PoolingKind::GlobalMax, "globalMax"},
    {PoolingKind::GlobalAverageMax, "globalAverageMax"},
};

inline constexpr WordOf<ActivationKind> activationWords[] = {
    {ActivationKind::Relu, "relu"},
    {ActivationKind::HardSwish, "hardSwish"},
    {ActivationKind::Sigmoid, "sigmoid"},
    {ActivationKind::Softmax, "softmax"},
};

inline constexpr WordOf<LossKind> lossWords[] = {
    {LossKind::BinaryCrossentropy, "binaryCrossentropy"},
    {LossKind::Asymmetric, "asymmetric"},
    {LossKind::Focal, "focal"},
};

/// The members of each block but the input, whose parts `core/imaging` reads and writes.
template <class Visitor>
void visitFields(Visitor& visitor, BackboneBlock& block)
{
    visitor.text("name", block.name);
    visitor.flag("pretrained", block.pretrained);
    visitor.flag("frozen", block.frozen);
    visitor.whole("frozenStages", block.frozenStages, {0, 100});
}

template <class Visitor>
void visitFields(Visitor& visitor, ConvBlock& block)
{
    visitor.whole("filters", block.filters, {1, 4096});
    visitor.whole("kernel", block.kernel, {1, 11, true});
    visitor.whole("stride", block.stride, {1, 4});
    visitor.flag("batchNorm", block.batchNorm);
}

template <class Visitor>
void visitFields(Visitor& visitor, ResidualBlock& block)
{
    visitor.whole("filters", block.filters, {1, 4096});
    visitor.whole("stride", block.stride, {1, 2});
}

template <class Visitor>
void visitFields(Visitor& visitor, PoolingBlock& block)
{
    visitor.word("kind", block.kind, poolingWords);
}

template <class Visitor>
void visitFields(Visitor& visitor, DropoutBlock& block)
{
    visitor.number("rate", block.rate, {0, 1, false, true});
}

template <class Visitor>
void visitFields(Visitor& visitor, DenseBlock& block)
{
    visitor.whole("nodes", block.nodes, {0, 65'536});
}

template <class Visitor>
void visitFields(Visitor& visitor, ActivationBlock& block)
{
    visitor.word("kind", block.kind, activationWords);
}

template <class Visitor>
void visitFields(Visitor& visitor, TargetBlock& block)
{
    visitor.word("loss", block.loss, lossWords);
    visitor.number("positiveWeightCap", block.positiveWeightCap, {1, 1000});
    visitor.number("gammaPositive", block.gammaPositive, {0, 10});
    visitor.number("gammaNegative", block.gammaNegative, {0, 10});
    visitor.number("clip", block.clip, {0, 0.5});
    visitor.number("labelSmoothing", block.labelSmoothing, {0, 0.5});
}

/// The sides of the input, as `preprocessingFromJson` accepts them; for checks only.
inline void visitFields(FieldChecker& checker, InputBlock& block)
{
    checker.whole("width", block.preprocessing.width, {8, 4096});
    checker.whole("height", block.preprocessing.height, {8, 4096});
}

} // namespace labelwright
