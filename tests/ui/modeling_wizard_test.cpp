#include "tests/ui/modeling_fixture.h"

#include "core/session/experiment_setup.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>

namespace labelwright::tests {

namespace {

class ModelingWizardTest : public ModelingTest
{
protected:
    void clickTab(int index)
    {
        auto* const tabs = find<QTabWidget>("wizardTabs")->tabBar();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(index).center());
    }

    [[nodiscard]] bool waitForExperiment() const
    {
        return QTest::qWaitFor([this] { return !experiments(workspace->project())->empty(); }, 20'000);
    }
};

} // namespace

TEST_F(ModelingWizardTest, WithoutDataSendsToDatasets)
{
    openPage();
    QSignalSpy steps(&navigator, &Navigator::stepRequested);
    picture("no-data");
    click("goToDatasets");
    ASSERT_EQ(steps.count(), 1);
    EXPECT_EQ(steps.first().first().value<Step>(), Step::Datasets);
}

TEST_F(ModelingWizardTest, LeadsThroughItsTabsToAnExperiment)
{
    importSample();
    openPage();
    picture("no-experiment");
    click("firstExperiment");
    ASSERT_TRUE(find<QWidget>("experimentWizard")->isVisible());
    ASSERT_TRUE(settle());
    EXPECT_EQ(find<QComboBox>("wizardDataset")->currentText(), QString("landscapes"));
    picture("wizard-dataset");
    clickTab(1);
    EXPECT_TRUE(find<QComboBox>("wizardTarget")->currentText().startsWith("all labels"));
    EXPECT_EQ(find<QTableWidget>("wizardLabels")->rowCount(), 8);
    picture("wizard-target");
    clickTab(2);
    EXPECT_TRUE(find<QRadioButton>("multiLabel")->isChecked());
    picture("wizard-problem");
    EXPECT_TRUE(find<QLabel>("backboneReason")->text().contains("from scratch"));
    auto* const epochs = find<QSpinBox>("wizardEpochs");
    epochs->setFocus();
    epochs->selectAll();
    QTest::keyClicks(epochs, "3");
    QTest::keyClick(epochs, Qt::Key_Tab);
    EXPECT_EQ(find<QLineEdit>("wizardName")->text(), QString("landscapes, small network"));
    click("wizardCreate");
    ASSERT_TRUE(waitForExperiment());
    ASSERT_TRUE(settle());
    const Experiment made = experiments(workspace->project())->front();
    EXPECT_EQ(made.name, QString("landscapes, small network"));
    EXPECT_EQ(made.settings.epochs, 3);
    EXPECT_EQ(made.labels.size(), 8U);
    EXPECT_TRUE(find<QPushButton>("run")->isVisible());
    EXPECT_EQ(find<QLabel>("experimentName")->text(), made.name);
    picture("created");
}

TEST_F(ModelingWizardTest, CreatesAtOnceForTheImpatient)
{
    importSample(24);
    openPage();
    Q_EMIT navigator.wizardRequested({}, {});
    click("wizardCreate"); // The data has not been looked at yet.
    EXPECT_TRUE(waitForExperiment());
}

TEST_F(ModelingWizardTest, TrainsAtOnceWhatIsAdvised)
{
    importSample();
    openPage();
    const auto dataset = datasetNamed(workspace->project(), {});
    ASSERT_TRUE(dataset);
    const QSignalSpy shown(&navigator, &Navigator::experimentRequested);
    navigator.trainAtOnce(*dataset);
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.count() == 1; }, 60'000));
    EXPECT_EQ(shown.front().front().value<Step>(), Step::Evaluation);
    const auto made = experiments(workspace->project());
    ASSERT_TRUE(made);
    ASSERT_EQ(made->size(), 1);
    EXPECT_EQ(made->front().state, ExperimentState::Running);
    EXPECT_EQ(made->front().name, QString("landscapes, small network"));
    EXPECT_EQ(made->front().labels.size(), 8);
    workspace->training().stop();
    EXPECT_TRUE(settle());
}

TEST_F(ModelingWizardTest, ReasonsSayWhenTheirValueWasChanged)
{
    importSample(24);
    openPage();
    Q_EMIT navigator.wizardRequested({}, {});
    click("wizardCreate");
    ASSERT_TRUE(waitForExperiment());
    ASSERT_TRUE(settle());
    click("blockCard0");
    auto* const width = find<QSpinBox>("inputWidth");
    const QString advised = find<QLabel>("inputHeightReason")->text();
    ASSERT_TRUE(advised.contains(QString::number(width->value()))) << advised.toStdString();
    const int before = width->value();
    width->setValue(before / 2);
    EXPECT_EQ(find<QLabel>("inputHeightReason")->text(),
              "Changed by you. The advice was: " + advised);
    width->setValue(before);
    EXPECT_EQ(find<QLabel>("inputHeightReason")->text(), advised);
}

TEST_F(ModelingWizardTest, EscapeGoesBackWithoutAnExperiment)
{
    importSample(24);
    openPage();
    click("firstExperiment");
    ASSERT_TRUE(settle());
    QTest::keyClick(find<QWidget>("experimentWizard"), Qt::Key_Escape);
    EXPECT_FALSE(find<QWidget>("experimentWizard")->isVisible());
    EXPECT_TRUE(experiments(workspace->project())->empty());
}

TEST_F(ModelingWizardTest, OffersWeightsThatAreNotThere)
{
    importSample(24);
    openPage();
    click("firstExperiment");
    ASSERT_TRUE(settle());
    choose("wizardBackbone", "resnet18");
    auto* const text = find<QLabel>("missingWeightsText");
    ASSERT_TRUE(text->isVisible());
    EXPECT_TRUE(text->text().contains("ResNet-18")) << text->text().toStdString();
    EXPECT_TRUE(find<QWidget>("downloadWeights")->isVisible());
    picture("wizard-missing-weights");
    // A file of another backbone is refused in words, and Create still makes what is shown.
    answerFile = folder.filePath("mobilenet_v2-5147c887.pth");
    QFile(answerFile).open(QIODevice::WriteOnly);
    click("chooseWeights");
    ASSERT_TRUE(settle());
    EXPECT_TRUE(text->text().contains("not of resnet18")) << text->text().toStdString();
    choose("wizardBackbone", "none");
    EXPECT_FALSE(text->isVisible());
    click("wizardCreate");
    EXPECT_TRUE(waitForExperiment());
}

} // namespace labelwright::tests
