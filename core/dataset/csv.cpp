#include "core/dataset/csv.h"

#include "core/base/csv_cell.h"
#include "core/dataset/csv_text.h"

#include <limits>

namespace labelwright {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

/// Walks once over the text and notes where cells begin and end. Doubled quotes are undone in
/// place: a cell without its quotes is never longer than with them.
class CsvParser
{
public:
    CsvParser(CsvTable& table, const QString& subject)
        : m_table(table)
        , m_text(table.m_text)
        , m_subject(subject)
    {
        m_table.m_cells.reserve(m_text.size() / 3);
    }

    Result<void> parse()
    {
        readSeparatorLine();
        while (m_at < m_text.size()) {
            const std::size_t firstCell = m_table.m_cells.size();
            const std::int64_t line = m_line;
            if (!parseRecord())
                return failure(
                    QStringLiteral("%1 is damaged: the quote opened on line %2 is never closed.")
                        .arg(m_subject)
                        .arg(m_quoteLine));
            if (isEmptyRecord(firstCell))
                m_table.m_cells.resize(firstCell);
            else
                m_table.m_rows.push_back({firstCell, line});
        }
        return takeHeader();
    }

private:
    /// Takes a first line `sep=;`, as spreadsheets write it.
    void readSeparatorLine()
    {
        const std::string_view text(m_text.data(), m_text.size());
        m_table.m_separator = detectSeparator(text);
        if (!text.starts_with("sep=") || text.size() < 5)
            return;
        m_table.m_separator = text[4];
        const std::size_t end = text.find('\n');
        m_at = end == std::string_view::npos ? text.size() : end + 1;
        ++m_line;
    }

    /// False when a quote is not closed before the end of the text.
    bool parseRecord()
    {
        while (true) {
            if (!parseCell())
                return false;
            if (m_at >= m_text.size())
                return true;
            const char end = m_text[m_at++];
            if (end == m_table.m_separator)
                continue;
            if (end == '\r' && m_at < m_text.size() && m_text[m_at] == '\n')
                ++m_at;
            ++m_line;
            return true;
        }
    }

    bool parseCell()
    {
        const char separator = m_table.m_separator;
        while (m_at < m_text.size() && isBlank(m_text[m_at]) && m_text[m_at] != separator)
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return parseQuotedCell();
        const std::size_t begin = m_at;
        skipPlain();
        addCell(begin, m_at);
        return true;
    }

    /// To the next separator or end of line.
    void skipPlain()
    {
        const char separator = m_table.m_separator;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == separator || c == '\n' || c == '\r')
                return;
            ++m_at;
        }
    }

    bool parseQuotedCell()
    {
        const std::size_t begin = m_at++;
        std::size_t end = begin;
        m_quoteLine = m_line;
        while (true) {
            if (m_at >= m_text.size())
                return false;
            const char c = m_text[m_at++];
            if (c == '"') {
                if (m_at >= m_text.size() || m_text[m_at] != '"')
                    break;
                ++m_at;
            }
            const bool isLineEnd =
                c == '\n' || (c == '\r' && (m_at >= m_text.size() || m_text[m_at] != '\n'));
            m_line += isLineEnd ? 1 : 0;
            m_text[end++] = c;
        }
        const std::size_t rest = m_at;
        skipPlain();
        for (std::size_t i = rest; i < m_at; ++i)
            m_text[end++] = m_text[i];
        addCell(begin, end);
        return true;
    }

    void addCell(std::size_t begin, std::size_t end)
    {
        while (begin < end && isBlank(m_text[begin]))
            ++begin;
        while (end > begin && isBlank(m_text[end - 1]))
            --end;
        m_table.m_cells.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)});
    }

    [[nodiscard]] bool isEmptyRecord(std::size_t firstCell) const
    {
        for (std::size_t i = firstCell; i < m_table.m_cells.size(); ++i)
            if (m_table.m_cells[i].length > 0)
                return false;
        return true;
    }

    Result<void> takeHeader()
    {
        auto& rows = m_table.m_rows;
        if (rows.empty())
            return failure(QStringLiteral("%1 is empty.").arg(m_subject));
        rows.push_back({m_table.m_cells.size(), m_line});
        for (std::size_t i = 0; i < rows[1].firstCell; ++i) {
            const auto [offset, length] = m_table.m_cells[i];
            QString name = QString::fromUtf8(m_text.data() + offset, length).simplified();
            if (name.isEmpty())
                name = QStringLiteral("column %1").arg(i + 1);
            m_table.m_header.push_back(std::move(name));
        }
        rows.erase(rows.begin());
        return {};
    }

    CsvTable& m_table;
    std::vector<char>& m_text;
    const QString& m_subject;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
    std::int64_t m_quoteLine = 0;
};

QString CsvTable::separatorName() const
{
    switch (m_separator) {
    case ',': return QStringLiteral("comma");
    case ';': return QStringLiteral("semicolon");
    case '\t': return QStringLiteral("tab");
    case '|': return QStringLiteral("bar");
    default: return QString(QLatin1Char(m_separator));
    }
}

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const
{
    if (column >= cellCount(row))
        return {};
    const Cell& cell = m_cells[m_rows[row].firstCell + column];
    return {m_text.data() + cell.offset, cell.length};
}

Result<CsvTable> parseCsv(const QByteArray& bytes, const QString& subject)
{
    const auto text = decodeCsvText(bytes, subject);
    if (!text)
        return failureOf(text);
    if (text->utf8.size() >= std::numeric_limits<std::uint32_t>::max())
        return failure(QStringLiteral("%1 has 4 GiB or more; split it.").arg(subject));
    CsvTable table;
    table.m_encoding = text->encoding;
    table.m_text.assign(text->utf8.begin(), text->utf8.end());
    if (const auto parsed = CsvParser(table, subject).parse(); !parsed)
        return failureOf(parsed);
    return table;
}

QByteArray csvLine(const std::vector<QString>& cells)
{
    QByteArray line;
    for (const QString& cell : cells)
        line += csvCell(cell, FormulaGuard::Off) + ',';
    line.chop(line.isEmpty() ? 0 : 1);
    return line + '\n';
}

} // namespace labelwright
