#include "core/dataset/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace labelwright {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Header and rows as text.
Rows rowsOf(const CsvTable& table)
{
    Rows rows(1);
    for (std::size_t column = 0; column < table.columns(); ++column)
        rows[0].push_back(table.columnName(column).toStdString());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        rows.emplace_back();
        for (std::size_t column = 0; column < table.cellCount(row); ++column)
            rows.back().emplace_back(table.cell(row, column));
    }
    return rows;
}

QByteArray utf16(const QString& text, bool bigEndian, bool mark)
{
    QByteArray bytes;
    for (const QChar c : (mark ? QString(QChar(0xFEFF)) + text : text)) {
        const char high = static_cast<char>(c.unicode() >> 8U);
        const char low = static_cast<char>(c.unicode() & 0xFFU);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

struct Example
{
    const char* name;
    QByteArray bytes;
    Rows rows;
    char separator = ',';
    const char* encoding = "UTF-8";
};

} // namespace

TEST(Csv, ReadsSeparatorsQuotesLineEndsAndEncodings)
{
    const QString text = QStringLiteral("bild,größe\nä.png,1\n");
    const Rows german{{"bild", "größe"}, {"ä.png", "1"}};
    const std::vector<Example> examples{
        {"comma", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
        {"no last line end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
        {"semicolon", "a;b\n1,5;2\n", {{"a", "b"}, {"1,5", "2"}}, ';'},
        {"tab", "a\tb\n1\t\n", {{"a", "b"}, {"1", ""}}, '\t'},
        {"bar", "a|b\n1|2\n", {{"a", "b"}, {"1", "2"}}, '|'},
        {"comma with barred tags",
         "a,b\nx,1|2|3\ny,4|5\n",
         {{"a", "b"}, {"x", "1|2|3"}, {"y", "4|5"}}},
        {"named separator", "sep=;\na;b\n1;2\n", {{"a", "b"}, {"1", "2"}}, ';'},
        {"one column", "image\na.png\n", {{"image"}, {"a.png"}}},
        {"carriage returns", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
        {"old line ends", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
        {"quotes", "a,b\n\"x, y\",\"say \"\"no\"\"\"\n", {{"a", "b"}, {"x, y", "say \"no\""}}},
        {"line break in quotes", "a,b\n\"x\r\ny\",2\n", {{"a", "b"}, {"x\r\ny", "2"}}},
        {"quote inside a cell", "a,b\n5\" disc,2\n", {{"a", "b"}, {"5\" disc", "2"}}},
        {"text behind a quote", "a,b\n\"x\"y,2\n", {{"a", "b"}, {"xy", "2"}}},
        {"blanks around", " a , b\n 1 , \"2\" \n", {{"a", "b"}, {"1", "2"}}},
        {"blank lines", "a,b\n\n1,2\n,\n\n", {{"a", "b"}, {"1", "2"}}},
        {"wrong counts", "a,b\n1\n1,2,3\n", {{"a", "b"}, {"1"}, {"1", "2", "3"}}},
        {"nameless column", ",b\n1,2\n", {{"column 1", "b"}, {"1", "2"}}},
        {"UTF-8", text.toUtf8(), german},
        {"BOM", "\xEF\xBB\xBF" + text.toUtf8(), german, ',', "UTF-8 with byte order mark"},
        {"UTF-16 LE with BOM", utf16(text, false, true), german, ',', "UTF-16 LE"},
        {"UTF-16 BE with BOM", utf16(text, true, true), german, ',', "UTF-16 BE"},
        {"UTF-16 LE", utf16(text, false, false), german, ',', "UTF-16 LE"},
        {"UTF-16 BE", utf16(text, true, false), german, ',', "UTF-16 BE"},
        {"Latin-1", text.toLatin1(), german, ',', "Latin-1"},
    };
    for (const Example& example : examples) {
        SCOPED_TRACE(example.name);
        const auto table = parseCsv(example.bytes);
        ASSERT_TRUE(table.has_value()) << table.error().summary.toStdString();
        EXPECT_EQ(rowsOf(*table), example.rows);
        EXPECT_EQ(table->separator(), example.separator);
        EXPECT_EQ(table->encoding().toStdString(), example.encoding);
    }
}

TEST(Csv, KnowsLinesAndMarksRowsWithOtherCellCounts)
{
    const auto table = parseCsv("a,b\n\"x\ny\",2\n\n3\n4,5\n");
    ASSERT_TRUE(table.has_value());
    ASSERT_EQ(table->rows(), 3U);
    EXPECT_EQ(table->line(0), 2);
    EXPECT_EQ(table->line(1), 5);
    EXPECT_EQ(table->line(2), 6);
    EXPECT_TRUE(table->isComplete(0));
    EXPECT_FALSE(table->isComplete(1));
    EXPECT_EQ(table->cell(1, 1), "");
}

TEST(Csv, ViewsSurviveMovingTheTable)
{
    auto table = parseCsv("a,b\nfirst,second\n");
    ASSERT_TRUE(table.has_value());
    const CsvTable moved = std::move(*table);
    EXPECT_EQ(moved.cell(0, 1), "second");
}

TEST(Csv, WritesWhatItReads)
{
    const std::vector<QString> cells{u"plain"_qs,      u"a,b"_qs, u"say \"no\""_qs,
                                     u"two\nlines"_qs, u""_qs,    u"größe"_qs,
                                     u"=2+2"_qs,       u"-1"_qs,  u"old\rline"_qs};
    const auto table = parseCsv("1,2,3,4,5,6,7,8,9\n" + csvLine(cells));
    ASSERT_TRUE(table.has_value());
    for (std::size_t i = 0; i < cells.size(); ++i)
        EXPECT_EQ(table->cell(0, i), cells[i].toStdString());
}

} // namespace labelwright
