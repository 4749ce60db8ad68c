#pragma once

#include "core/base/result.h"
#include "core/model/model_spec.h"

#include <QString>

#include <vector>

namespace labelwright {

/// What leaves a block.
struct BlockShape
{
    QString output;          ///< "1280×7×7" (channels × height × width) or "1280" for a vector.
    qint64 parameters = 0;   ///< Trainable values: weights, biases, batch-norm scales and shifts.
    qint64 multiplyAdds = 0; ///< Per image, convolutions and dense layers.
    int channels = 0;        ///< Of a vector: its length. 0 where an earlier problem hides it.
    int height = 0;          ///< 0 for a vector.
    int width = 0;           ///< 0 for a vector.
};

/// Why a spec cannot be trained.
struct SpecProblem
{
    int block = 0;    ///< Index in `ModelSpec::blocks`.
    QString sentence; ///< Names the block by its number from 1 and says what to do.
};

struct SpecCheck
{
    std::vector<BlockShape> shapes; ///< One per block.
    std::vector<SpecProblem> problems;
    qint64 parameters = 0;   ///< Of all blocks.
    qint64 multiplyAdds = 0; ///< Of all blocks, per image.

    [[nodiscard]] bool ok() const { return problems.empty(); }
};

/// Shapes of all blocks and everything that does not fit. `labelCount` ≥ 1 is what a Dense of 0
/// nodes means. Stops following shapes at the first block whose output cannot be known; takes a
/// spec of any size and content.
SpecCheck checkSpec(const ModelSpec& spec, int labelCount);

/// The first problem as an error, for code that needs a spec that fits.
Result<void> requireValidSpec(const ModelSpec& spec, int labelCount);

} // namespace labelwright
