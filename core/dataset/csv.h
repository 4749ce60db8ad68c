#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace labelwright {

class CsvTable;

/// Parses a CSV text, which messages call `subject`. Detects encoding and separator; cells may be
/// quoted, hold doubled quotes and line breaks; lines end in \n, \r\n or \r; a first line `sep=;`
/// names the separator. Rows with another number of cells than the header are kept, rows of blank
/// cells are not. Fails with one sentence when the text is empty, is no text, holds a quote that is
/// never closed or has 4 GiB or more.
Result<CsvTable> parseCsv(const QByteArray& bytes,
                          const QString& subject = QStringLiteral("The CSV file"));

/// A parsed CSV text: a header and data rows whose cells are views into one UTF-8 buffer, with
/// quotes taken off. Views live as long as the table and survive its being moved.
class CsvTable
{
public:
    /// "UTF-8", "UTF-8 with byte order mark", "UTF-16 LE", "UTF-16 BE" or "Latin-1".
    [[nodiscard]] const QString& encoding() const { return m_encoding; }

    /// ',', ';', '\t' or '|'.
    [[nodiscard]] char separator() const { return m_separator; }

    /// "comma", "semicolon", "tab" or "bar".
    [[nodiscard]] QString separatorName() const;

    [[nodiscard]] std::size_t columns() const { return m_header.size(); }

    /// Number of data rows; the header and blank lines do not count.
    [[nodiscard]] std::size_t rows() const { return m_rows.size() - 1; }

    /// Name of a column, trimmed; "column 3" where the header leaves it blank.
    [[nodiscard]] const QString& columnName(std::size_t column) const { return m_header[column]; }

    /// Line of the text on which a row begins, counted from 1.
    [[nodiscard]] std::int64_t line(std::size_t row) const { return m_rows[row].line; }

    /// Number of cells a row really has.
    [[nodiscard]] std::size_t cellCount(std::size_t row) const
    {
        return m_rows[row + 1].firstCell - m_rows[row].firstCell;
    }

    /// True when a row has as many cells as the header.
    [[nodiscard]] bool isComplete(std::size_t row) const { return cellCount(row) == columns(); }

    /// A cell without surrounding blanks, UTF-8; empty beyond the row's last cell.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;

private:
    friend class CsvParser;
    friend Result<CsvTable> parseCsv(const QByteArray& bytes, const QString& subject);

    struct Cell
    {
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };
    struct Row
    {
        std::size_t firstCell = 0;
        std::int64_t line = 0;
    };

    QString m_encoding;
    char m_separator = ',';
    std::vector<QString> m_header;
    std::vector<char> m_text;
    std::vector<Cell> m_cells;
    std::vector<Row> m_rows; ///< One more than there are rows, as the end of the last.
};

/// Cells joined by commas, ended by \n. `parseCsv` reads the same texts back, without blanks at
/// their ends: a text that a spreadsheet takes for a formula stays as it is.
QByteArray csvLine(const std::vector<QString>& cells);

} // namespace labelwright
