#include "core/dataset/image_columns.h"

#include "core/dataset/cell_value.h"

#include <algorithm>

namespace labelwright {

namespace {

constexpr std::size_t sampledRows = 200;

/// What the first cells of a column look like.
struct PathStatistics
{
    int filled = 0;
    int imageNames = 0;
    int binary = 0;
    int found = 0; ///< Lead to a file.
};

PathStatistics pathStatistics(const CsvTable& table, std::size_t column, const PathMatcher& matcher)
{
    PathStatistics statistics;
    for (std::size_t row = 0; row < std::min(table.rows(), sampledRows); ++row) {
        const std::string_view cell = table.cell(row, column);
        const CellValue value = cellValue(cell);
        if (value == CellValue::Blank)
            continue;
        ++statistics.filled;
        if (value != CellValue::Other) {
            ++statistics.binary;
            continue;
        }
        const QString path = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
        statistics.imageNames += isImageName(path) ? 1 : 0;
        statistics.found += matcher.match(path) ? 1 : 0;
    }
    return statistics;
}

} // namespace

std::vector<std::size_t> findImageColumns(const CsvTable& table, const PathMatcher& matcher)
{
    std::vector<std::size_t> byName;
    std::vector<std::size_t> byFile;
    std::vector<bool> leads(table.columns());
    for (std::size_t column = 0; column < table.columns(); ++column) {
        const PathStatistics statistics = pathStatistics(table, column, matcher);
        leads[column] = statistics.found > 0;
        if (statistics.imageNames > 0 && statistics.imageNames * 2 >= statistics.filled)
            byName.push_back(column);
        else if (statistics.found > 0 && statistics.found * 2 >= statistics.filled &&
                 statistics.binary == 0)
            byFile.push_back(column);
    }
    std::vector<std::size_t>& columns = byName.empty() ? byFile : byName;
    std::stable_partition(columns.begin(), columns.end(),
                          [&](std::size_t column) { return leads[column]; });
    return columns;
}

} // namespace labelwright
