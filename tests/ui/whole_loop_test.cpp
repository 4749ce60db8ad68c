// One person, one window: from the start page to an image that a deployment answers, by clicks and
// keys.

#include "tests/ui/whole_loop_stage.h"

#include "core/session/workspace.h"
#include "ui/evaluation/label_table_model.h"
#include "ui/evaluation/prediction_model.h"
#include "ui/widgets/chart_panel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>

#include <set>

namespace labelwright::tests {

namespace {

/// What stands on the screen of a run at a moment.
struct Glance
{
    QString state, losses, title;
    QString matrix;
    std::vector<QPointF> roc;
};

} // namespace

class WholeLoop : public WholeLoopStage
{
protected:
    void drawTheSample() const;
    void lookAtTheData() const;
    void makeAFeatureSet() const;
    void goThroughTheWizard() const;
    void lookAtTheNetwork() const;
    void makeItQuick(const char* side, const char* epochs) const;
    void runAndWatch() const;
    void openPredictions() const;
    void chooseALabelAndTypeAThreshold();
    void lookAtAFieldOfTheMatrix() const;
    void deploy() const;
    void tryImages();

    [[nodiscard]] std::vector<Glance> watch() const;
    /// What goes for what was said of the label in front at every place.
    void expectAllSay(double threshold) const;
    [[nodiscard]] QString figureOf(int column) const;

    QString label; ///< The one whose threshold is typed.
};

void WholeLoop::drawTheSample() const
{
    EXPECT_TRUE(sees("Try the sample"));
    EXPECT_FALSE(window->findChild<QWidget*>("sidebar")->isVisible());
    picture("start");
    click("trySample");
    ASSERT_NE(window->workspace(), nullptr);
    EXPECT_EQ(window->windowTitle(), QString("Sample — Labelwright"));
    EXPECT_TRUE(window->findChild<QWidget*>("sidebar")->isVisible());
    ASSERT_TRUE(willSee("Preparing the sample"));
    ASSERT_TRUE(willSee("800 images are ready: drawn landscapes with 8 labels."));
    EXPECT_TRUE(sees("Train a model now"));
    ASSERT_TRUE(willSee("All saved"));
}

void WholeLoop::lookAtTheData() const
{
    ASSERT_TRUE(willSee("landscapes · 800 images"));
    ASSERT_TRUE(waitFor([this] { return textOf("filterCount") == "800 of 800"; }));
    EXPECT_EQ(find<QTableView>("sampleTable")->model()->rowCount(), 800);
    EXPECT_TRUE(rowText("sampleTable", 0).contains(textOf("sampleName")));
    clickItem("sampleTable", find<QTableView>("sampleTable")->model()->index(2, 1));
    EXPECT_TRUE(rowText("sampleTable", 2).contains(textOf("sampleName")));
    clickTab("datasetTabs", "Subsets");
    ASSERT_TRUE(waitFor([this] { return !textOf("subsetCounts").contains("In no subset"); }));
    const QString counts = textOf("subsetCounts");
    for (const char* words : {"Training", "80 %", "639 images", "Validation", "80 images", "Test"})
        EXPECT_TRUE(counts.contains(words)) << words << " in " << counts.toStdString();
    EXPECT_EQ(find<QTableView>("subsetTable")->model()->rowCount(), 8);
    picture("dataset");
}

void WholeLoop::makeAFeatureSet() const
{
    clickTab("datasetTabs", "Feature sets");
    ASSERT_EQ(find<QListWidget>("featureSetList")->count(), 1);
    EXPECT_TRUE(rowText("featureSetList", 0).startsWith("All labels (8 labels)"));
    click("newFeatureSet");
    ASSERT_TRUE(waitFor([this] { return front()->objectName() == "featureSetDialog"; }));
    EXPECT_TRUE(sees("8 of 8 chosen"));
    type("Nature"); // In place of the suggested name.
    auto* const labels = find<QListWidget>("checkList");
    const auto people = labels->findItems("people", Qt::MatchExactly);
    ASSERT_EQ(people.size(), 1);
    const QRect row = labels->visualItemRect(people.front());
    const int box = labels->style()->pixelMetric(QStyle::PM_IndicatorWidth);
    clickAt(labels->viewport(), {row.left() + box / 2 + 4, row.center().y()});
    EXPECT_EQ(people.front()->checkState(), Qt::Unchecked);
    EXPECT_TRUE(sees("7 of 8 chosen"));
    click("createFeatureSet");
    returnToWindow();
    ASSERT_TRUE(waitFor([this] { return find<QListWidget>("featureSetList")->count() == 2; }));
    EXPECT_TRUE(rowText("featureSetList", 1).startsWith("Nature (7 labels)"))
        << rowText("featureSetList", 1).toStdString();
    EXPECT_EQ(find<QListWidget>("featureSetList")->currentRow(), 1);
    picture("feature-set");
}

void WholeLoop::goThroughTheWizard() const
{
    click("newExperiment");
    ASSERT_EQ(window->currentStep(), Step::Modeling);
    ASSERT_TRUE(willSee("800 images, usually 160×160 pixels"));
    EXPECT_EQ(textOf("wizardDataset"), QString("landscapes"));
    clickTab("wizardTabs", "Inputs / target");
    EXPECT_EQ(textOf("wizardInput"), QString("Image column"));
    EXPECT_EQ(textOf("wizardTarget"), QString("Nature (7 labels)"));
    ASSERT_EQ(find<QTableWidget>("wizardLabels")->rowCount(), 7);
    for (int row = 0; row < 7; ++row)
        EXPECT_FALSE(rowText("wizardLabels", row).startsWith("people"));
    clickTab("wizardTabs", "Problem type");
    EXPECT_TRUE(find<QRadioButton>("multiLabel")->isChecked());
    EXPECT_TRUE(sees("Multi-label image classification"));
    EXPECT_TRUE(sees("Binary crossentropy, judged for each label by itself"));
    EXPECT_TRUE(textOf("backboneReason").contains("from scratch"));
    picture("wizard");
    click("wizardCreate");
    ASSERT_TRUE(willSee("landscapes, small network"));
    ASSERT_TRUE(waitFor([this] { return !window->findChild<QWidget*>("experimentWizard")->isVisible(); }));
}

void WholeLoop::lookAtTheNetwork() const
{
    for (const char* words : {"Input", "Nodes = labels (7)", "Activation: Sigmoid",
                              "Loss: Binary crossentropy"})
        EXPECT_TRUE(sees(words)) << words;
    int dense = 0;
    while (!find<QWidget>(qPrintable(QString("blockCard%1").arg(dense)))
                ->accessibleDescription()
                .contains("Nodes = labels"))
        ++dense;
    click(qPrintable(QString("blockCard%1").arg(dense)));
    EXPECT_EQ(textOf("nodes"), QString("Labels (7)"));
    EXPECT_EQ(textOf("run"), QString("Run"));
    EXPECT_TRUE(isEnabled("run"));
    // At the top right: nothing of the page stands beyond it.
    const auto* const run = find<QPushButton>("run");
    const QPoint corner = run->mapTo(window.get(), run->rect().topRight());
    EXPECT_GT(corner.x(), window->width() - 40);
    EXPECT_LT(corner.y(), window->height() / 6);
    picture("network");
}

void WholeLoop::makeItQuick(const char* side, const char* epochs) const
{
    clickAt(find<QWidget>("blockCard0"), {20, 10});
    fill("inputWidth", side);
    fill("inputHeight", side);
    EXPECT_TRUE(sees(QString("%1×%1, colour").arg(side)));
    clickTab("settingsTabs", "Run settings");
    fill("epochs", epochs);
    chooseOneThread();
    EXPECT_TRUE(isEnabled("run"));
    picture("run-settings");
}

std::vector<Glance> WholeLoop::watch() const
{
    std::vector<Glance> seen;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, window.get(), [&] {
        const auto* const loss = find<ChartPanel>("lossChart");
        const auto* const roc = find<ChartPanel>("epochRoc");
        const QString title = textOf("epochTitle");
        const bool isNew = seen.empty() || seen.back().title != title;
        if (!isNew || roc->series().empty() || !sees("Stop and keep best"))
            return;
        seen.push_back({textOf("runState"), loss->caption(), title,
                        QString("%1 %2 %3").arg(cell("truePositive")).arg(cell("falseNegative"))
                            .arg(cell("falsePositive")),
                        roc->series().front().points});
        if (seen.size() == 2)
            picture("training");
    });
    look.start(10);
    EXPECT_TRUE(willSee("Finished after"));
    return seen;
}

void WholeLoop::runAndWatch() const
{
    click("run");
    ASSERT_EQ(window->currentStep(), Step::Evaluation) << "what a run does is looked at here";
    EXPECT_TRUE(isEnabled("pauseRun"));
    EXPECT_EQ(textOf("experiment"), QString("landscapes, small network"));
    const std::vector<Glance> seen = watch();
    ASSERT_GE(seen.size(), 3U) << "epochs were not seen while the run went on";
    std::set<QString> matrices, losses;
    std::vector<std::vector<QPointF>> curves;
    for (const Glance& glance : seen) {
        EXPECT_TRUE(glance.state.startsWith("Epoch ")) << glance.state.toStdString();
        matrices.insert(glance.matrix);
        losses.insert(glance.losses);
        if (std::find(curves.begin(), curves.end(), glance.roc) == curves.end())
            curves.push_back(glance.roc);
    }
    EXPECT_GE(matrices.size(), 2U);
    EXPECT_GE(losses.size(), 3U);
    EXPECT_GE(curves.size(), 2U);
    EXPECT_FALSE(sees("Stop and keep best"));
    EXPECT_TRUE(sees("Go on"));
    picture("finished");
}

void WholeLoop::openPredictions() const
{
    clickTab("evaluationTabs", "Predictions");
    EXPECT_EQ(textOf("subset"), QString("Validation"));
    EXPECT_TRUE(textOf("checkpoint").startsWith("Best epoch ("));
    ASSERT_TRUE(waitFor([this] { return find<QTableView>("labelTable")->model()->rowCount() == 7; }));
    ASSERT_TRUE(waitFor([this] { return textOf("predictionWords") == "80 images"; }));
    EXPECT_TRUE(sees("Precision"));
}

QString WholeLoop::figureOf(int column) const
{
    const auto* const table = find<QTableView>("labelTable");
    return table->model()->index(table->currentIndex().row(), column).data().toString();
}

void WholeLoop::expectAllSay(double threshold) const
{
    const int hits = cell("truePositive");
    const int misses = cell("falseNegative");
    const int alarms = cell("falsePositive");
    const int absent = cell("trueNegative");
    EXPECT_EQ(hits + misses + alarms + absent, 80);
    const double recall = double(hits) / (hits + misses);
    const auto dot = find<ChartPanel>("roc")->dot();
    ASSERT_TRUE(dot);
    EXPECT_NEAR(dot->y(), recall, 1e-9);
    EXPECT_NEAR(dot->x(), double(alarms) / (alarms + absent), 1e-9);
    EXPECT_NEAR(find<ChartPanel>("precisionRecall")->dot()->x(), recall, 1e-9);
    EXPECT_TRUE(textOf("thresholdFigures").contains(QString("recall %1").arg(recall, 0, 'f', 3)))
        << textOf("thresholdFigures").toStdString();
    EXPECT_NEAR(figureOf(LabelTableModel::Threshold).section(' ', 0, 0).toDouble(), threshold, 1e-3);
    EXPECT_EQ(figureOf(LabelTableModel::Support).toInt(), hits + misses);
}

void WholeLoop::chooseALabelAndTypeAThreshold()
{
    auto* const table = find<QTableView>("labelTable");
    const auto before = find<ChartPanel>("roc")->series().front().points;
    label = table->model()->index(3, LabelTableModel::Name).data().toString();
    clickItem("labelTable", table->model()->index(3, LabelTableModel::Name));
    ASSERT_TRUE(waitFor([&] { return find<ChartPanel>("roc")->series().front().points != before; }));
    EXPECT_TRUE(sees(label));
    fill("thresholdNumber", "0.05");
    ASSERT_TRUE(waitFor([this] { return figureOf(LabelTableModel::Threshold).startsWith("0.05"); }));
    expectAllSay(0.05);
    const int hits = cell("truePositive");
    const auto dot = find<ChartPanel>("roc")->dot();
    fill("thresholdNumber", "0.62");
    ASSERT_TRUE(waitFor([this] { return figureOf(LabelTableModel::Threshold).startsWith("0.62"); }));
    expectAllSay(0.62);
    EXPECT_LE(cell("truePositive"), hits);
    EXPECT_NE(find<ChartPanel>("roc")->dot(), dot);
    EXPECT_TRUE(sees("Back to "));
    ASSERT_TRUE(willSee("All saved"));
    picture("threshold");
}

void WholeLoop::lookAtAFieldOfTheMatrix() const
{
    const auto* const gallery = find<QListView>("predictionGallery");
    const int absent = cell("trueNegative");
    ASSERT_GT(absent, 0);
    click("trueNegative");
    EXPECT_EQ(textOf("predictionWords"),
              QString("%1 rightly absent: predicted absent, and absent").arg(absent));
    ASSERT_EQ(gallery->model()->rowCount(), absent);
    for (int row = 0; row < absent; ++row)
        EXPECT_LT(gallery->model()->index(row, 0).data(PredictionModel::ScoreRole).toDouble(), 0.62);
    ASSERT_TRUE(waitFor([&] {
        return !gallery->model()->index(0, 0).data(PredictionModel::PictureRole).value<QImage>().isNull();
    }));
    picture("field");
    click("showAllPredictions");
    EXPECT_EQ(textOf("predictionWords"), QString("80 images"));
}

void WholeLoop::deploy() const
{
    const QString checkpoint = textOf("checkpoint");
    click("createDeployment");
    ASSERT_EQ(window->currentStep(), Step::Deployment);
    ASSERT_TRUE(waitFor([this] { return front()->objectName() == "createDeploymentDialog"; }));
    EXPECT_EQ(textOf("deploymentExperiment"), QString("landscapes, small network"));
    EXPECT_EQ(textOf("deploymentCheckpoint"), checkpoint);
    ASSERT_EQ(find<QTableWidget>("deploymentThresholds")->rowCount(), 7);
    EXPECT_TRUE(waitFor([this] {
        return rowText("deploymentThresholds", 3).startsWith(label + " 0.62");
    })) << rowText("deploymentThresholds", 3).toStdString();
    click("deploymentCreate");
    returnToWindow();
    ASSERT_TRUE(willSee("was created."));
    EXPECT_EQ(textOf("deploymentState"), QString("Disabled"));
    EXPECT_TRUE(sees("Enable it first"));
    EXPECT_EQ(textOf("deploymentEnable"), QString("Enable"));
    click("deploymentEnable");
    ASSERT_TRUE(willSee("Ready"));
    EXPECT_EQ(textOf("deploymentEnable"), QString("Disable"));
    EXPECT_FALSE(isEnabled("deploymentDelete"));
}

void WholeLoop::tryImages()
{
    QImage beach(200, 150, QImage::Format_RGB32);
    beach.fill(QColor(110, 170, 230));
    answer = folder.filePath("beach.png");
    ASSERT_TRUE(beach.save(answer));
    click("tryChoose");
    ASSERT_TRUE(willSee("of 7 labels present"));
    EXPECT_EQ(textOf("tryCaption"), QString("beach.png"));
    ASSERT_EQ(find<QListView>("scoreList")->model()->rowCount(), 7);
    picture("tried");
    beach.fill(QColor(30, 90, 40));
    QGuiApplication::clipboard()->setImage(beach);
    key(Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(willSee("Pasted image"));
    EXPECT_EQ(find<QListView>("tryStrip")->model()->rowCount(), 2);
    const QAbstractItemModel* const scores = find<QListView>("scoreList")->model();
    for (int row = 0; row < 7; ++row)
        EXPECT_FALSE(scores->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

TEST_F(WholeLoop, LeadsFromTheSampleToAnAnsweredImageByClicksAndKeys)
{
    drawTheSample();
    ASSERT_FALSE(HasFailure());
    lookAtTheData();
    makeAFeatureSet();
    ASSERT_FALSE(HasFailure());
    goThroughTheWizard();
    ASSERT_FALSE(HasFailure());
    lookAtTheNetwork();
    makeItQuick("32", "6");
    ASSERT_FALSE(HasFailure());
    runAndWatch();
    openPredictions();
    ASSERT_FALSE(HasFailure());
    chooseALabelAndTypeAThreshold();
    lookAtAFieldOfTheMatrix();
    ASSERT_FALSE(HasFailure());
    deploy();
    ASSERT_FALSE(HasFailure());
    tryImages();
}

TEST_F(WholeLoop, DrawingTheSampleCanBeCancelled)
{
    click("trySample");
    ASSERT_TRUE(willSee("Preparing the sample"));
    for (QAbstractButton* button : window->findChildren<QAbstractButton*>())
        if (button->isVisible() && button->accessibleName() == "Cancel background work")
            clickAt(button, button->rect().center());
    ASSERT_TRUE(willSee("Stopped."));
    ASSERT_TRUE(willSee("All saved"));
    EXPECT_TRUE(sees("Bring in your images"));
}

} // namespace labelwright::tests
