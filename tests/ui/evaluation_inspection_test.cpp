// Threshold, matrix, curves, numbers and images of a label move together.

#include "tests/ui/evaluation_fixture.h"

#include "core/base/atomic_file.h"
#include "core/project/decisions.h"
#include "ui/evaluation/confusion_matrix.h"
#include "ui/evaluation/goal_chooser.h"
#include "ui/evaluation/inspection_view.h"
#include "ui/evaluation/label_table.h"
#include "ui/evaluation/matrix_cell.h"
#include "ui/evaluation/prediction_view.h"
#include "ui/evaluation/threshold_slider.h"
#include "ui/widgets/chart_panel.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

#include <algorithm>
#include <random>

namespace labelwright::tests {

class EvaluationInspectionTest : public EvaluationTest
{
protected:
    void SetUp() override
    {
        importSample();
        experiment = addExperiment({.epochs = 6});
        run(experiment);
        openPage({1180, 760});
        inspect();
    }

    [[nodiscard]] InspectionState& state() const
    {
        return page->findChild<InspectionView*>()->state();
    }

    [[nodiscard]] float storedThreshold() const
    {
        const auto set = decisions(workspace->project(), state().evaluation()->model.checkpoint.id);
        return set->labels[static_cast<std::size_t>(state().label())].threshold;
    }

    /// Counts at a threshold by the slow way.
    [[nodiscard]] ConfusionCounts counted(float threshold) const
    {
        const LabelInspection& label = *state().inspection();
        return countConfusion(label.scores, label.truth, threshold);
    }

    /// Everything on screen that shows the threshold agrees with it.
    void expectAllAgree(float threshold) const
    {
        const ConfusionCounts counts = counted(threshold);
        EXPECT_EQ(find<ConfusionMatrix>("confusionMatrix")->counts(), counts);
        EXPECT_NEAR(find<ThresholdSlider>("thresholdSlider")->threshold(), double{threshold}, 1e-6);
        EXPECT_NEAR(find<QDoubleSpinBox>("thresholdNumber")->value(), double{threshold}, 6e-4);
        const auto dot = find<ChartPanel>("roc")->dot();
        ASSERT_TRUE(dot);
        EXPECT_DOUBLE_EQ(dot->y(), *recallOf(counts));
        EXPECT_DOUBLE_EQ(dot->x(), 1 - *specificityOf(counts));
        const auto other = find<ChartPanel>("precisionRecall")->dot();
        ASSERT_TRUE(other);
        EXPECT_DOUBLE_EQ(other->x(), *recallOf(counts));
        const auto* const table = qobject_cast<const LabelTable*>(find<QWidget>("labelTable"));
        const QString shown = table->model()
                                  ->index(table->currentIndex().row(), LabelTableModel::Threshold)
                                  .data()
                                  .toString();
        EXPECT_NEAR(shown.split(' ').first().toDouble(), double{threshold}, 6e-4);
    }

    ExperimentId experiment;
};

TEST_F(EvaluationInspectionTest, DraggingTheSliderMovesAllAndStoresOnRelease)
{
    auto* const slider = find<ThresholdSlider>("thresholdSlider");
    const float before = storedThreshold();
    const QPoint from(static_cast<int>(slider->xOf(double{before})), slider->height() / 2);
    const QPoint to(static_cast<int>(slider->xOf(0.25)), slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, {}, from);
    QTest::mouseMove(slider, to);
    EXPECT_NEAR(double{state().threshold()}, 0.25, 0.01);
    expectAllAgree(state().threshold());
    EXPECT_FLOAT_EQ(storedThreshold(), before) << "stored before the mouse was released";
    EXPECT_TRUE(find<QLabel>("thresholdChange")->text().contains("+"));
    QSignalSpy told(workspace.get(), &Workspace::decisionsChanged);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, to);
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.count() > 0; }, 10'000));
    EXPECT_FLOAT_EQ(storedThreshold(), state().threshold());
    picture("predictions");
    click("thresholdBack");
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.count() > 1; }, 10'000));
    EXPECT_FLOAT_EQ(storedThreshold(), before);
}

TEST_F(EvaluationInspectionTest, ATypedNumberIsTaken)
{
    auto* const number = find<QDoubleSpinBox>("thresholdNumber");
    auto* const edit = number->findChild<QLineEdit*>();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("0.37"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_FLOAT_EQ(state().threshold(), 0.37F);
    expectAllAgree(0.37F);
    ASSERT_TRUE(QTest::qWaitFor([&] { return storedThreshold() == 0.37F; }, 10'000));
}

TEST_F(EvaluationInspectionTest, WhatIsBeingTypedStaysWhileTheLastThresholdIsStored)
{
    auto* const edit = find<QDoubleSpinBox>("thresholdNumber")->findChild<QLineEdit*>();
    state().storeThreshold(0.05);
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("0.62"));
    ASSERT_TRUE(settle());
    EXPECT_EQ(edit->text(), QString("0.62"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_FLOAT_EQ(state().threshold(), 0.62F);
}

TEST_F(EvaluationInspectionTest, KeysMoveTheSlider)
{
    auto* const slider = find<ThresholdSlider>("thresholdSlider");
    state().storeThreshold(0.5);
    QTest::keyClick(slider, Qt::Key_Right);
    EXPECT_NEAR(double{state().threshold()}, 0.51, 1e-4);
    QTest::keyClick(slider, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_NEAR(double{state().threshold()}, 0.509, 1e-4);
    QTest::keyClick(slider, Qt::Key_Home);
    EXPECT_EQ(state().counts().falseNegative, 0);
    EXPECT_TRUE(settle());
    expectAllAgree(0);
}

TEST_F(EvaluationInspectionTest, DraggingTheDotOfTheRocMovesTheThreshold)
{
    auto* const roc = find<ChartPanel>("roc");
    auto* const view = roc->findChild<QAbstractScrollArea*>("chartView");
    const QPoint from = view->viewport()->mapFrom(roc, roc->positionOf(*roc->dot()));
    const QPointF goal = roc->series().front().points.at(1);
    const QPoint to = view->viewport()->mapFrom(roc, roc->positionOf(goal));
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view->viewport(), to);
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, to);
    EXPECT_EQ(*roc->dot(), goal);
    expectAllAgree(state().threshold());
    ASSERT_TRUE(QTest::qWaitFor([&] { return storedThreshold() == state().threshold(); }, 10'000));
}

TEST_F(EvaluationInspectionTest, DoubleClickReturnsToTheOptimum)
{
    state().storeThreshold(0.9);
    ASSERT_TRUE(settle());
    auto* const slider = find<ThresholdSlider>("thresholdSlider");
    QTest::mouseDClick(slider, Qt::LeftButton, {}, slider->rect().center());
    const float best = chooseThreshold(state().inspection()->sorted, {}).threshold;
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().threshold() == best; }, 10'000));
    ASSERT_TRUE(settle());
    EXPECT_FLOAT_EQ(storedThreshold(), best);
    expectAllAgree(best);
}

TEST_F(EvaluationInspectionTest, TheFirstOfTwoClicksLeavesNoTrace)
{
    state().storeThreshold(0.9);
    ASSERT_TRUE(settle());
    auto* const slider = find<ThresholdSlider>("thresholdSlider");
    const QPoint place(static_cast<int>(slider->xOf(0.1)), slider->height() / 2);
    QTest::mouseClick(slider, Qt::LeftButton, {}, place);
    EXPECT_NEAR(double{state().threshold()}, 0.1, 0.01);
    QTest::mouseDClick(slider, Qt::LeftButton, {}, place);
    ASSERT_TRUE(state().reference());
    EXPECT_FLOAT_EQ(*state().reference(), 0.9F);
    ASSERT_TRUE(settle());
    EXPECT_FLOAT_EQ(storedThreshold(), chooseThreshold(state().inspection()->sorted, {}).threshold);
}

TEST_F(EvaluationInspectionTest, WaitingThresholdsOutliveTheirEvaluation)
{
    const CheckpointId checkpoint = state().evaluation()->model.checkpoint.id;
    const auto label = static_cast<std::size_t>(state().label());
    const auto stored = [&] {
        return decisions(workspace->project(), checkpoint)->labels[label].threshold;
    };
    state().storeThreshold(0.2);
    state().storeThreshold(0.3);
    state().storeThreshold(0.4);
    state().clear();
    ASSERT_TRUE(settle());
    EXPECT_FLOAT_EQ(stored(), 0.4F);
}

TEST_F(EvaluationInspectionTest, WaitingThresholdsAreStoredAtClosing)
{
    const CheckpointId checkpoint = state().evaluation()->model.checkpoint.id;
    const auto label = static_cast<std::size_t>(state().label());
    for (const double threshold : {0.2, 0.3, 0.45})
        state().storeThreshold(threshold);
    page.reset();
    EXPECT_FLOAT_EQ(decisions(workspace->project(), checkpoint)->labels[label].threshold, 0.45F);
}

TEST_F(EvaluationInspectionTest, AMatrixCellShowsExactlyItsImages)
{
    state().storeThreshold(0.5);
    ASSERT_TRUE(settle());
    PredictionModel& model = page->findChild<PredictionView*>()->model();
    const QAbstractItemModelTester tester(&model);
    const int all = model.rowCount();
    EXPECT_EQ(all, static_cast<int>(state().evaluation()->table.samples.size()));
    const struct
    {
        const char* cell;
        MatrixField field;
    } cases[] = {{"truePositive", MatrixField::TruePositive},
                 {"falseNegative", MatrixField::FalseNegative},
                 {"falsePositive", MatrixField::FalsePositive},
                 {"trueNegative", MatrixField::TrueNegative}};
    int sum = 0;
    for (const auto& tried : cases) {
        click(tried.cell);
        EXPECT_EQ(model.rowCount(), countIn(state().counts(), tried.field)) << tried.cell;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            const bool present = index.data(PredictionModel::TruthRole).toInt() == 1;
            const bool predicted = index.data(PredictionModel::ScoreRole).toDouble() >= 0.5;
            EXPECT_EQ(present, tried.field == MatrixField::TruePositive
                                   || tried.field == MatrixField::FalseNegative);
            EXPECT_EQ(predicted, tried.field == MatrixField::TruePositive
                                     || tried.field == MatrixField::FalsePositive);
        }
        sum += model.rowCount();
    }
    EXPECT_EQ(sum, all);
    picture("filtered");
    QTest::keyClick(find<QWidget>("trueNegative"), Qt::Key_Space);
    EXPECT_EQ(model.rowCount(), all) << "chosen again, the cell lets all images come back";
}

TEST_F(EvaluationInspectionTest, TheFilteredImagesFollowTheThreshold)
{
    click("truePositive");
    state().moveThreshold(0);
    PredictionModel& model = page->findChild<PredictionView*>()->model();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return model.rowCount() == state().inspection()->sorted.positives(); }, 1000));
}

TEST_F(EvaluationInspectionTest, GoalsSetOneLabelOrAll)
{
    GoalChooser* const goal = page->findChild<GoalChooser*>();
    goal->setGoal({ThresholdGoalKind::RecallAtLeast, 0.99});
    click("goalThisLabel");
    const float wanted = chooseThreshold(state().inspection()->sorted,
                                         {ThresholdGoalKind::RecallAtLeast, 0.99}).threshold;
    ASSERT_TRUE(QTest::qWaitFor([&] { return storedThreshold() == wanted; }, 10'000));
    ASSERT_TRUE(settle());
    EXPECT_EQ(state().counts().falseNegative, 0);
    goal->setGoal({ThresholdGoalKind::PrecisionAtLeast, 1});
    click("goalAllLabels");
    ASSERT_TRUE(settle());
    const auto stored = decisions(workspace->project(),
                                  state().evaluation()->model.checkpoint.id);
    EXPECT_TRUE(stored->thresholdSource.contains("precision")) << stored->thresholdSource.toStdString();
    // A label whose goal cannot be met says so.
    for (std::size_t i = 0; i < stored->labels.size(); ++i)
        if (!stored->labels[i].attainable) {
            find<LabelTable>("labelTable")->selectLabel(static_cast<int>(i));
            ASSERT_TRUE(settle());
            EXPECT_TRUE(find<QLabel>("thresholdNote")->isVisible());
            picture("not-attainable");
        }
}

TEST_F(EvaluationInspectionTest, AnotherLabelMovesMatrixCurvesAndImages)
{
    auto* const table = find<LabelTable>("labelTable");
    const QAbstractItemModelTester tester(table->model());
    const auto before = find<ChartPanel>("roc")->series().front().points;
    table->sortByColumn(LabelTableModel::AveragePrecision, Qt::DescendingOrder);
    table->selectLabel(2);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return state().inspection() && state().inspection()->label == 2; }, 10'000));
    EXPECT_NE(find<ChartPanel>("roc")->series().front().points, before);
    expectAllAgree(state().threshold());
    click("showCalibration");
    EXPECT_EQ(find<ChartPanel>("reliability")->series().size(), 3U);
    picture("calibration");
}

TEST_F(EvaluationInspectionTest, PercentagesOfARowMakeAHundred)
{
    auto* const matrix = find<ConfusionMatrix>("confusionMatrix");
    click("showPercentages");
    const auto value = [&](MatrixField field) {
        return matrix->textOf(field).split(' ').first().toDouble();
    };
    EXPECT_NEAR(value(MatrixField::TruePositive) + value(MatrixField::FalseNegative), 100, 0.11);
    EXPECT_NEAR(value(MatrixField::FalsePositive) + value(MatrixField::TrueNegative), 100, 0.11);
}

TEST_F(EvaluationInspectionTest, AnotherSubsetAndCheckpointAreEvaluated)
{
    auto* const subset = find<QComboBox>("subset");
    subset->setCurrentIndex(subset->findData(static_cast<int>(Subset::Training)));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return state().evaluation()->subset == Subset::Training; }, 60'000));
    auto* const checkpoint = find<QComboBox>("checkpoint");
    ASSERT_EQ(checkpoint->count(), 2);
    checkpoint->setCurrentIndex(checkpoint->findData(static_cast<int>(CheckpointKind::Last)));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return state().evaluation()->model.checkpoint.kind == CheckpointKind::Last; },
        60'000));
    ASSERT_TRUE(settle());
    EXPECT_NEAR(static_cast<double>(state().evaluation()->table.samples.size()), 40, 2);
}

TEST_F(EvaluationInspectionTest, MovesAreCountedAtAHundredThousandImages)
{
    constexpr std::size_t images = 100'000;
    constexpr std::size_t labels = 80;
    Evaluation large = *state().evaluation();
    large.table.samples.assign(images, large.table.samples.front());
    large.model.labels.clear();
    large.figures.labels.clear();
    large.scores.clear();
    large.truth.clear();
    large.model.decisions.labels.assign(labels, large.model.decisions.labels.front());
    std::minstd_rand random(1);
    for (std::size_t i = 0; i < images * labels; ++i) {
        const float score = static_cast<float>(random()) / 2147483648.0F;
        large.scores.push_back(score);
        large.truth.push_back(static_cast<float>(random()) / 2147483648.0F < score * score
                                  ? Annotation::Present
                                  : Annotation::Absent);
    }
    for (std::size_t i = 0; i < labels; ++i) {
        large.model.labels.append(QStringLiteral("label %1").arg(i));
        large.figures.labels.push_back({});
        large.figures.labels.back().name = large.model.labels.back();
    }
    state().show(std::move(large));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().inspection() != nullptr; }, 60'000));
    ASSERT_TRUE(settle());
    for (int i = 0; i < 6; ++i) {
        const float threshold = 0.2F + static_cast<float>(i) * 0.1F;
        state().moveThreshold(static_cast<double>(threshold));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const Evaluation& shown = *state().evaluation();
        const float moved = state().threshold();
        const auto label = static_cast<std::size_t>(state().label());
        int falseAlarms = 0;
        for (std::size_t row = 0; row < images; ++row)
            falseAlarms += shown.scores[row * labels + label] >= moved
                                   && shown.truth[row * labels + label] == Annotation::Absent
                               ? 1
                               : 0;
        ASSERT_EQ(state().counts().falsePositive, falseAlarms) << threshold;
    }
    picture("large");
}

TEST_F(EvaluationInspectionTest, TableAndReportAreWritten)
{
    answerFile = folder.filePath("table.csv");
    page->findChild<QAction*>("exportTable")->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->messages().text().isEmpty(); }, 60'000));
    EXPECT_EQ(page->messages().kind(), MessageKind::Success);
    EXPECT_TRUE(readFile(answerFile)->startsWith("label,support"));
    page->messages().clear();
    answerFile = folder.filePath("report.html");
    page->findChild<QAction*>("exportReport")->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->messages().text().isEmpty(); }, 60'000));
    EXPECT_TRUE(readFile(answerFile)->contains("<html"));
    page->messages().clear();
    ExperimentId deployed;
    QObject::connect(&navigator, &Navigator::deploymentRequested, page.get(),
                     [&](ExperimentId id, CheckpointKind) { deployed = id; });
    click("createDeployment");
    EXPECT_EQ(deployed, experiment);
}

} // namespace labelwright::tests
