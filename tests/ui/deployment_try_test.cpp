// The deployment view: trying images, why-maps, folders, export.

#include "tests/ui/deployment_stage.h"

#include "core/base/atomic_file.h"
#include "core/project/checkpoints.h"
#include "core/session/deployment_job.h"
#include "ui/deployment/picture_view.h"
#include "ui/deployment/score_model.h"
#include "ui/deployment/score_panel.h"
#include "ui/deployment/try_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QUrl>

#include <gmock/gmock.h>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

class DeploymentTryTest : public DeploymentStage
{
protected:
    void SetUp() override
    {
        createByClicks();
        enableByClick();
        panel = child<TryPanel>("tryPanel");
    }

    bool waitForImages(int count) const
    {
        return QTest::qWaitFor(
            [&] { return child<QListView>("tryStrip")->model()->rowCount() == count; }, 30'000);
    }

    [[nodiscard]] const std::vector<LabelScore>& shown() const
    {
        return panel->scores().model().scores();
    }

    [[nodiscard]] Prediction direct(const QByteArray& bytes) const
    {
        const auto all = deployments(workspace->project());
        const auto service = PredictionService::open(servedModel(all->back()));
        return *service->predict({&bytes, 1}).front();
    }

    TryPanel* panel = nullptr;
};

} // namespace

TEST_F(DeploymentTryTest, BarsShowWhatThePredictionServiceSays)
{
    fileAnswer = image(3);
    EXPECT_FALSE(child<QComboBox>("scoreOrder")->isVisible());
    EXPECT_FALSE(child<QLabel>("scoreLegend")->isVisible());
    click("tryChoose");
    ASSERT_TRUE(waitForImages(1));
    EXPECT_TRUE(child<QComboBox>("scoreOrder")->isVisible());
    EXPECT_TRUE(child<QLabel>("scoreLegend")->isVisible());
    const Prediction expected = direct(*readFile(image(3)));
    ASSERT_EQ(shown().size(), expected.scores.size());
    for (std::size_t i = 0; i < shown().size(); ++i) {
        EXPECT_EQ(static_cast<float>(shown()[i].score), expected.scores[i]);
        EXPECT_EQ(shown()[i].present, expected.present[i]);
    }
    const auto* const rows = child<QListView>("scoreList")->model();
    const QAbstractItemModelTester tester(child<QListView>("scoreList")->model());
    for (int row = 1; row < rows->rowCount(); ++row)
        EXPECT_LE(rows->index(row, 0).data(ScoreModel::ScoreRole).toDouble(),
                  rows->index(row - 1, 0).data(ScoreModel::ScoreRole).toDouble());
    child<QComboBox>("scoreOrder")->setCurrentIndex(1);
    for (int row = 0; row < rows->rowCount(); ++row)
        EXPECT_EQ(rows->index(row, 0).data(ScoreModel::LabelRole).toInt(), row);
    EXPECT_THAT(child<QLabel>("scoreSummary")->text().toStdString(), HasSubstr("labels present"));
}

TEST_F(DeploymentTryTest, WhyMapFollowsTheSelectedLabel)
{
    panel->tryPaths({image(1), image(2), image(5)});
    ASSERT_TRUE(waitForImages(3));
    EXPECT_FALSE(panel->picture().hasHeat());
    click("tryWhy");
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel->picture().hasHeat(); }, 30'000));
    auto* const scores = child<QListView>("scoreList");
    const QString before = child<QLabel>("tryCaption")->text();
    scores->setFocus();
    QTest::keyClick(scores, Qt::Key_Down);
    EXPECT_TRUE(panel->picture().hasHeat()) << "all labels were computed at once";
    EXPECT_NE(child<QLabel>("tryCaption")->text(), before);
    shoot(QStringLiteral("why"));
    click("tryWhy");
    EXPECT_FALSE(panel->picture().hasHeat());
    shoot(QStringLiteral("try"));
}

TEST_F(DeploymentTryTest, PastedImagesAndFilesAreTried)
{
    page->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
    QGuiApplication::clipboard()->setImage(QImage(image(0)));
    child<QListView>("deploymentList")->setFocus();
    QTest::keyClick(page.get(), Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(waitForImages(1));
    EXPECT_EQ(child<QLabel>("tryCaption")->text(), QStringLiteral("Pasted image"));
    auto* const data = new QMimeData; // The clipboard owns it.
    data->setUrls({QUrl::fromLocalFile(image(1)), QUrl::fromLocalFile(image(2))});
    QGuiApplication::clipboard()->setMimeData(data);
    click("tryPaste");
    ASSERT_TRUE(waitForImages(3));
    QGuiApplication::clipboard()->clear();
    click("tryPaste");
    EXPECT_THAT(message().toStdString(), HasSubstr("holds no image"));
}

TEST_F(DeploymentTryTest, DroppedFilesAreTried)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(image(1)), QUrl::fromLocalFile(image(2))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(panel, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(panel, &drop);
    EXPECT_TRUE(waitForImages(2));
}

TEST_F(DeploymentTryTest, ManyDeploymentsAndImagesStayReadable)
{
    const auto first = deployments(workspace->project())->front();
    const auto best = checkpoint(workspace->project(), first.experiment, CheckpointKind::Best);
    for (int i = 0; i < 12; ++i)
        ASSERT_TRUE(createDeployment(workspace->project(), best->id,
                                     QStringLiteral("Landscapes at the northern coast, camera %1")
                                         .arg(i)));
    page->enter();
    EXPECT_EQ(child<QLabel>("deploymentTitle")->text(), first.name) << "the choice stays";
    QStringList files;
    for (int i = 0; i < 40; ++i)
        files.append(image(i % 20));
    QImage tall(300, 900, QImage::Format_RGB32);
    tall.fill(Qt::darkCyan);
    ASSERT_TRUE(tall.save(path(QStringLiteral("tall.png"))));
    panel->tryPaths(QStringList{path(QStringLiteral("tall.png"))} + files);
    ASSERT_TRUE(waitForImages(41));
    panel->tryPaths(files.mid(0, 20));
    ASSERT_TRUE(waitForImages(static_cast<int>(TriedImages::most))) << "the oldest go";
    shoot(QStringLiteral("full"));
    auto* const list = child<QListView>("deploymentList");
    list->setCurrentIndex(list->model()->index(0, 0));
    EXPECT_FALSE(panel->isVisible());
    EXPECT_EQ(child<QListView>("tryStrip")->model()->rowCount(), 0) << "another deployment";
    click("deploymentEnable");
    shoot(QStringLiteral("warming"));
}

TEST_F(DeploymentTryTest, WhatIsNoImageSaysSoInItsPlace)
{
    const QString bad = path(QStringLiteral("bad.jpg"));
    ASSERT_TRUE(writeFileAtomically(bad, "no image"));
    panel->tryPaths({bad});
    ASSERT_TRUE(waitForImages(1));
    EXPECT_FALSE(child<QLabel>("scoreSummary")->text().isEmpty());
    EXPECT_TRUE(shown().empty());
    panel->tryPaths({path(QStringLiteral("missing folder"))});
    EXPECT_TRUE(QTest::qWaitFor([&] { return !message().isEmpty(); }, 30'000));
    EXPECT_THAT(message().toStdString(), HasSubstr("There is no file or folder"));
}

TEST_F(DeploymentTryTest, FolderBecomesATable)
{
    const QString photos = path(QStringLiteral("photos"));
    QDir().mkpath(photos);
    for (int i = 0; i < 5; ++i)
        QFile::copy(image(i), photos + QStringLiteral("/%1.jpg").arg(i));
    folderAnswer = photos;
    fileAnswer = path(QStringLiteral("table.csv"));
    click("tryFolder");
    ASSERT_TRUE(QTest::qWaitFor([&] { return message().contains(QStringLiteral("table.csv")); },
                                30'000));
    EXPECT_EQ(readFile(fileAnswer)->count('\n'), 6);
}

TEST_F(DeploymentTryTest, ExportShowsItsProof)
{
    auto* const tabs = child<QTabWidget>("deploymentTabs");
    tabs->setCurrentIndex(3);
    shoot(QStringLiteral("details"));
    tabs->setCurrentIndex(2);
    fileAnswer = path(QStringLiteral("bundle"));
    click("exportModel");
    auto* const result = child<QLabel>("exportResult");
    ASSERT_TRUE(QTest::qWaitFor([&] { return result->isVisible() || !message().isEmpty(); },
                                60'000));
    EXPECT_THAT(result->text().toStdString(), HasSubstr("Changed decisions: 0 of"));
    EXPECT_TRUE(QFile::exists(fileAnswer + QStringLiteral("/model.pt")));
    for (const char* file : {"model.pt, run by LibTorch", "model.onnx, run by OpenCV DNN"})
        EXPECT_THAT(result->text().toStdString(), HasSubstr(file));
    shoot(QStringLiteral("export"));
}

TEST_F(DeploymentTryTest, ExportsInEveryForm)
{
    child<QTabWidget>("deploymentTabs")->setCurrentIndex(2);
    auto* const form = child<QComboBox>("exportForm");
    auto* const result = child<QLabel>("exportResult");
    const QStringList answers{QString(), QStringLiteral("packed"), QStringLiteral("alone.onnx"),
                              QStringLiteral("alone"), QStringLiteral("models")};
    const QStringList made{QString(), QStringLiteral("packed.zip"), QStringLiteral("alone.onnx"),
                           QStringLiteral("alone.pt"), QStringLiteral("models")};
    ASSERT_EQ(form->count(), answers.size());
    for (int i = 1; i < answers.size(); ++i) {
        form->setCurrentIndex(i);
        fileAnswer = path(answers.at(i));
        click("exportModel");
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return result->text().contains(made.at(i)) || !message().isEmpty(); }, 60'000))
            << i;
        EXPECT_TRUE(QFile::exists(path(made.at(i)))) << i;
    }
}

TEST_F(DeploymentTryTest, DisabledItForgetsNothingAndCannotBeTried)
{
    panel->tryPaths({image(1)});
    ASSERT_TRUE(waitForImages(1));
    click("deploymentEnable");
    EXPECT_FALSE(panel->isVisible());
    panel->tryPaths({image(2)});
    enableByClick();
    EXPECT_TRUE(panel->isVisible());
    EXPECT_EQ(child<QListView>("tryStrip")->model()->rowCount(), 1);
}

} // namespace labelwright::tests
