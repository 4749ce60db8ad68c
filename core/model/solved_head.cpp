#include "core/model/solved_head.h"

#include <algorithm>
#include <iterator>

namespace labelwright {

namespace {

bool isFixedBackbone(const Block& block)
{
    const auto* const backbone = std::get_if<BackboneBlock>(&block);
    return backbone != nullptr && backbone->frozen && backbone->pretrained;
}

bool isGlobalPooling(const Block& block)
{
    const auto* const pooling = std::get_if<PoolingBlock>(&block);
    return pooling != nullptr && pooling->kind != PoolingKind::Max
           && pooling->kind != PoolingKind::Average;
}

bool isDropout(const Block& block) { return std::holds_alternative<DropoutBlock>(block); }

} // namespace

bool headIsSolved(const ModelSpec& spec)
{
    const auto& blocks = spec.blocks;
    const auto* const target = find<TargetBlock>(spec);
    if (blocks.size() < 4 || target == nullptr || target->loss != LossKind::BinaryCrossentropy
        || !isFixedBackbone(blocks[1]) || !isGlobalPooling(blocks[2]))
        return false;
    const auto dense = std::find_if_not(std::next(blocks.begin(), 3), blocks.end(), isDropout);
    return dense != blocks.end() && std::holds_alternative<DenseBlock>(*dense)
           && std::count_if(blocks.begin(), blocks.end(), [](const Block& block) {
                  return std::holds_alternative<DenseBlock>(block);
              }) == 1;
}

const std::vector<double>& regularisationPath()
{
    static const std::vector<double> path{1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01,
                                          0.03, 0.1,  0.3,  1,    3,    10};
    return path;
}

int plannedEpochs(const ModelSpec& spec, const RunSettings& settings)
{
    return headIsSolved(spec) ? static_cast<int>(regularisationPath().size()) : settings.epochs;
}

} // namespace labelwright
