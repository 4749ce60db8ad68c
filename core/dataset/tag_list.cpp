#include "core/dataset/tag_list.h"

#include "core/dataset/cell_value.h"

#include <QSet>

#include <algorithm>

namespace labelwright {

namespace {

constexpr std::size_t sampledRows = 2000;

QString textOf(const CsvTable& table, std::size_t row, std::size_t column)
{
    const std::string_view cell = table.cell(row, column);
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

bool isCalledTags(const QString& column)
{
    static const QSet<QString> names{QStringLiteral("tag"),      QStringLiteral("tags"),
                                     QStringLiteral("label"),    QStringLiteral("labels"),
                                     QStringLiteral("class"),    QStringLiteral("classes"),
                                     QStringLiteral("category"), QStringLiteral("categories"),
                                     QStringLiteral("keyword"),  QStringLiteral("keywords")};
    return names.contains(column.toLower());
}

/// What a column's cells hold when split.
struct TagStatistics
{
    qsizetype tags = 0;
    QSet<QString> different;
    qsizetype longest = 0;
    bool onlyNumbers = true;
};

TagStatistics tagStatistics(const CsvTable& table, std::size_t column, const QString& delimiter)
{
    TagStatistics statistics;
    for (std::size_t row = 0; row < std::min(table.rows(), sampledRows); ++row)
        for (const QString& tag : splitTags(textOf(table, row, column), delimiter)) {
            ++statistics.tags;
            statistics.different.insert(tag);
            statistics.longest = std::max(statistics.longest, tag.size());
            const QByteArray bytes = tag.toUtf8();
            statistics.onlyNumbers =
                statistics.onlyNumbers &&
                isNumber({bytes.data(), static_cast<std::size_t>(bytes.size())});
        }
    return statistics;
}

bool readsLikeTags(const CsvTable& table, std::size_t column, const QString& delimiter)
{
    constexpr qsizetype longestTag = 40;
    const TagStatistics statistics = tagStatistics(table, column, delimiter);
    if (statistics.tags == 0 || statistics.onlyNumbers)
        return false;
    if (isCalledTags(table.columnName(column)))
        return true;
    return !delimiter.isEmpty() && delimiter != u" " && statistics.longest <= longestTag &&
           statistics.different.size() * 2 <= statistics.tags;
}

bool isQuoteOrBracket(QChar c)
{
    return c == u'[' || c == u']' || c == u'\'' || c == u'"' || c.isSpace();
}

QString stripped(QStringView tag)
{
    while (!tag.isEmpty() && isQuoteOrBracket(tag.front()))
        tag = tag.mid(1);
    while (!tag.isEmpty() && isQuoteOrBracket(tag.back()))
        tag.chop(1);
    return tag.toString();
}

} // namespace

QStringList splitTags(const QString& cell, const QString& delimiter)
{
    QStringList tags;
    const QStringList parts = delimiter.isEmpty() ? QStringList{cell} : cell.split(delimiter);
    for (const QString& part : parts)
        if (const QString tag = stripped(part).simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    return tags;
}

QString detectTagDelimiter(const CsvTable& table, std::size_t column)
{
    QString best;
    std::size_t bestCount = 0;
    for (const char delimiter : {'|', ';', ','}) {
        std::size_t count = 0;
        for (std::size_t row = 0; row < std::min(table.rows(), sampledRows); ++row)
            count += table.cell(row, column).find(delimiter) != std::string_view::npos ? 1 : 0;
        if (count > bestCount) {
            bestCount = count;
            best = QString(QLatin1Char(delimiter));
        }
    }
    if (bestCount > 0)
        return best;
    const qsizetype whole = tagStatistics(table, column, {}).different.size();
    const QString blank = QStringLiteral(" ");
    return tagStatistics(table, column, blank).different.size() < whole ? blank : QString();
}

std::optional<TagColumn> detectTagColumn(const CsvTable& table,
                                         const std::vector<std::size_t>& candidates)
{
    std::vector<std::size_t> ordered = candidates;
    std::stable_partition(ordered.begin(), ordered.end(), [&](std::size_t column) {
        return isCalledTags(table.columnName(column));
    });
    for (const std::size_t column : ordered) {
        const QString delimiter = detectTagDelimiter(table, column);
        if (readsLikeTags(table, column, delimiter))
            return TagColumn{column, delimiter};
    }
    return std::nullopt;
}

} // namespace labelwright
