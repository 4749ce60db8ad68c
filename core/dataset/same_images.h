#pragma once

#include "core/dataset/plan_parts.h"

#include <cstddef>
#include <vector>

namespace labelwright {

/// For each of `files` (indices of entries of the source) the first of them that has the same
/// bytes, as a position in `files`; itself when there is none. Reads only files whose size, and
/// checksum where it is known, equal another's. Files that cannot be read stand alone.
Result<std::vector<std::size_t>> firstWithSameBytes(const PlanContext& context,
                                                    const std::vector<std::size_t>& files);

} // namespace labelwright
