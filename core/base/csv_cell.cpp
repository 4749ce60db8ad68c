#include "core/base/csv_cell.h"

#include <algorithm>
#include <string_view>

namespace labelwright {

namespace {

bool holdsAnyOf(std::string_view characters, const QByteArray& cell)
{
    return std::ranges::any_of(characters, [&](char c) { return cell.contains(c); });
}

bool looksLikeFormula(const QByteArray& cell)
{
    constexpr std::string_view starts = "=+-@\t\r";
    return !cell.isEmpty() && starts.find(cell.front()) != std::string_view::npos;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

QByteArray csvCell(const QString& text, FormulaGuard guard)
{
    QByteArray cell = text.toUtf8();
    if (guard == FormulaGuard::On && looksLikeFormula(cell))
        cell.prepend('\'');
    const bool hasBlankEnd = !cell.isEmpty() && (isBlank(cell.front()) || isBlank(cell.back()));
    if (hasBlankEnd || holdsAnyOf(",\"\n\r", cell))
        cell = '"' + cell.replace('"', "\"\"") + '"';
    return cell;
}

} // namespace labelwright
