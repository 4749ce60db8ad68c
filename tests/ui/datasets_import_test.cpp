#include "tests/ui/datasets_fixture.h"

#include "ui/datasets/import_page.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeWidget>

namespace labelwright::tests {

namespace {

class DatasetsImportTest : public DatasetsTest
{
protected:
    /// Opens the import page on a source and waits until it was read.
    void openImport(const QString& source)
    {
        navigator.importFile(source);
        importPage = find<ImportPage>("importPage");
        ASSERT_TRUE(waitFor([this] { return isRead(); }));
    }

    bool isRead()
    {
        return importPage->isVisible() && problem() != "Reading …"
               && workspace->jobs().running().empty();
    }

    std::string problem() { return find<QLabel>("importProblem")->text().toStdString(); }
    std::string summary() { return find<QLabel>("importSummary")->text().toStdString(); }
    QString header(int column)
    {
        return find<QTableView>("importPreview")
            ->model()
            ->headerData(column, Qt::Horizontal)
            .toString();
    }
    void choose(const char* combo, const QString& text)
    {
        auto* const box = find<QComboBox>(combo);
        const int place = box->findText(text);
        ASSERT_GE(place, 0) << text.toStdString();
        box->setCurrentIndex(place);
        ASSERT_TRUE(waitFor([this] { return isRead(); }));
    }
    std::string importError()
    {
        return importPage->messages().isVisible() ? importPage->messages().text().toStdString()
                                                  : "";
    }

    ImportPage* importPage = nullptr;
};

constexpr const char* faultyIndex = "file;water;sky;camera;subset\n"
                                    "0.png;1;0;north;train\n"
                                    "1.png;0;1;south;train\n"
                                    "2.png;;1;south;test\n"
                                    "3.png;maybe;1;north;test\n"
                                    "nowhere.png;1;1;north;train\n"
                                    "4.png;1;1;north;holdout\n";

} // namespace

TEST_F(DatasetsImportTest, AZipComesInByClicks)
{
    EXPECT_TRUE(find<QPushButton>("emptyImport")->isVisible());
    screenshot("datasets-empty");
    chosenFile = sampleZip(40);
    click("emptyImport");
    importPage = find<ImportPage>("importPage");
    ASSERT_TRUE(waitFor([this] { return isRead(); }));
    EXPECT_EQ(find<QLabel>("importTitle")->text().toStdString(), "Import drawn40.zip");
    EXPECT_EQ(find<QLabel>("importFacts")->text().toStdString(),
              "A table with one column per label · index.csv · separator: comma · encoding: UTF-8");
    EXPECT_EQ(find<QTableView>("importPreview")->model()->rowCount(), 40);
    EXPECT_TRUE(header(0).endsWith("image path")) << header(0).toStdString();
    EXPECT_EQ(summary(), "40 images can come in; no problems found.");
    EXPECT_TRUE(find<QLabel>("importSubsetHint")->isVisible());
    EXPECT_TRUE(find<QLabel>("rowTitle")->isVisible());
    EXPECT_EQ(find<QLineEdit>("importName")->text().toStdString(), "drawn40");
    screenshot("datasets-import");
    click("doImport");
    ASSERT_TRUE(waitFor([this] { return message().contains("came into"); }));
    EXPECT_EQ(message().toStdString(), "40 images came into “drawn40”, with 8 labels.");
    ASSERT_TRUE(waitFor([this] { return find<QTableView>("sampleTable")->model()->rowCount() == 40; }));
    EXPECT_EQ(find<QListWidget>("datasetList")->item(0)->text().toStdString(), "drawn40");
    EXPECT_FALSE(importPage->isVisible());
}

TEST_F(DatasetsImportTest, FindingsAreListedAndTheRowsCanBeSaved)
{
    openImport(sourceFolder("faulty", faultyIndex, 6));
    EXPECT_EQ(summary(), "5 images can come in, 2 rows stay out.");
    const auto* const tree = find<QTreeWidget>("issueTree");
    ASSERT_EQ(tree->topLevelItemCount(), 4);
    EXPECT_EQ(tree->topLevelItem(0)->text(0).toStdString(),
              "1 row has a label cell that is neither 1/0, true/false, yes/no nor blank: 'water' was "
              "taken as a label.");
    EXPECT_EQ(tree->topLevelItem(0)->child(0)->text(0).toStdString(), "Row 5: 3.png");
    EXPECT_EQ(tree->topLevelItem(1)->child(0)->text(0).toStdString(), "Row 6: nowhere.png");
    screenshot("datasets-import-issues");
    find<QTreeWidget>("issueTree")->setCurrentItem(tree->topLevelItem(0)->child(0));
    EXPECT_EQ(find<QTableView>("importPreview")->currentIndex().row(), 3);

    chosenFile = path("rejects.csv");
    click("saveRejects");
    ASSERT_TRUE(waitFor([this] { return !importError().empty(); }));
    QFile file(chosenFile);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray rejects = file.readAll();
    EXPECT_TRUE(rejects.startsWith("line,problem,file,water,sky,camera,subset\n"));
    EXPECT_TRUE(rejects.contains("nowhere.png"));

    // The way out of images without a row: they stay out.
    find<QTreeWidget>("issueTree")->setCurrentItem(tree->topLevelItem(3));
    ASSERT_TRUE(find<QPushButton>("fixIssue")->isVisible());
    click("fixIssue");
    ASSERT_TRUE(waitFor([this] { return summary() == "4 images can come in, 2 rows stay out."; }));
}

TEST_F(DatasetsImportTest, WhatWasDetectedCanBeCorrected)
{
    openImport(sourceFolder("faulty", faultyIndex, 5));
    EXPECT_EQ(header(1).toStdString(), "water\nlabel");
    EXPECT_EQ(header(3).toStdString(), "camera\nfurther column");
    EXPECT_EQ(header(4).toStdString(), "subset\nsubset");
    choose("importGroupColumn", "camera");
    EXPECT_EQ(header(3).toStdString(), "camera\ngroup");
    choose("importSubsetColumn", "(none)");
    EXPECT_EQ(header(4).toStdString(), "subset\nfurther column");
    auto* labels = find<QListWidget>("checkList", find<QWidget>("importLabels"));
    ASSERT_EQ(labels->item(0)->text(), "water");
    labels->item(0)->setCheckState(Qt::Unchecked);
    ASSERT_TRUE(waitFor([this] { return header(1) == "water\nfurther column"; }));
    // Without 'water' the row with 'maybe' is fine.
    EXPECT_EQ(summary(), "5 images can come in, 1 row stays out.");
    labels = find<QListWidget>("checkList", find<QWidget>("importLabels"));
    for (int row = 0; row < labels->count(); ++row)
        labels->item(row)->setCheckState(Qt::Unchecked);
    EXPECT_EQ(problem(), "Tick the columns that are labels, or import the images without labels.");
    EXPECT_FALSE(find<QPushButton>("doImport")->isEnabled());
    choose("importLabelForm", "None (label later)");
    EXPECT_EQ(find<QLabel>("importFacts")->text().section(" · ", 0, 0), "Images without labels");
    find<QLineEdit>("importName")->clear();
    EXPECT_EQ(problem(), "Give the dataset a name.");
    QTest::keyClicks(find<QLineEdit>("importName"), "mine");
    click("doImport");
    ASSERT_TRUE(waitFor([this] { return message().contains("“mine”"); }));
    EXPECT_EQ(message().left(36).toStdString(), "5 images came into “mine”, with 0 la");
}

TEST_F(DatasetsImportTest, ARefusalOffersItsWayOut)
{
    openImport(sourceFolder("unlabelled", "image,weather\n0.png,fine\n1.png,rain\n", 2));
    EXPECT_TRUE(importError().starts_with("The index index.csv has no label column")) << importError();
    EXPECT_FALSE(find<QPushButton>("doImport")->isEnabled());
    EXPECT_EQ(find<QTableView>("importPreview")->model()->rowCount(), 2);
    screenshot("datasets-import-error");
    auto* const button = importPage->messages().findChild<QPushButton*>();
    ASSERT_EQ(button->text().toStdString(), "Import it unlabelled");
    QTest::mouseClick(button, Qt::LeftButton);
    ASSERT_TRUE(waitFor([this] { return summary().starts_with("2 images can come in"); }));
    EXPECT_EQ(importError(), "");
    EXPECT_TRUE(find<QPushButton>("doImport")->isEnabled());
}

TEST_F(DatasetsImportTest, AnErrorIsOneSentenceAndCancelGoesBack)
{
    QFile file(path("notes.zip"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("no archive");
    file.close();
    openImport(file.fileName());
    EXPECT_EQ(importError(), "The file notes.zip is no zip archive, although its name says so.");
    click("cancelImport");
    EXPECT_FALSE(importPage->isVisible());
    EXPECT_TRUE(find<QPushButton>("emptyImport")->isVisible());
}

TEST_F(DatasetsImportTest, ImagesCanJoinAnExistingDataset)
{
    importByCore(sourceFolder("first", "image,water\n0.png,1\n1.png,0\n", 2), "lakes");
    ASSERT_TRUE(waitFor([this] { return find<QListWidget>("datasetList")->count() == 1; }));
    openImport(sourceFolder("second", "image,water\n2.png,1\n3.png,0\n", 4));
    find<QLineEdit>("importName")->setText("lakes");
    EXPECT_EQ(problem(), "There is a dataset of this name: choose another, or import into that one.");
    find<QComboBox>("importTarget")->setCurrentText("lakes");
    EXPECT_EQ(problem(), "");
    choose("importWithoutRow", "stay out");
    click("doImport");
    ASSERT_TRUE(waitFor([this] { return message().contains("came into"); }));
    EXPECT_TRUE(message().startsWith("2 images came into “lakes”")) << message().toStdString();
    ASSERT_TRUE(waitFor([this] { return find<QTableView>("sampleTable")->model()->rowCount() == 4; }));
}

TEST_F(DatasetsImportTest, TheSampleIsDrawnAndOneMoreClickTrainsIt)
{
    const QSignalSpy training(&navigator, &Navigator::trainingRequested);
    click("emptySample");
    ASSERT_TRUE(QTest::qWaitFor([this] { return message().contains("landscapes"); }, 120'000));
    EXPECT_EQ(message().toStdString(), "800 images are ready: drawn landscapes with 8 labels.");
    auto* const button = page->messages().findChild<QPushButton*>();
    ASSERT_EQ(button->text().toStdString(), "Train a model now");
    QTest::mouseClick(button, Qt::LeftButton);
    ASSERT_EQ(training.count(), 1);
    ASSERT_TRUE(waitFor([this] { return find<QTableView>("sampleTable")->model()->rowCount() == 800; }));
}

} // namespace labelwright::tests
