#pragma once

#include "core/base/annotation.h"

#include <cstdint>
#include <span>
#include <vector>

namespace labelwright {

/// How many scores lie in each of equally wide parts of [0, 1].
struct ScoreHistogram
{
    std::vector<std::int64_t> positives;
    std::vector<std::int64_t> negatives;
};

/// Counts one label's scores in `bins` ≥ 1 parts, each without its upper end but the last. Unknown
/// truth is left out.
ScoreHistogram scoreHistogram(std::span<const float> scores, std::span<const Annotation> truth,
                              int bins);

} // namespace labelwright
