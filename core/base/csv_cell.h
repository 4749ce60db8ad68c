#pragma once

#include <QByteArray>
#include <QString>

namespace labelwright {

/// What becomes of a cell that a spreadsheet would take for a formula: one that begins with
/// = + - @, a tab or a carriage return.
enum class FormulaGuard {
    Off, ///< It is written as it is, so that reading gives the same text back.
    On,  ///< An apostrophe goes before it: for tables that people open in a spreadsheet.
};

/// A text as a cell of a CSV file with commas, UTF-8. Quoted, with inner quotes doubled, where
/// RFC 4180 asks for it (commas, quotes, line ends) and where a reader may take blanks off its ends.
QByteArray csvCell(const QString& text, FormulaGuard guard);

} // namespace labelwright
