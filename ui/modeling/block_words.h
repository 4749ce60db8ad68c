#pragma once

#include "core/model/model_spec.h"
#include "core/model/shape_check.h"

#include <QString>

#include <vector>

namespace labelwright {

/// The kinds of blocks a person can put between input and target.
enum class BlockKind { Backbone, Conv, Residual, Pooling, Dropout, Dense, Activation };

struct BlockKindWords
{
    BlockKind kind;
    QString title;
    QString iconName;
    QString purpose; ///< What it is for, one sentence.
};

/// In the order of the menu.
std::vector<BlockKindWords> addableBlocks();

/// A block of that kind with usual settings.
Block newBlock(BlockKind kind);

/// "Convolution", "MobileNetV2", "Global average pooling".
QString blockHeading(const Block& block);

/// The block's icon, see `icon`.
QString blockIcon(const Block& block);

/// Its main settings in a few words: "3×3, 32 filters, stride 2"; the last Dense says "Nodes =
/// labels (7)".
QString blockSummary(const ModelSpec& spec, std::size_t index, int labelCount);

/// The Dense that has one node per label: the last one.
bool isLastDense(const ModelSpec& spec, std::size_t index);

/// Input and target are fixed: they can neither be moved nor removed nor repeated.
bool isFixed(const Block& block);

/// "512", "3.5 k", "2.2 M", "1.2 G".
QString countInWords(qint64 count);

/// "14 MB".
QString bytesInWords(qint64 bytes);

/// "2e-4": a rate as people write it.
QString rateInWords(double rate);

/// "320×320, colour".
QString inputInWords(const Preprocessing& preprocessing);

} // namespace labelwright
