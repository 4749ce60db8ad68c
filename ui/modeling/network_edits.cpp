#include "ui/modeling/network_edits.h"

#include "ui/modeling/experiment_document.h"
#include "ui/modeling/modeling_words.h"

#include <utility>

namespace labelwright {

namespace {

const Block* blockAt(const ModelSpec& spec, int place)
{
    return place >= 0 && place < static_cast<int>(spec.blocks.size())
               ? &spec.blocks[static_cast<std::size_t>(place)]
               : nullptr;
}

void insert(Design& design, int place, Block block)
{
    design.spec.blocks.insert(design.spec.blocks.begin() + place, std::move(block));
}

} // namespace

bool canRemoveBlock(const ModelSpec& spec, int place)
{
    const Block* const block = blockAt(spec, place);
    return block != nullptr && !isFixed(*block);
}

bool canMoveBlock(const ModelSpec& spec, int place, int by)
{
    return canRemoveBlock(spec, place) && canRemoveBlock(spec, place + by);
}

int addBlock(ExperimentDocument& document, BlockKind kind, int place)
{
    Block block = newBlock(kind);
    const QString text = ModelingWords::tr("Add %1").arg(blockHeading(block));
    document.edit(text, [&](Design& design) { insert(design, place, std::move(block)); });
    return place;
}

int removeBlock(ExperimentDocument& document, int place)
{
    if (!canRemoveBlock(document.spec(), place))
        return -1;
    const QString text = ModelingWords::tr("Remove %1").arg(
        blockHeading(document.spec().blocks[static_cast<std::size_t>(place)]));
    document.edit(text, [&](Design& design) {
        design.spec.blocks.erase(design.spec.blocks.begin() + place);
    });
    return place;
}

int duplicateBlock(ExperimentDocument& document, int place)
{
    if (!canRemoveBlock(document.spec(), place))
        return -1;
    Block block = document.spec().blocks[static_cast<std::size_t>(place)];
    const QString text = ModelingWords::tr("Duplicate %1").arg(blockHeading(block));
    document.edit(text, [&](Design& design) { insert(design, place + 1, std::move(block)); });
    return place + 1;
}

int moveBlock(ExperimentDocument& document, int place, int by)
{
    if (!canMoveBlock(document.spec(), place, by))
        return -1;
    const QString text = ModelingWords::tr("Move %1").arg(
        blockHeading(document.spec().blocks[static_cast<std::size_t>(place)]));
    document.edit(text, [&](Design& design) {
        std::swap(design.spec.blocks.at(static_cast<std::size_t>(place)),
                  design.spec.blocks.at(static_cast<std::size_t>(place + by)));
    });
    return place + by;
}

} // namespace labelwright
