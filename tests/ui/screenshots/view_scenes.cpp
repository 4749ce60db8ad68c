// States inside the views that one reaches by tabs, buttons and files.

#include "core/project/datasets.h"
#include "core/project/deployments.h"
#include "core/session/deployment_host.h"
#include "core/session/endpoint_host.h"
#include "core/session/experiment_setup.h"
#include "core/session/workspace.h"
#include "tests/ui/screenshots/stage.h"

#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTcpServer>
#include <QTest>

namespace labelwright::screenshots {

namespace {

void shootDatasets(Stage& stage, const Studio& studio)
{
    stage.show(Step::Datasets);
    stage.click(QStringLiteral("galleryToggle"));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("datasets-gallery"));
    stage.click(QStringLiteral("galleryToggle"));
    for (const auto& [tab, name] : {std::pair{1, "subsets"}, {2, "feature-sets"}, {3, "versions"}}) {
        stage.chooseTab(QStringLiteral("datasetTabs"), tab);
        stage.shoot(QStringLiteral("datasets-") + QLatin1String(name));
    }
    stage.chooseTab(QStringLiteral("datasetTabs"), 1);
    stage.click(QStringLiteral("newSplit"));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("dialog-split-1"));
    stage.click(QStringLiteral("splitNext"));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("dialog-split-2"));
    stage.closeDialog();
    stage.chooseTab(QStringLiteral("datasetTabs"), 2);
    stage.click(QStringLiteral("newFeatureSet"));
    stage.shoot(QStringLiteral("dialog-feature-set"));
    stage.closeDialog();
    stage.window().navigator().importFile(QDir(studio.projects).filePath(QStringLiteral("more.zip")));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("datasets-import"));
    stage.click(QStringLiteral("cancelImport"));
}

void shootModeling(Stage& stage)
{
    stage.show(Step::Modeling);
    stage.chooseTab(QStringLiteral("settingsTabs"), 1);
    stage.shoot(QStringLiteral("modeling-run-settings"));
    const auto all = datasets(stage.window().workspace()->project());
    if (!all || all->empty())
        return;
    stage.window().navigator().newExperiment(all->back().id, {});
    stage.waitForJobs();
    stage.shoot(QStringLiteral("modeling-wizard"));
    for (auto* tabs : stage.window().findChildren<QTabWidget*>())
        if (tabs->isVisible() && tabs->count() == 3) {
            for (int i = 0; i < 3; ++i) {
                tabs->setCurrentIndex(i);
                stage.waitForJobs();
                stage.shoot(QStringLiteral("modeling-wizard-%1").arg(i + 1));
            }
            break;
        }
    if (stage.click(QStringLiteral("Create"))) {
        stage.waitForJobs();
        stage.shoot(QStringLiteral("modeling-created"));
    }
}

void shootEvaluation(Stage& stage)
{
    stage.show(Step::Evaluation);
    stage.chooseTab(QStringLiteral("evaluationTabs"), 1);
    stage.waitForJobs();
    stage.waitForJobs();
    stage.shoot(QStringLiteral("evaluation-predictions"));
    stage.chooseTab(QStringLiteral("evaluationTabs"), 2);
    stage.shoot(QStringLiteral("evaluation-compare-empty"));
    if (stage.click(QStringLiteral("compare"))) {
        stage.waitForJobs();
        stage.shoot(QStringLiteral("evaluation-compare"));
    }
}

/// Calls the service as the shown examples say, in the folder of the pictures.
void callByExamples(Stage& stage, const Studio& studio)
{
    auto* const tabs = stage.window().findChild<QTabWidget*>(QStringLiteral("apiExampleTabs"));
    for (const int number : {0, 1, 1}) {
        tabs->setCurrentIndex(number);
        QString command = qobject_cast<QPlainTextEdit*>(tabs->currentWidget())->toPlainText();
        QProcess::execute(QStringLiteral("/bin/sh"),
                          {QStringLiteral("-c"),
                           QStringLiteral("cd \"$1\"; (") + command.replace(QStringLiteral("photo.jpg"),
                                                                          QStringLiteral("picture.png"))
                               + QStringLiteral(") >/dev/null"),
                           QStringLiteral("sh"), studio.projects});
    }
    QProcess::execute(QStringLiteral("curl"),
                      {QStringLiteral("--silent"), QStringLiteral("--output"), QStringLiteral("/dev/null"),
                       stage.window().findChild<QLineEdit*>(QStringLiteral("apiUrl"))->text()});
    tabs->setCurrentIndex(0);
    stage.waitForJobs();
}

void scrollApi(Stage& stage, int share)
{
    QScrollBar* const bar =
        stage.window().findChild<QScrollArea*>(QStringLiteral("apiPanel"))->verticalScrollBar();
    bar->setValue(bar->maximum() * share / 2);
}

void shootApi(Stage& stage, const Studio& studio)
{
    QTcpServer taken; // Its port is free for the service once it is closed.
    taken.listen(QHostAddress::LocalHost);
    stage.chooseTab(QStringLiteral("deploymentTabs"), 1);
    stage.shoot(QStringLiteral("deployment-api-stopped"));
    stage.window().findChild<QSpinBox*>(QStringLiteral("apiPort"))->setValue(taken.serverPort());
    stage.click(QStringLiteral("apiStart"));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("deployment-api-error"));
    taken.close();
    stage.click(QStringLiteral("apiStart"));
    stage.waitUntil([&] { return stage.window().workspace()->endpoint().isRunning(); });
    stage.click(QStringLiteral("apiNewToken"));
    stage.shoot(QStringLiteral("dialog-new-token"));
    stage.dialog()->findChild<QLineEdit*>(QStringLiteral("tokenName"))->setText(
        QStringLiteral("Web shop"));
    stage.click(QStringLiteral("tokenCreate"));
    stage.click(QStringLiteral("apiKeep"));
    callByExamples(stage, studio);
    for (const int share : {0, 1, 2}) {
        scrollApi(stage, share);
        stage.shoot(QStringLiteral("deployment-api-running-%1").arg(share + 1));
    }
    scrollApi(stage, 0);
    stage.click(QStringLiteral("apiStart"));
}

void shootDeployment(Stage& stage, const Studio& studio)
{
    stage.show(Step::Deployment);
    stage.click(QStringLiteral("createDeployment"));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("dialog-create-deployment"));
    const auto known = deployments(stage.window().workspace()->project());
    if (known && known->empty())
        stage.click(QStringLiteral("deploymentCreate"));
    else
        stage.closeDialog();
    stage.waitForJobs();
    stage.click(QStringLiteral("deploymentEnable"));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("deployment-try-empty"));
    QGuiApplication::clipboard()->setImage(
        QImage(QDir(studio.projects).filePath(QStringLiteral("picture.png"))));
    stage.click(QStringLiteral("Paste"));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("deployment-try"));
    stage.click(QStringLiteral("tryWhy"));
    stage.waitForJobs();
    stage.shoot(QStringLiteral("deployment-try-where"));
    stage.click(QStringLiteral("tryWhy"));
    shootApi(stage, studio);
    for (const auto& [tab, name] : {std::pair{2, "export"}, {3, "details"}}) {
        stage.chooseTab(QStringLiteral("deploymentTabs"), tab);
        stage.shoot(QStringLiteral("deployment-") + QLatin1String(name));
    }
}

} // namespace

void shootViews(const Studio& studio, QSize size)
{
    Stage stage(studio, size);
    stage.open(QStringLiteral("full"));
    shootDatasets(stage, studio);
    shootEvaluation(stage);
    shootDeployment(stage, studio);
    shootModeling(stage);
}

void shootTraining(const Studio& studio, QSize size)
{
    Stage stage(studio, size);
    stage.open(QStringLiteral("data"));
    Workspace& workspace = *stage.window().workspace();
    AdviceWishes wishes;
    wishes.backbone = QStringLiteral("none");
    auto advice = adviseFor(workspace.project(), {}, wishes);
    if (!advice)
        return;
    auto* const input = find<InputBlock>(advice->spec);
    input->preprocessing.width = input->preprocessing.height = 48;
    const auto made = setUpExperiment(workspace.project(), {}, *advice);
    if (!made)
        return;
    workspace.tellExperimentsChanged();
    stage.window().navigator().showExperiment(Step::Evaluation, made->id);
    stage.show(Step::Evaluation);
    stage.shoot(QStringLiteral("evaluation-not-run"));
    QSignalSpy epochs(&workspace.training(), &TrainingRunner::epochDone);
    if (!workspace.training().start(workspace.project(), made->id))
        return;
    stage.waitUntil([&] { return epochs.count() >= 4; });
    stage.shoot(QStringLiteral("evaluation-training"));
    stage.window().showStep(Step::Modeling);
    QTest::qWait(200);
    stage.shoot(QStringLiteral("modeling-training"));
    workspace.training().stop();
    stage.waitUntil([&] { return !workspace.training().running(); });
    stage.window().showStep(Step::Evaluation);
    QTest::qWait(200);
    stage.shoot(QStringLiteral("evaluation-stopped"));
}

} // namespace labelwright::screenshots
