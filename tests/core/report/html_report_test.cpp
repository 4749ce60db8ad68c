#include "core/report/csv_table.h"
#include "core/report/html_report.h"
#include "core/report/markup.h"
#include "core/report/model_card.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {

namespace {

const QString hostileName =
    "<script>alert('x')</script><img src=http://evil.example/ onerror=\"x()\">";

ReportLabel labelNamed(const QString& name)
{
    ReportLabel label;
    label.name = name;
    label.positives = 1234;
    label.negatives = 8766;
    label.averagePrecision = {0.87654, 0.81, 0.92, {}};
    label.rocAuc = {0.95, {}, {}, {}};
    label.precision = {0.8, {}, {}, {}};
    label.recall = {0.7, {}, {}, {}};
    label.f1 = {0.7467, {}, {}, {}};
    label.threshold = 0.4375;
    label.truePositive = 863;
    label.falseNegative = 371;
    label.falsePositive = 215;
    label.trueNegative = 8551;
    label.roc = {{0, 0}, {0.1, 0.9}, {1, 1}};
    label.precisionRecall = {{0, 1}, {0.8, 0.9}, {1, 0.1}};
    label.positiveHistogram = {1, 2, 3, 4};
    label.negativeHistogram = {4, 3, 2, 1};
    label.reliability = {{0.1, 0.12, 50}, {0.9, 0.88, 20}};
    return label;
}

ReportContents contentsWith(const QString& name)
{
    ReportContents contents;
    contents.title = "Run of " + name;
    contents.subset = "test";
    contents.program = "Labelwright 0.1.0";
    contents.written = QDateTime(QDate(2026, 5, 4), QTime(3, 2));
    contents.dataset.name = name;
    contents.dataset.samples = {80, 10, 10};
    contents.dataset.labels = {{name, {40, 5, 5}, {80, 10, 10}}, {"rare", {2, 1, 0}, {80, 10, 10}}};
    contents.experiment.settings = {{"Loss", "Because " + name + "."}};
    contents.experiment.notes = {name};
    contents.epochs = {{1, 0.7, 0.6, 0.5, 1e-3, 20, false}, {2, 0.4, 0.35, 0.8, 5e-4, 20, true}};
    contents.overall = {{"mAP", {0.87654, 0.84, 0.91, {}}, "over 1 of 2 labels", false},
                        {"Macro F1", {{}, {}, {}, "no label is covered"}, {}, false}};
    ReportLabel rare;
    rare.name = "rare";
    rare.negatives = rare.trueNegative = 10;
    rare.averagePrecision.reason = rare.rocAuc.reason = "no positives in test";
    rare.note = "Only 1 known positives (5 are needed): the threshold stays 0.5.";
    contents.labels = {labelNamed(name), rare};
    contents.reliability = {{0.25, 0.3, 70}};
    contents.samples = {{name, "JPEGBYTES", {{name, 0.9, true, true}, {"rare", 0.6, true, false}}}};
    return contents;
}

/// All SVGs in the page that are well-formed, and how many there are.
std::pair<int, int> svgsIn(const QByteArray& html)
{
    int good = 0;
    int all = 0;
    for (qsizetype at = html.indexOf("<svg"); at >= 0; at = html.indexOf("<svg", at + 1)) {
        const qsizetype end = html.indexOf("</svg>", at);
        QXmlStreamReader reader(html.mid(at, end + 6 - at));
        while (!reader.atEnd())
            reader.readNext();
        ++all;
        good += reader.hasError() ? 0 : 1;
    }
    return {good, all};
}

} // namespace

TEST(HtmlReport, HoldsTheFigures)
{
    const std::string html = htmlReport(contentsWith("lake")).toStdString();
    for (const char* text : {"0.877",
                             "0.840 – 0.910",
                             "over 1 of 2 labels",
                             "1,234",
                             "0.438",
                             "863",
                             "371",
                             "215",
                             "8,551",
                             "69.9 %",
                             "no positives in test",
                             "Note: Only 1 known positives (5 are needed): the threshold stays 0.5.",
                             "rare (test)",
                             "<dt>Loss</dt><dd>Because lake.</dd>",
                             "no label is covered",
                             "0.3500",
                             "✓ right",
                             "✗ false alarm",
                             "4 May 2026",
                             "SlBFR0JZVEVT"})
        EXPECT_THAT(html, testing::HasSubstr(text));
}

TEST(HtmlReport, NeedsNothingElse)
{
    const QByteArray html = htmlReport(contentsWith("lake"));
    const QString text = QString::fromUtf8(html).remove("http://www.w3.org/2000/svg");
    EXPECT_FALSE(text.contains("http:"));
    EXPECT_FALSE(text.contains("https:"));
    EXPECT_FALSE(text.contains(QRegularExpression("<link|@import|url\\(")));
    EXPECT_TRUE(text.contains("default-src 'none'"));
    EXPECT_EQ(text.count("<script>"), 1);
}

TEST(HtmlReport, ChartsAreWellFormed)
{
    const auto [good, all] = svgsIn(htmlReport(contentsWith(hostileName)));
    // Two over epochs, pooled reliability, three and one reliability for the full label, one for
    // the other.
    EXPECT_EQ(all, 2 + 1 + 4);
    EXPECT_EQ(good, all);
}

TEST(HtmlReport, EscapesHostileNames)
{
    const QString html = QString::fromUtf8(htmlReport(contentsWith(hostileName)));
    EXPECT_EQ(html.count("<script"), 1);
    EXPECT_FALSE(html.contains("<img src=http"));
    EXPECT_FALSE(html.contains("onerror=\""));
    EXPECT_TRUE(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
}

TEST(HtmlReport, LeavesOutWhatIsEmpty)
{
    ReportContents contents;
    contents.title = "Nothing yet";
    const QString html = QString::fromUtf8(htmlReport(contents));
    EXPECT_TRUE(html.contains("Nothing yet"));
    EXPECT_FALSE(html.contains("<h2"));
    EXPECT_FALSE(html.contains("<svg"));
}

TEST(ModelCard, HoldsDataFiguresAndLimits)
{
    const std::string card = modelCard(contentsWith("lake")).toStdString();
    for (const char* text :
         {"# Model card: Run of lake", "\n- Loss: Because lake.\n", "| lake | 40 | 5 | 5 |",
          "| rare | 2 | 1 | 0 |",
          "mAP: 0.877 (0.840 – 0.910), over 1 of 2 labels",
          "| lake | 1,234 | 0.877 (0.810 – 0.920) | 0.950 | 0.800 | 0.700 | 0.747 | 0.438 |",
          "rare: no figures, no positives in test",
          "- rare: Only 1 known positives (5 are needed): the threshold stays 0.5.\n",
          "## Intended use", "## Limits"})
        EXPECT_THAT(card, testing::HasSubstr(text));
}

TEST(ModelCard, HostileNamesStayText)
{
    const QString card = QString::fromUtf8(modelCard(contentsWith("a|b\n# c <b> *d* [e](f)")));
    EXPECT_FALSE(card.contains("<b>"));
    EXPECT_FALSE(card.contains("\n# c"));
    EXPECT_TRUE(card.contains("a\\|b # c &lt;b> \\*d\\* \\[e\\](f)"));
}

TEST(CsvTable, HasOneRowPerLabel)
{
    ReportLabel label = labelNamed("say \"hi\", all");
    ReportLabel empty;
    empty.name = "=2+2";
    const QStringList lines = QString::fromUtf8(csvTable({label, empty})).split("\r\n");
    ASSERT_EQ(lines.size(), 4);
    EXPECT_TRUE(lines[0].startsWith("label,support,"));
    EXPECT_EQ(lines[1], "\"say \"\"hi\"\", all\",1234,8766,0,0.87654,0.81,0.92,0.95,0.8,0.7,0.7467,"
                        "0.4375,863,215,8551,371");
    EXPECT_EQ(lines[2], "'=2+2,0,0,0,,,,,,,,0.5,0,0,0,0");
    EXPECT_EQ(lines[0].count(','), lines[2].count(','));
    EXPECT_TRUE(lines[3].isEmpty());
}

TEST(Markup, WritesFiguresInWords)
{
    EXPECT_EQ(figureText({}), "n/a");
    EXPECT_EQ(figureText(0.12345), "0.123");
    EXPECT_EQ(percentText(1, 8), "12.5 %");
    EXPECT_EQ(percentText(0, 0), "n/a");
    EXPECT_EQ(countOf(1, "image", "images"), "1 image");
    EXPECT_EQ(countOf(12345, "image", "images"), "12,345 images");
    EXPECT_EQ(durationText(41.6), "42 s");
    EXPECT_EQ(durationText(185), "3 min 5 s");
    EXPECT_EQ(durationText(7800), "2 h 10 min");
}

} // namespace labelwright
