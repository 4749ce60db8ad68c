#pragma once

#include "core/model/shape_check.h"

#include <optional>

namespace labelwright {

/// Follows the shape of one image through the blocks of a spec, block by block.
class ShapeWalker
{
public:
    ShapeWalker(const ModelSpec& spec, int labelCount);

    /// Visits all blocks; stops following shapes where one cannot be known.
    SpecCheck walk();

private:
    /// What a block receives or gives: feature maps, or a vector (height = width = 0).
    struct Shape
    {
        qint64 channels = 0;
        qint64 height = 0;
        qint64 width = 0;
        [[nodiscard]] bool isVector() const { return height == 0; }
        [[nodiscard]] qint64 values() const { return isVector() ? channels : channels * height * width; }
    };

    void enter(std::size_t index);
    void visit(const InputBlock& block);
    void visit(const BackboneBlock& block);
    void visit(const ConvBlock& block);
    void visit(const ResidualBlock& block);
    void visit(const PoolingBlock& block);
    void visit(const DropoutBlock&) {}
    void visit(const DenseBlock& block);
    void visit(const ActivationBlock& block);
    void visit(const TargetBlock&) {}

    void visitLocalPooling(PoolingKind kind);
    void checkBackbonePlace(const BackboneBlock& block);
    void checkFreezing(const BackboneBlock& block, int stages);

    /// Counts a k×k convolution of the current shape; returns what it gives.
    Shape convolve(const Shape& from, qint64 filters, qint64 kernel, qint64 stride, bool bias);
    void countBatchNorm(qint64 channels);

    /// Notes a problem of the current block; `hidesShape` when nothing is known of its output.
    void refuse(const QString& sentence, bool hidesShape);
    bool needMaps();
    void write();

    const ModelSpec& m_spec;
    int m_labelCount;
    std::size_t m_index = 0;
    std::size_t m_lastDense = 0;
    std::optional<Shape> m_shape; ///< Of what enters the current block, then of what leaves it.
    SpecCheck m_check;
};

/// "block 3 (conv)" with a capital: "Block 3 (conv)".
QString blockTitle(const ModelSpec& spec, std::size_t index);

/// What is wrong with the order of blocks, whatever their shapes: input first, target last, one of
/// each, a last Dense with one node per label, then Sigmoid.
std::vector<SpecProblem> checkOrder(const ModelSpec& spec, int labelCount);

} // namespace labelwright
