#pragma once

#include <string_view>

namespace labelwright {

/// What a cell says as a binary value.
enum class CellValue { Blank, Absent, Present, Other };

/// Reads 1/0, 1.0/0.0, true/false and yes/no in any case.
CellValue cellValue(std::string_view cell);

/// True for a decimal number such as 3, -0.5 or 1e3.
bool isNumber(std::string_view cell);

} // namespace labelwright
