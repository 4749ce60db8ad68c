#include "core/dataset/index_columns.h"

#include "core/base/subset.h"
#include "core/dataset/cell_value.h"
#include "core/dataset/dataset_writer.h"
#include "core/dataset/image_columns.h"

#include <QSet>

#include <algorithm>

namespace labelwright {

namespace {

using Columns = std::vector<std::size_t>;

QString cellText(const CsvTable& table, std::size_t row, std::size_t column)
{
    const std::string_view cell = table.cell(row, column);
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

std::optional<std::size_t> columnCalled(const CsvTable& table, const QString& name)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive})
        for (std::size_t column = 0; column < table.columns(); ++column)
            if (table.columnName(column).compare(name, sensitivity) == 0)
                return column;
    return std::nullopt;
}

QString columnList(const CsvTable& table)
{
    constexpr std::size_t shown = 12;
    QStringList names;
    for (std::size_t column = 0; column < std::min(table.columns(), shown); ++column)
        names.append(table.columnName(column));
    if (table.columns() > shown)
        names.append(QStringLiteral("…"));
    return names.join(QStringLiteral(", "));
}

Result<std::size_t> namedColumn(const IndexTable& index, const QString& name)
{
    if (const auto column = columnCalled(index.table, name))
        return *column;
    return failure(QStringLiteral("The index %1 has no column '%2'; its columns are: %3.")
                       .arg(index.name, name, columnList(index.table)));
}

/// How many cells of a column are of which kind.
struct CellCounts
{
    std::size_t binary = 0;
    std::size_t others = 0;
    std::size_t otherNumbers = 0;
    std::string_view firstNumber;
    bool differentNumbers = false;
};

std::vector<CellCounts> countCells(const CsvTable& table)
{
    std::vector<CellCounts> counts(table.columns());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!table.isComplete(row))
            continue;
        for (std::size_t column = 0; column < table.columns(); ++column) {
            const std::string_view cell = table.cell(row, column);
            const CellValue value = cellValue(cell);
            CellCounts& count = counts[column];
            count.binary += value == CellValue::Absent || value == CellValue::Present ? 1 : 0;
            if (value != CellValue::Other)
                continue;
            ++count.others;
            if (!isNumber(cell))
                continue;
            if (count.otherNumbers++ == 0)
                count.firstNumber = cell;
            count.differentNumbers = count.differentNumbers || cell != count.firstNumber;
        }
    }
    return counts;
}

/// A count or a measure that happens to be 0 or 1 now and then.
bool isNumberColumn(const CellCounts& counts)
{
    return counts.otherNumbers >= 3 && counts.otherNumbers == counts.others &&
           counts.differentNumbers && counts.others * 20 > counts.binary + counts.others;
}

bool isLabelColumn(const CellCounts& counts)
{
    return counts.binary > 0 && counts.others <= counts.binary && !isNumberColumn(counts);
}

bool isBlankColumn(const CellCounts& counts)
{
    return counts.binary == 0 && counts.others == 0;
}

bool isCounterName(const QString& name)
{
    static const QSet<QString> names{QStringLiteral("id"), QStringLiteral("index"),
                                     QStringLiteral("row")};
    return names.contains(name.toLower()) || name.startsWith(u"column ");
}

bool namesSubsets(const CsvTable& table, std::size_t column)
{
    std::size_t filled = 0;
    std::size_t known = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const QString text = cellText(table, row, column);
        filled += text.isEmpty() ? 0 : 1;
        known += subsetFromText(text) ? 1 : 0;
    }
    return known * 2 >= filled;
}

/// Takes the columns of an index one role after the other.
class ColumnFinder
{
public:
    ColumnFinder(const IndexTable& index, const PathMatcher& matcher, const ImportOptions& options)
        : m_index(index)
        , m_table(index.table)
        , m_matcher(matcher)
        , m_options(options)
        , m_taken(index.table.columns())
        , m_counts(countCells(index.table))
    {
    }

    Result<IndexColumns> find()
    {
        takeRepeated();
        for (const auto step : {&ColumnFinder::takeImage, &ColumnFinder::takeSubset,
                                &ColumnFinder::takeGroup, &ColumnFinder::takeLabels})
            if (const auto taken = (this->*step)(); !taken)
                return failureOf(taken);
        for (std::size_t column = 0; column < m_table.columns(); ++column)
            if (!m_taken[column])
                m_found.fields.push_back(column);
        return m_found;
    }

private:
    void takeRepeated()
    {
        QSet<QString> names;
        for (std::size_t column = 0; column < m_table.columns(); ++column) {
            const QString& name = m_table.columnName(column);
            if (name.startsWith(scoreColumnPrefix))
                m_taken[column] = true;
            else if (names.contains(name))
                m_found.repeated.push_back(column);
            names.insert(name);
        }
        for (const std::size_t column : m_found.repeated)
            m_taken[column] = true;
    }

    Result<void> takeImage()
    {
        Columns candidates = findImageColumns(m_table, m_matcher);
        std::erase_if(candidates, [&](std::size_t column) { return m_taken[column]; });
        QString wanted = m_options.imageColumn;
        if (wanted.isEmpty() && m_index.roles && columnCalled(m_table, m_index.roles->image))
            wanted = m_index.roles->image;
        if (!wanted.isEmpty()) {
            const auto column = namedColumn(m_index, wanted);
            if (!column)
                return failureOf(column);
            m_found.image = *column;
        } else if (candidates.empty()) {
            return failure(QStringLiteral("The index %1 has no image column: none of its columns "
                                          "(%2) holds paths of images.")
                               .arg(m_index.name, columnList(m_table)));
        } else {
            m_found.image = candidates.front();
        }
        std::erase(candidates, m_found.image);
        m_found.otherImages = candidates;
        m_taken[m_found.image] = true;
        return {};
    }

    Result<void> takeSubset()
    {
        return takeSpecial(m_options.subsetColumn,
                           m_index.roles ? m_index.roles->subset : QString(),
                           {QStringLiteral("subset"), QStringLiteral("split")}, m_found.subset,
                           [this](std::size_t column) { return namesSubsets(m_table, column); });
    }

    Result<void> takeGroup()
    {
        return takeSpecial(m_options.groupColumn, m_index.roles ? m_index.roles->group : QString(),
                           {QStringLiteral("group")}, m_found.group,
                           [this](std::size_t column) { return m_counts[column].others > 0; });
    }

    /// Takes the column that the options name, that the roles name, or that has a usual name and
    /// passes `fits`.
    template <class Fits>
    Result<void> takeSpecial(const QString& wanted, const QString& role, const QStringList& usual,
                             std::optional<std::size_t>& place, const Fits& fits)
    {
        if (!wanted.isEmpty()) {
            const auto column = namedColumn(m_index, wanted);
            if (!column)
                return failureOf(column);
            place = *column;
        } else if (m_options.specialColumns == SpecialColumns::OnlyNamed) {
            return {};
        } else if (m_index.roles) {
            if (!role.isEmpty())
                place = columnCalled(m_table, role);
        } else {
            for (const QString& name : usual) {
                const auto column = columnCalled(m_table, name);
                if (!place && column && !m_taken[*column] && fits(*column))
                    place = column;
            }
        }
        if (place)
            m_taken[*place] = true;
        return {};
    }

    Result<void> takeLabels()
    {
        if (m_options.labels == LabelSearch::Unlabelled)
            return {};
        if (!m_options.tagColumn.isEmpty())
            return takeNamedTags();
        if (!m_options.labelColumns.isEmpty())
            return takeNamedLabels();
        detectLabels();
        if (!m_found.labels.empty() || m_index.roles)
            return {};
        m_found.tags = detectTagColumn(m_table, freeColumns());
        if (!m_found.tags)
            return failure(
                QStringLiteral(
                    "The index %1 has no label column: none of its columns (%2) is binary "
                    "(1/0, true/false or yes/no). Import it unlabelled to label its images "
                    "here.")
                    .arg(m_index.name, columnList(m_table)));
        m_taken[m_found.tags->column] = true;
        return {};
    }

    Result<void> takeNamedTags()
    {
        const auto column = namedColumn(m_index, m_options.tagColumn);
        if (!column)
            return failureOf(column);
        QString delimiter = m_options.tagDelimiter;
        if (delimiter.isEmpty())
            delimiter = detectTagDelimiter(m_table, *column);
        m_found.tags = TagColumn{*column, delimiter};
        m_taken[*column] = true;
        return {};
    }

    Result<void> takeNamedLabels()
    {
        for (const QString& name : m_options.labelColumns) {
            const auto column = namedColumn(m_index, name);
            if (!column)
                return failureOf(column);
            takeLabel(*column);
        }
        return {};
    }

    void detectLabels()
    {
        bool anyBinary = false;
        for (std::size_t column = 0; column < m_table.columns(); ++column)
            anyBinary = anyBinary || (isFree(column) && isLabelColumn(m_counts[column]));
        for (std::size_t column = 0; column < m_table.columns(); ++column) {
            if (!isFree(column))
                continue;
            const QString& name = m_table.columnName(column);
            if (m_index.roles && m_index.roles->labels.contains(name))
                takeLabel(column);
            else if (m_index.roles && m_index.roles->fields.contains(name))
                continue;
            else if (!isCounterName(name) && (isLabelColumn(m_counts[column]) ||
                                              (anyBinary && isBlankColumn(m_counts[column]))))
                takeLabel(column);
        }
    }

    void takeLabel(std::size_t column)
    {
        if (m_taken[column])
            return;
        m_taken[column] = true;
        m_found.labels.push_back(column);
    }

    [[nodiscard]] bool isFree(std::size_t column) const
    {
        const auto& others = m_found.otherImages;
        return !m_taken[column] && std::find(others.begin(), others.end(), column) == others.end();
    }

    [[nodiscard]] Columns freeColumns() const
    {
        Columns columns;
        for (std::size_t column = 0; column < m_table.columns(); ++column)
            if (isFree(column))
                columns.push_back(column);
        return columns;
    }

    const IndexTable& m_index;
    const CsvTable& m_table;
    const PathMatcher& m_matcher;
    const ImportOptions& m_options;
    std::vector<bool> m_taken;
    std::vector<CellCounts> m_counts;
    IndexColumns m_found;
};

} // namespace

Result<IndexColumns> findColumns(const IndexTable& index, const PathMatcher& matcher,
                                 const ImportOptions& options)
{
    return ColumnFinder(index, matcher, options).find();
}

} // namespace labelwright
