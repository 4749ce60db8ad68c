#include "core/report/chart_scale.h"
#include "core/report/report_charts.h"
#include "core/report/svg_chart.h"

#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace labelwright {

namespace {

/// Counts the elements of a well-formed document by name; empty when it is not well-formed.
QMap<QString, int> elementsOf(const QByteArray& svg)
{
    QMap<QString, int> elements;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement)
            ++elements[reader.name().toString()];
    return reader.hasError() ? QMap<QString, int>() : elements;
}

SvgChart chartOf(std::vector<QPointF> points, SeriesKind kind = SeriesKind::Line)
{
    SvgChart chart;
    chart.title = "Loss";
    chart.series.push_back({"training", kind, ChartColor::First, false, 0.5, std::move(points)});
    return chart;
}

} // namespace

TEST(SvgChart, IsWellFormedAndAccessible)
{
    SvgChart chart = chartOf({{1, 0.5}, {2, 0.25}});
    chart.description = "Falls from 0.5 to 0.25.";
    for (const SvgUse use : {SvgUse::File, SvgUse::InPage}) {
        const QByteArray svg = svgChart(chart, use);
        const auto elements = elementsOf(svg);
        EXPECT_EQ(elements["svg"], 1);
        EXPECT_EQ(elements["title"], 1);
        EXPECT_EQ(elements["desc"], 1);
        EXPECT_EQ(elements["style"], use == SvgUse::File ? 1 : 0);
        EXPECT_TRUE(svg.contains("role=\"img\""));
        EXPECT_EQ(svg.contains("prefers-color-scheme:dark"), use == SvgUse::File);
    }
}

TEST(SvgChart, EscapesHostileNames)
{
    const QString hostile =
        QString("</title><script>alert('1')</script>\"&") + QChar(1) + QChar(0xD800);
    SvgChart chart = chartOf({{0, 0}, {1, 1}});
    chart.title = hostile;
    chart.description = hostile;
    chart.x.title = hostile;
    chart.series[0].name = hostile;
    chart.marks.push_back({{0.5, 0.5}, hostile});
    chart.guides.push_back({0.5, hostile});
    const auto elements = elementsOf(svgChart(chart));
    EXPECT_EQ(elements["svg"], 1);
    EXPECT_EQ(elements["script"], 0);
}

TEST(SvgChart, DrawsWhatItIsGivenAndSurvivesWhatCannotBeDrawn)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const std::vector<std::vector<QPointF>> cases{
        {},
        {{1, 1}},
        {{1, 1}, {1, 1}},
        {{nan, 1}, {1, nan}, {infinite, 0}},
        {{1, nan}, {2, 0.5}, {3, 0.25}},
        {{0, 1e300}, {1, -1e300}},
        {{1e20, 0}, {1e20 + 20000, 0}},
        {{-5, -3}, {-4, -2}},
    };
    for (const auto& points : cases)
        for (const SeriesKind kind :
             {SeriesKind::Line, SeriesKind::Step, SeriesKind::Scatter, SeriesKind::Bars}) {
            const QByteArray svg = svgChart(chartOf(points, kind));
            EXPECT_EQ(elementsOf(svg)["svg"], 1);
            EXPECT_FALSE(svg.contains("nan"));
            EXPECT_FALSE(svg.contains("\"inf"));
        }
    EXPECT_EQ(
        elementsOf(svgChart(chartOf({{0, 0}, {1, 1}, {2, 4}}, SeriesKind::Scatter)))["circle"], 3);
}

TEST(SvgChart, ThinsLongSeries)
{
    std::vector<QPointF> points;
    for (int i = 0; i < 200'000; ++i)
        points.emplace_back(i, std::sin(i / 9000.0) + (i == 77'777 ? 5 : 0));
    const auto few = thinned(points, 2000);
    EXPECT_LE(few.size(), 2000U);
    EXPECT_GT(few.size(), 1000U);
    EXPECT_EQ(few.front(), points.front());
    EXPECT_EQ(few.back(), points.back());
    EXPECT_NE(std::find(few.begin(), few.end(), points[77'777]), few.end());
    EXPECT_LT(svgChart(chartOf(points)).size(), 40'000);
    EXPECT_EQ(thinned(std::span(points).first(100), 2000).size(), 100U);
}

TEST(NiceTicks, CoverTheRangeInRoundSteps)
{
    struct Case
    {
        double low, high;
        int count;
        bool whole;
        std::vector<double> ticks;
    };
    const std::vector<Case> cases{
        {0, 1, 4, false, {0, 0.25, 0.5, 0.75, 1}},
        {0, 97, 5, false, {0, 20, 40, 60, 80, 100}},
        {1, 7, 10, true, {1, 2, 3, 4, 5, 6, 7}},
        {0.013, 0.042, 3, false, {0.01, 0.02, 0.03, 0.04, 0.05}},
        {-1, 1, 2, false, {-1, 0, 1}},
    };
    for (const Case& c : cases) {
        const auto ticks = niceTicks(c.low, c.high, c.count, c.whole);
        ASSERT_EQ(ticks.size(), c.ticks.size()) << c.low << " to " << c.high;
        for (std::size_t i = 0; i < ticks.size(); ++i)
            EXPECT_NEAR(ticks[i], c.ticks[i], 1e-9);
    }
    for (const double value : {0.0, 3.0, -1e9, 1e-12}) {
        const auto ticks = niceTicks(value, value, 4);
        EXPECT_GE(ticks.size(), 2U);
        EXPECT_LE(ticks.front(), value);
        EXPECT_GE(ticks.back(), value);
    }
}

TEST(NiceTicks, TextsTellThemApart)
{
    EXPECT_EQ(tickTexts(std::vector<double>{0, 0.25, 0.5}),
              (std::vector<QString>{"0.00", "0.25", "0.50"}));
    EXPECT_EQ(tickTexts(std::vector<double>{0, 5, 10}), (std::vector<QString>{"0", "5", "10"}));
    EXPECT_EQ(tickTexts(std::vector<double>{0.001, 0.002}),
              (std::vector<QString>{"0.001", "0.002"}));
}

TEST(ReportCharts, MarkTheBestEpochAndTheThreshold)
{
    const std::vector<ReportEpoch> epochs{{1, 0.9, 0.8, 0.4, 1e-3, 30, false},
                                          {2, 0.5, 0.4321, 0.61, 1e-3, 30, true},
                                          {3, 0.3, 0.6, {}, 1e-3, 30, false}};
    const SvgChart loss = lossChart(epochs);
    ASSERT_EQ(loss.marks.size(), 1U);
    EXPECT_EQ(loss.marks[0].at, QPointF(2, 0.4321));
    EXPECT_TRUE(svgChart(loss).contains("0.4321"));
    EXPECT_EQ(mapChart(epochs).series[0].points.size(), 2U);

    ReportLabel label;
    label.truePositive = 3;
    label.falseNegative = 1;
    label.falsePositive = 2;
    label.trueNegative = 6;
    EXPECT_EQ(rocChart(label).marks.at(0).at, QPointF(0.25, 0.75));
    EXPECT_EQ(precisionRecallChart(label).marks.at(0).at, QPointF(0.75, 0.6));
    label.truePositive = label.falseNegative = 0;
    EXPECT_TRUE(rocChart(label).marks.empty());
}

} // namespace labelwright
