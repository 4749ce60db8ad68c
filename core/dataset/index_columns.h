#pragma once

#include "core/base/result.h"
#include "core/dataset/column_roles.h"
#include "core/dataset/csv.h"
#include "core/dataset/import_options.h"
#include "core/dataset/path_matcher.h"
#include "core/dataset/tag_list.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace labelwright {

/// What each column of an index is, by number.
struct IndexColumns
{
    std::size_t image = 0;
    std::vector<std::size_t> otherImages;
    std::optional<std::size_t> subset;
    std::optional<std::size_t> group;
    std::optional<TagColumn> tags; ///< Only when there is no label column.
    std::vector<std::size_t> labels;
    std::vector<std::size_t> fields;   ///< Other image columns among them.
    std::vector<std::size_t> repeated; ///< Left out: an earlier column has the same name.
};

/// An index as read, and how messages call it.
struct IndexTable
{
    const CsvTable& table;
    QString name; ///< "index.csv"
    std::optional<ColumnRoles> roles;
};

/// Finds out what the columns are; see `planImport` for the rules. Fails with one sentence when
/// there is no image column, no label, or when `options` name a column that is not there.
Result<IndexColumns> findColumns(const IndexTable& index, const PathMatcher& matcher,
                                 const ImportOptions& options);

} // namespace labelwright
