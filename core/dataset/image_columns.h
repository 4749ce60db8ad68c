#pragma once

#include "core/dataset/csv.h"
#include "core/dataset/path_matcher.h"

#include <cstddef>
#include <vector>

namespace labelwright {

/// The columns whose cells are paths of images: by their extensions, or, when no column has any, by
/// files of that name. Those that lead to an image of the source come first, else by position.
std::vector<std::size_t> findImageColumns(const CsvTable& table, const PathMatcher& matcher);

} // namespace labelwright
