#pragma once

#include "core/imaging/augmentation.h"
#include "core/imaging/preprocessing.h"

#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace labelwright {

/// What enters the network.
struct InputBlock
{
    Preprocessing preprocessing;
    Augmentation augmentation; ///< In training only.
    friend bool operator==(const InputBlock&, const InputBlock&) = default;
};

/// A feature extractor with torchvision's layers, its classifier left out. Output: feature maps
/// [channels, height / 32, width / 32].
struct BackboneBlock
{
    QString name;           ///< torchvision's name, "mobilenet_v2".
    bool pretrained = true; ///< Starts from weights on disk; otherwise from random ones.
    bool frozen = true;     ///< Never trained: its pooled output is computed once and cached.
    int frozenStages = 0;   ///< When not frozen: how many of its first stages stay fixed, ≥ 0.
    friend bool operator==(const BackboneBlock&, const BackboneBlock&) = default;
};

/// 2-D convolution, optional batch normalisation, ReLU. Padding keeps the size at stride 1.
struct ConvBlock
{
    int filters = 32; ///< Output channels, 1 … 4096.
    int kernel = 3;   ///< Odd, 1 … 11.
    int stride = 1;   ///< 1 … 4.
    bool batchNorm = true;
    friend bool operator==(const ConvBlock&, const ConvBlock&) = default;
};

/// Basic residual block of two 3×3 convolutions (He et al. 2016), with a 1×1 projection where
/// stride or channels change.
struct ResidualBlock
{
    int filters = 64; ///< Output channels, 1 … 4096.
    int stride = 1;   ///< 1 or 2.
    friend bool operator==(const ResidualBlock&, const ResidualBlock&) = default;
};

enum class PoolingKind {
    Max,           ///< kernel 3, stride 2.
    Average,       ///< kernel 2, stride 2.
    GlobalAverage, ///< One value per channel.
    GlobalMax,     ///< One value per channel.
    GlobalAverageMax, ///< Average and maximum, two values per channel, averages first.
};

/// Reduces feature maps. A global kind turns them into a vector.
struct PoolingBlock
{
    PoolingKind kind = PoolingKind::GlobalAverage;
    friend bool operator==(const PoolingBlock&, const PoolingBlock&) = default;
};

struct DropoutBlock
{
    double rate = 0.2; ///< Share of values set to 0 in training, [0, 1).
    friend bool operator==(const DropoutBlock&, const DropoutBlock&) = default;
};

/// Fully connected layer on a vector.
struct DenseBlock
{
    int nodes = 0; ///< 0: one per label (the last Dense); otherwise 1 … 65536.
    friend bool operator==(const DenseBlock&, const DenseBlock&) = default;
};

enum class ActivationKind { Relu, HardSwish, Sigmoid, Softmax };

struct ActivationBlock
{
    ActivationKind kind = ActivationKind::Sigmoid;
    friend bool operator==(const ActivationBlock&, const ActivationBlock&) = default;
};

enum class LossKind {
    BinaryCrossentropy,
    Asymmetric, ///< Ridnik et al. 2021.
    Focal,      ///< Lin et al. 2017.
};

/// What the network learns: one binary label per node. Unknown annotations are masked.
struct TargetBlock
{
    LossKind loss = LossKind::BinaryCrossentropy;
    double positiveWeightCap = 1.0; ///< Weight of positives = negatives / positives, at most this; 1 is off.
    double gammaPositive = 0.0;     ///< Asymmetric: focusing of positives; Focal: of both.
    double gammaNegative = 4.0;     ///< Asymmetric: focusing of negatives.
    double clip = 0.05;             ///< Asymmetric: probability margin of negatives, [0, 0.5].
    double labelSmoothing = 0.0;    ///< Moves targets from 0/1 to s/2 and 1 − s/2, [0, 0.5].
    friend bool operator==(const TargetBlock&, const TargetBlock&) = default;
};

using Block = std::variant<InputBlock, BackboneBlock, ConvBlock, ResidualBlock, PoolingBlock,
                           DropoutBlock, DenseBlock, ActivationBlock, TargetBlock>;

/// A network as a list of blocks, first the input, last the target.
struct ModelSpec
{
    std::vector<Block> blocks;
    friend bool operator==(const ModelSpec&, const ModelSpec&) = default;
};

/// The block of a kind, or nullptr: `find<BackboneBlock>(spec)`.
template <class B>
const B* find(const ModelSpec& spec)
{
    for (const Block& block : spec.blocks)
        if (const B* found = std::get_if<B>(&block))
            return found;
    return nullptr;
}

template <class B>
B* find(ModelSpec& spec)
{
    return const_cast<B*>(find<B>(std::as_const(spec)));
}

} // namespace labelwright
