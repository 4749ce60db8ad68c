// The deployment view: making, enabling, naming and deleting by clicks.

#include "tests/ui/deployment_stage.h"

#include "core/project/deployments.h"
#include "core/project/experiments.h"
#include "ui/deployment/create_deployment_dialog.h"
#include "ui/deployment/deployment_list_model.h"
#include "ui/deployment/interface_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <gmock/gmock.h>

namespace labelwright::tests {

using testing::HasSubstr;

using DeploymentPageTest = DeploymentStage;

TEST_F(DeploymentPageTest, EmptyStateLeadsToTheDialogThatShowsWhatIsCarried)
{
    shoot(QStringLiteral("empty"));
    click("createFirstDeployment");
    auto* const dialog = child<QDialog>("createDeploymentDialog");
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    const auto* const checkpoints = child<QComboBox>("deploymentCheckpoint");
    ASSERT_EQ(checkpoints->count(), 2);
    EXPECT_TRUE(checkpoints->itemText(0).startsWith(QStringLiteral("Best epoch (")));
    EXPECT_EQ(checkpoints->itemText(1), QStringLiteral("Last epoch (2)"));
    const auto* const thresholds = child<QTableWidget>("deploymentThresholds");
    EXPECT_EQ(thresholds->rowCount(),
              static_cast<int>(experiments(workspace->project())->front().labels.size()));
    EXPECT_FALSE(thresholds->item(0, 1)->text().isEmpty());
    shoot(QStringLiteral("create"));
    auto* const name = child<QLineEdit>("deploymentName");
    name->clear();
    EXPECT_FALSE(child<QPushButton>("deploymentCreate")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_TRUE(deployments(workspace->project())->empty());
}

TEST_F(DeploymentPageTest, CreatedEnabledDisabledAndDeletedByClicks)
{
    const DeploymentId id = createByClicks(QStringLiteral("Landscapes"));
    ASSERT_TRUE(id.isValid());
    EXPECT_EQ(child<QLabel>("deploymentTitle")->text(), QStringLiteral("Landscapes"));
    EXPECT_EQ(stateText(), QStringLiteral("Disabled"));
    EXPECT_THAT(message().toStdString(), HasSubstr("was created"));
    EXPECT_TRUE(child<QPushButton>("tryEnable")->isVisible()) << "enable it first";
    shoot(QStringLiteral("disabled"));
    click("tryEnable");
    ASSERT_TRUE(QTest::qWaitFor([&] { return stateText() == QStringLiteral("Ready"); }, 30'000));
    EXPECT_FALSE(child<QPushButton>("deploymentDelete")->isEnabled());
    click("deploymentEnable");
    EXPECT_EQ(stateText(), QStringLiteral("Disabled"));
    confirmAnswer = false;
    click("deploymentDelete");
    EXPECT_EQ(deployments(workspace->project())->size(), 1U);
    confirmAnswer = true;
    click("deploymentDelete");
    EXPECT_EQ(confirmed.size(), 2);
    EXPECT_TRUE(deployments(workspace->project())->empty());
    EXPECT_TRUE(child<QPushButton>("createFirstDeployment")->isVisible());
}

TEST_F(DeploymentPageTest, EnabledStaysEnabledAfterARestart)
{
    createByClicks();
    enableByClick();
    closeProject();
    openProject();
    ASSERT_TRUE(QTest::qWaitFor([&] { return stateText() == QStringLiteral("Ready"); }, 30'000));
    EXPECT_EQ(child<QPushButton>("deploymentEnable")->text(), QStringLiteral("Disable"));
}

TEST_F(DeploymentPageTest, FailureIsShownWithItsReason)
{
    createByClicks();
    ASSERT_TRUE(QFile::remove(deployments(workspace->project())->front().weightsPath));
    click("deploymentEnable");
    ASSERT_TRUE(QTest::qWaitFor([&] { return stateText() == QStringLiteral("Failed"); }, 30'000));
    EXPECT_TRUE(child<QPushButton>("tryEnable")->isVisible());
    bool said = false;
    for (const QLabel* label : page->findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("weights file")));
    EXPECT_TRUE(said);
    shoot(QStringLiteral("failed"));
}

TEST_F(DeploymentPageTest, NavigatorOpensTheDialogOnACheckpoint)
{
    QSignalSpy steps(navigator.get(), &Navigator::stepRequested);
    const Experiment trained = experiments(workspace->project())->front();
    navigator->newDeployment(trained.id, CheckpointKind::Last);
    EXPECT_EQ(steps.count(), 1);
    EXPECT_EQ(child<QComboBox>("deploymentCheckpoint")->currentText(),
              QStringLiteral("Last epoch (2)"));
    EXPECT_EQ(child<QComboBox>("deploymentExperiment")->currentText(), trained.name);
}

TEST_F(DeploymentPageTest, NamesTowardsCallersAreEditedInTheTable)
{
    createByClicks();
    auto* const table = child<QTableView>("interfaceTable");
    auto* const model = table->model();
    const QAbstractItemModelTester tester(model);
    const auto nameOf = [&](int row) { return model->index(row, InterfaceModel::NameColumn); };
    EXPECT_EQ(nameOf(0).data().toString(), QStringLiteral("image"));
    EXPECT_TRUE(model->setData(nameOf(1), QStringLiteral("first output"), Qt::EditRole));
    EXPECT_EQ(deployments(workspace->project())->front().outputNames.front(),
              QStringLiteral("first output"));
    EXPECT_FALSE(model->setData(nameOf(2), QStringLiteral("first output"), Qt::EditRole));
    EXPECT_THAT(message().toStdString(), HasSubstr("both be called 'first output'"));
    EXPECT_NE(nameOf(2).data().toString(), QStringLiteral("first output"));
    EXPECT_TRUE(model->setData(nameOf(0), QStringLiteral("photo"), Qt::EditRole));
    EXPECT_EQ(deployments(workspace->project())->front().inputName, QStringLiteral("photo"));
    EXPECT_TRUE(message().isEmpty());
}

TEST_F(DeploymentPageTest, ListShowsNewestFirstAndIsRenamed)
{
    createByClicks(QStringLiteral("one"));
    createByClicks(QStringLiteral("two"));
    auto* const list = child<QListView>("deploymentList");
    const QAbstractItemModelTester tester(list->model());
    ASSERT_EQ(list->model()->rowCount(), 2);
    EXPECT_EQ(list->model()->index(0, 0).data().toString(), QStringLiteral("two"));
    list->setCurrentIndex(list->model()->index(1, 0));
    EXPECT_EQ(child<QLabel>("deploymentTitle")->text(), QStringLiteral("one"));
    textAnswer = QStringLiteral("renamed");
    click("deploymentRename");
    EXPECT_EQ(child<QLabel>("deploymentTitle")->text(), QStringLiteral("renamed"));
    EXPECT_EQ(list->currentIndex().data().toString(), QStringLiteral("renamed"));
}

TEST_F(DeploymentPageTest, ANameBeingEditedOutlivesRefreshes)
{
    createByClicks();
    auto* const table = child<QTableView>("interfaceTable");
    table->setCurrentIndex(table->model()->index(1, InterfaceModel::NameColumn));
    table->edit(table->currentIndex());
    auto* const editor = table->viewport()->findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("half a na"));
    workspace->deployments().tellChanged();
    EXPECT_EQ(editor->text(), QStringLiteral("half a na"));
}

TEST_F(DeploymentPageTest, TheDialogFollowsARunThatReplacesItsCheckpoint)
{
    Project& project = workspace->project();
    const Experiment trained = experiments(project)->front();
    navigator->newDeployment(trained.id, CheckpointKind::Last);
    child<QLineEdit>("deploymentName")->setText(QStringLiteral("mine"));
    CheckpointFile next;
    next.epoch = 3;
    next.path = project.runFolder(trained.id) + QStringLiteral("/epoch-0003.safetensors");
    next.sha256 = QByteArray(64, 'c');
    ASSERT_TRUE(
        QFile::copy(checkpoint(project, trained.id, CheckpointKind::Last)->path, next.path));
    const auto replaced = recordCheckpoint(project, trained.id, CheckpointKind::Last, next);
    ASSERT_TRUE(replaced);
    workspace->tellExperimentsChanged();
    EXPECT_EQ(child<QComboBox>("deploymentCheckpoint")->currentText(),
              QStringLiteral("Last epoch (3)"));
    EXPECT_EQ(child<QLineEdit>("deploymentName")->text(), QStringLiteral("mine"));
    EXPECT_EQ(page->findChild<CreateDeploymentDialog*>()->checkpoint(), *replaced);
}

} // namespace labelwright::tests
