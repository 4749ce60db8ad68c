#pragma once

#include "ui/modeling/block_words.h"

namespace labelwright {

class ExperimentDocument;

/// Edits of the order of blocks, each one step. They return the place of the block that should be
/// selected afterwards; −1 when nothing was done.
int addBlock(ExperimentDocument& document, BlockKind kind, int place);
int removeBlock(ExperimentDocument& document, int place);
int duplicateBlock(ExperimentDocument& document, int place);
/// `by`: −1 up, 1 down. Nothing moves past input or target.
int moveBlock(ExperimentDocument& document, int place, int by);

/// Whether `moveBlock` would do something.
bool canMoveBlock(const ModelSpec& spec, int place, int by);
/// Whether the block may be removed and duplicated.
bool canRemoveBlock(const ModelSpec& spec, int place);

} // namespace labelwright
