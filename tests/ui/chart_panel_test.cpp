#include "core/base/atomic_file.h"
#include "ui/dialogs.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_panel.h"
#include "ui/widgets/chart_view.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace labelwright::tests {

class ChartPanelTest : public testing::Test
{
protected:
    ChartPanelTest()
    {
        dialogs.saveFile = [this](QWidget*, const FileQuestion&) { return answer; };
        panel = std::make_unique<ChartPanel>("Loss", dialogs);
        panel->setAxes({"Epoch", 0, {}, {}}, {"Loss", {}, {}, {}});
        panel->resize(480, 300);
        panel->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(panel.get()));
    }

    [[nodiscard]] QWidget* surface() const
    {
        return panel->findChild<QAbstractScrollArea*>("chartView")->viewport();
    }
    [[nodiscard]] QPoint at(const QPointF& value) const
    {
        return surface()->mapFrom(panel.get(), panel->positionOf(value));
    }
    void showTwo()
    {
        panel->setSeries({{"Validation", {{1, 0.7}, {2, 0.5}, {3, 0.4}, {4, 0.42}}, {}, {}},
                          {"Training", {{1, 0.6}, {2, 0.4}, {3, 0.3}}, {}, {}}});
        QTest::qWait(30);
    }

    QString answer;
    QTemporaryDir folder;
    Dialogs dialogs;
    std::unique_ptr<ChartPanel> panel;
};

TEST_F(ChartPanelTest, NumbersComeAsCsv)
{
    showTwo();
    EXPECT_EQ(panel->toCsv(), "Epoch,Validation,Training\r\n1,0.7,0.6\r\n2,0.5,0.4\r\n3,0.4,0.3\r\n"
                              "4,0.42,\r\n");
    panel->setSeries({{"ROC", {{0, 0}, {0, 0.5}, {1, 1}}, {}, {}}, {"Chance", {{0, 0}, {1, 1}}, {}, {}}});
    EXPECT_EQ(panel->toCsv(), "Curve,Epoch,Loss\r\nROC,0,0\r\nROC,0,0.5\r\nROC,1,1\r\nChance,0,0\r\n"
                              "Chance,1,1\r\n");
}

TEST_F(ChartPanelTest, FollowsUnlessZoomed)
{
    showTwo();
    EXPECT_TRUE(panel->isFollowing());
    const int right = panel->positionOf({4, 0.5}).x();
    panel->setSeries({{"Validation", {{1, 0.7}, {8, 0.4}}, {}, {}}});
    QTest::qWait(30);
    EXPECT_NEAR(panel->positionOf({8, 0.5}).x(), right, 12) << "the newest point is at the edge";
    QTest::mousePress(surface(), Qt::LeftButton, {}, at({2, 0.65}));
    QTest::mouseMove(surface(), at({5, 0.45}));
    QTest::mouseRelease(surface(), Qt::LeftButton, {}, at({5, 0.45}));
    EXPECT_FALSE(panel->isFollowing());
    auto* const chip = panel->findChild<QToolButton*>("followChip");
    EXPECT_TRUE(chip->isVisible());
    const QPoint zoomed = panel->positionOf({3, 0.5});
    panel->setSeries({{"Validation", {{1, 0.7}, {8, 0.4}, {9, 0.1}}, {}, {}}});
    EXPECT_EQ(panel->positionOf({3, 0.5}), zoomed) << "what the user zoomed to stays";
    QTest::mouseClick(chip, Qt::LeftButton);
    EXPECT_TRUE(panel->isFollowing());
    QTest::keyClick(surface()->parentWidget(), Qt::Key_Plus);
    EXPECT_FALSE(panel->isFollowing());
    QTest::mouseDClick(surface(), Qt::LeftButton, {}, surface()->rect().center());
    EXPECT_TRUE(panel->isFollowing());
}

TEST_F(ChartPanelTest, TheDotIsDraggedToTheNearestPoint)
{
    showTwo();
    QSignalSpy dragged(panel.get(), &ChartPanel::dotDragged);
    QSignalSpy released(panel.get(), &ChartPanel::dotReleased);
    QSignalSpy reset(panel.get(), &ChartPanel::dotReset);
    panel->setDot(QPointF(1, 0.7));
    QTest::mousePress(surface(), Qt::LeftButton, {}, at({1, 0.7}));
    QTest::mouseMove(surface(), at({3.05, 0.41}));
    ASSERT_EQ(dragged.count(), 1);
    EXPECT_EQ(dragged.front().front().toInt(), 2);
    QTest::mouseRelease(surface(), Qt::LeftButton, {}, at({3.05, 0.41}));
    EXPECT_EQ(released.count(), 1);
    EXPECT_TRUE(panel->isFollowing()) << "a drag of the dot is no zoom";
    QTest::mouseDClick(surface(), Qt::LeftButton, {}, at({1, 0.7}));
    EXPECT_EQ(reset.count(), 1);
}

TEST_F(ChartPanelTest, LogarithmicAxisLeavesOutWhatIsNotPositive)
{
    panel->setSeries({{"Loss", {{1, 1.0}, {2, 0.1}, {3, 0.0}, {4, 0.01}}, {}, {}}});
    panel->setLogarithmicY(true);
    QTest::qWait(30);
    const int top = panel->positionOf({1, 1}).y();
    const int middle = panel->positionOf({1, 0.1}).y();
    const int low = panel->positionOf({1, 0.01}).y();
    EXPECT_NEAR(middle - top, low - middle, 2);
    EXPECT_EQ(panel->series().front().points.size(), 4U);
}

TEST_F(ChartPanelTest, OfAMillionPointsAsManyAreDrawnAsTheChartHasColumns)
{
    PlotSeries many{"Steps", {}, {}, LineLook::Faint};
    for (int i = 0; i < 1'000'000; ++i)
        many.points.emplace_back(i / 1000.0, i == 123'456 ? 5 : 1 + std::sin(i / 1e4));
    panel->setSeries({many});
    panel->grab();
    auto* const view = panel->findChild<ChartView*>();
    ASSERT_NE(view, nullptr);
    const auto* const line = qobject_cast<QLineSeries*>(view->chart()->series().constFirst());
    ASSERT_NE(line, nullptr);
    EXPECT_GT(line->count(), 100);
    EXPECT_LE(line->count(), std::max(200, view->width()));
    const QList<QPointF> drawn = line->points();
    EXPECT_TRUE(std::any_of(drawn.begin(), drawn.end(), [](const QPointF& p) { return p.y() == 5; }))
        << "the peak is seen";
}

TEST_F(ChartPanelTest, IsSavedAsPictureAndTable)
{
    showTwo();
    panel->setMarkerLine(3, "Best");
    for (const char* suffix : {"png", "svg", "csv"}) {
        answer = folder.filePath(QStringLiteral("chart.%1").arg(suffix));
        panel->findChild<QAction*>(QStringLiteral("save-%1").arg(suffix))->trigger();
        const auto written = readFile(answer);
        ASSERT_TRUE(written) << suffix;
        EXPECT_GT(written->size(), 50) << suffix;
    }
    panel->findChild<QAction*>("showTable")->trigger();
    auto* const table = panel->findChild<QDialog*>("chartTable");
    ASSERT_NE(table, nullptr);
    EXPECT_TRUE(table->isVisible());
    EXPECT_FALSE(table->isModal());
}

TEST_F(ChartPanelTest, IsLightOrDarkAsTheScheme)
{
    const QString target = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
    showTwo();
    panel->setCaption("epoch 4");
    panel->setMarkerLine(3, "Best");
    panel->setDot(QPointF(2, 0.5));
    for (const auto scheme : {ColorScheme::Dark, ColorScheme::Light}) {
        applyTheme(*qApp, scheme);
        QTest::mouseMove(surface(), at({2.5, 0.45}));
        QTest::qWait(100);
        const QPixmap picture = panel->grab();
        const QColor mean = picture.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                .toImage()
                                .pixelColor(0, 0);
        EXPECT_EQ(mean.lightness() < 128, scheme == ColorScheme::Dark) << mean.lightness();
        if (!target.isEmpty())
            picture.save(QStringLiteral("%1/chart-%2.png").arg(target, colorSchemeWord(scheme)));
    }
}

} // namespace labelwright::tests
