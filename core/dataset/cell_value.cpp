#include "core/dataset/cell_value.h"

#include <algorithm>
#include <charconv>

namespace labelwright {

namespace {

bool equalsWord(std::string_view cell, std::string_view lowerCaseWord)
{
    return std::equal(
        cell.begin(), cell.end(), lowerCaseWord.begin(), lowerCaseWord.end(),
        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

} // namespace

CellValue cellValue(std::string_view cell)
{
    switch (cell.size()) {
    case 0: return CellValue::Blank;
    case 1:
        if (cell[0] == '1')
            return CellValue::Present;
        return cell[0] == '0' ? CellValue::Absent : CellValue::Other;
    case 2: return equalsWord(cell, "no") ? CellValue::Absent : CellValue::Other;
    case 3:
        if (cell == "1.0" || equalsWord(cell, "yes"))
            return CellValue::Present;
        return cell == "0.0" ? CellValue::Absent : CellValue::Other;
    case 4: return equalsWord(cell, "true") ? CellValue::Present : CellValue::Other;
    case 5: return equalsWord(cell, "false") ? CellValue::Absent : CellValue::Other;
    default: return CellValue::Other;
    }
}

bool isNumber(std::string_view cell)
{
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size();
}

} // namespace labelwright
