#include "core/base/csv_cell.h"

#include <gtest/gtest.h>

namespace labelwright {

TEST(CsvCell, IsQuotedWhereItHasToBeAndGuardedWhereAsked)
{
    struct Case
    {
        const char* text;
        const char* plain;
        const char* guarded;
    };
    const Case cases[] = {
        {"", "", ""},
        {"sky", "sky", "sky"},
        {"größe", "größe", "größe"},
        {"a,b", "\"a,b\"", "\"a,b\""},
        {"say \"no\"", "\"say \"\"no\"\"\"", "\"say \"\"no\"\"\""},
        {"two\nlines", "\"two\nlines\"", "\"two\nlines\""},
        {"old\rline", "\"old\rline\"", "\"old\rline\""},
        {" blank ", "\" blank \"", "\" blank \""},
        {"=2+2", "=2+2", "'=2+2"},
        {"+1", "+1", "'+1"},
        {"-1", "-1", "'-1"},
        {"@cell", "@cell", "'@cell"},
        {"\tx", "\"\tx\"", "'\tx"},
        {"\rx", "\"\rx\"", "\"'\rx\""},
        {"=a,\"b\"", "\"=a,\"\"b\"\"\"", "\"'=a,\"\"b\"\"\""},
        {"2=2", "2=2", "2=2"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(csvCell(QString::fromUtf8(c.text), FormulaGuard::Off).toStdString(), c.plain);
        EXPECT_EQ(csvCell(QString::fromUtf8(c.text), FormulaGuard::On).toStdString(), c.guarded);
    }
}

} // namespace labelwright
