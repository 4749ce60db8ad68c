#include "core/dataset/index_preview.h"

#include "core/dataset/csv.h"
#include "core/dataset/plan_parts.h"

#include <QFileInfo>

#include <algorithm>

namespace labelwright {

namespace {

QStringList cellsOf(const CsvTable& table, std::size_t row)
{
    QStringList cells;
    for (std::size_t column = 0; column < table.cellCount(row); ++column) {
        const std::string_view cell = table.cell(row, column);
        cells.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
    }
    return cells;
}

/// The last row that begins at the line or before; the first when none does.
std::size_t rowAt(const CsvTable& table, qint64 line)
{
    std::size_t row = 0;
    while (row + 1 < table.rows() && table.line(row + 1) <= line)
        ++row;
    return row;
}

} // namespace

Result<IndexPreview> previewIndex(const QString& path, qint64 line, int count)
{
    const auto source = openSource(path);
    if (!source)
        return failureOf(source);
    const ImportOptions options;
    const PlanContext context{**source, QFileInfo(path).fileName(), options, {}, {}};
    const auto entry = findIndex(context, path);
    if (!entry)
        return failureOf(entry);
    IndexPreview preview;
    if (entry->isEmpty())
        return preview;
    const auto bytes = (*source)->read(*entry);
    if (!bytes)
        return failureOf(bytes);
    const auto table =
        parseCsv(*bytes, QStringLiteral("The index %1").arg(entry->section(u'/', -1)));
    if (!table)
        return failureOf(table);
    preview.entry = *entry;
    preview.encoding = table->encoding();
    preview.separator = table->separatorName();
    preview.rows = static_cast<qint64>(table->rows());
    for (std::size_t column = 0; column < table->columns(); ++column)
        preview.columns.append(table->columnName(column));
    const std::size_t first = rowAt(*table, line);
    const std::size_t last =
        std::min(table->rows(), first + static_cast<std::size_t>(std::max(0, count)));
    for (std::size_t row = first; row < last; ++row) {
        preview.lines.push_back(table->line(row));
        preview.cells.push_back(cellsOf(*table, row));
    }
    return preview;
}

} // namespace labelwright
