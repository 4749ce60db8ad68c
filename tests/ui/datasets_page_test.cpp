#include "tests/ui/datasets_fixture.h"

#include "core/project/annotations.h"
#include "core/project/datasets.h"
#include "core/project/feature_sets.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "core/session/thumbnails.h"
#include "ui/datasets/filter_bar.h"
#include "ui/datasets/histogram_header.h"
#include "ui/datasets/label_chip.h"
#include "ui/datasets/sample_table_model.h"
#include "ui/datasets/zoom_view.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace labelwright::tests {

namespace {

class DatasetsPageTest : public DatasetsTest
{
protected:
    void showSample(int count)
    {
        importByCore(sampleZip(count), "landscapes");
        ASSERT_TRUE(waitFor([this, count] { return rows() == count; }));
        ASSERT_TRUE(waitFor([this] { return !countText().empty(); }));
    }

    int rows() { return table()->model()->rowCount(); }
    QTableView* table() { return find<QTableView>("sampleTable"); }
    std::string countText() { return find<QLabel>("filterCount")->text().toStdString(); }
    std::string cell(int row, int column)
    {
        return table()->model()->index(row, column).data().toString().toStdString();
    }
    int columnCalled(const QString& title)
    {
        for (int column = 0; column < table()->model()->columnCount(); ++column)
            if (table()->model()->headerData(column, Qt::Horizontal).toString() == title)
                return column;
        return -1;
    }
    void showTab(int tab) { find<QTabWidget>("datasetTabs")->setCurrentIndex(tab); }
    QDialog* dialog(const char* name)
    {
        return page->findChild<QDialog*>(QLatin1String(name));
    }
};

} // namespace

TEST_F(DatasetsPageTest, TheTableShowsSamplesWithTheirThumbnails)
{
    showSample(60);
    EXPECT_EQ(countText(), "60 of 60");
    EXPECT_GE(columnCalled("water"), 0);
    const auto& model = *qobject_cast<SampleTableModel*>(table()->model());
    ASSERT_TRUE(waitFor([&] { return !workspace->thumbnails().find(model.sampleId(0)).isNull(); }));
    EXPECT_EQ(workspace->thumbnails().find(model.sampleId(0)).size(), QSize(160, 160));
    ASSERT_TRUE(waitFor([&] { return find<ZoomView>("samplePicture")->imageSize() == QSize(160, 160); }));
    EXPECT_EQ(find<QLabel>("sampleName")->text().toStdString(), cell(0, 1));
    screenshot("datasets-table");
    table()->setCurrentIndex(table()->model()->index(5, 1));
    EXPECT_EQ(find<QLabel>("sampleName")->text().toStdString(), cell(5, 1));
}

TEST_F(DatasetsPageTest, TheFilterFindsSortsAndExplains)
{
    showSample(60);
    auto* const field = find<QLineEdit>("filterField");
    const int water = columnCalled("water");
    QTest::keyClicks(field, "water AND NOT people");
    const int people = columnCalled("people");
    ASSERT_TRUE(waitFor([&] {
        for (int row = 0; row < rows(); ++row)
            if (cell(row, water) != "✓" || cell(row, people) != "✗")
                return false;
        return rows() > 0;
    }));
    EXPECT_LT(rows(), 60);
    EXPECT_EQ(countText(), std::to_string(rows()) + " of 60");
    EXPECT_EQ(find<LabelChip>("chip-water")->filter(), LabelFilter::Include);
    EXPECT_EQ(find<LabelChip>("chip-people")->filter(), LabelFilter::Exclude);
    screenshot("datasets-filter");

    field->clear();
    QTest::keyClicks(field, "water AND (");
    auto* const error = find<QLabel>("filterError");
    ASSERT_TRUE(waitFor([&] { return error->isVisible(); }));
    EXPECT_TRUE(error->text().endsWith("at character 12.")) << error->text().toStdString();

    field->setText("subset:none");
    ASSERT_TRUE(waitFor([this] { return find<QPushButton>("clearFilter")->isVisible(); }));
    EXPECT_EQ(countText(), "0 of 60");
    click("clearFilter");
    ASSERT_TRUE(waitFor([this] { return rows() == 60 && table()->isVisible(); }));
    EXPECT_FALSE(error->isVisible());
    auto* const header = find<HistogramHeader>("sampleHeader");
    const QPoint name(header->sectionViewportPosition(1) + 20, header->height() - 6);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    ASSERT_TRUE(waitFor([this] { return cell(0, 1) > cell(59, 1); }));
}

TEST_F(DatasetsPageTest, ChipsAndSubsetEditTheText)
{
    showSample(60);
    const auto text = [this] { return find<QLineEdit>("filterField")->text().toStdString(); };
    auto* const chip = find<LabelChip>("chip-water");
    ASSERT_TRUE(waitFor([&] { return chip->visibleRegion().contains(chip->rect().center()); }));
    EXPECT_GE(chip->visibleRegion().boundingRect().height(), chip->sizeHint().height());
    QTest::mouseClick(chip, Qt::LeftButton);
    EXPECT_EQ(text(), "water");
    EXPECT_EQ(chip->text().toStdString(), "✓ water");
    QTest::mouseClick(chip, Qt::LeftButton, Qt::AltModifier);
    EXPECT_EQ(text(), "NOT water");
    QTest::mouseClick(chip, Qt::LeftButton, Qt::AltModifier);
    EXPECT_EQ(text(), "");
    QTest::keyClick(chip, Qt::Key_Space, Qt::ShiftModifier);
    EXPECT_EQ(text(), "NOT water");
    auto* const subset = find<QComboBox>("filterSubset");
    subset->setCurrentIndex(3);
    Q_EMIT subset->activated(3);
    EXPECT_EQ(text(), "NOT water AND subset:test");
    ASSERT_TRUE(waitFor([this] { return rows() > 0 && rows() < 10; }));
    for (int row = 0; row < rows(); ++row)
        EXPECT_EQ(cell(row, 2), "Test");
}

TEST_F(DatasetsPageTest, TheHistogramTellsBinAndCount)
{
    showSample(60);
    auto* const header = find<HistogramHeader>("sampleHeader");
    const int subset = 2;
    const QPoint first(header->sectionViewportPosition(subset) + header->sectionSize(subset) / 4,
                       20);
    const QString text = header->barText(first);
    EXPECT_TRUE(text.startsWith("Training: 4")) << text.toStdString();
    EXPECT_TRUE(text.contains("of 60")) << text.toStdString();
    EXPECT_EQ(header->barText({first.x(), header->height() - 3}), "");
}

TEST_F(DatasetsPageTest, TheGalleryKeepsTheImageInFront)
{
    showSample(60);
    table()->setCurrentIndex(table()->model()->index(7, 1));
    const std::string name = cell(7, 1);
    click("galleryToggle");
    auto* const gallery = find<QListView>("sampleGallery");
    ASSERT_TRUE(gallery->isVisible());
    EXPECT_EQ(gallery->currentIndex().row(), 7);
    const auto& model = *qobject_cast<SampleTableModel*>(table()->model());
    ASSERT_TRUE(waitFor([&] { return !workspace->thumbnails().find(model.sampleId(9)).isNull(); }));
    screenshot("datasets-gallery");
    QTest::keyClick(gallery, Qt::Key_Right);
    EXPECT_EQ(find<QLabel>("sampleName")->text().toStdString(), cell(8, 1));
    gallery->setFocus();
    QTest::keyClick(gallery, Qt::Key_G);
    EXPECT_TRUE(table()->isVisible());
    EXPECT_EQ(table()->currentIndex().row(), 8);
}

TEST_F(DatasetsPageTest, ThePictureZoomsByKeysAndWheel)
{
    showSample(12);
    auto* const picture = find<ZoomView>("samplePicture");
    ASSERT_TRUE(waitFor([&] { return picture->imageSize() == QSize(160, 160); }));
    const double fitted = picture->scale();
    EXPECT_TRUE(picture->isFitted());
    QTest::keyClick(picture, Qt::Key_Plus);
    EXPECT_NEAR(picture->scale(), 1.25 * fitted, 1e-9);
    QTest::keyClick(picture, Qt::Key_Minus);
    QTest::keyClick(picture, Qt::Key_Minus);
    EXPECT_NEAR(picture->scale(), fitted, 1e-9);
    QTest::keyClick(picture, Qt::Key_Plus);
    QTest::keyClick(picture, Qt::Key_F);
    EXPECT_TRUE(picture->isFitted());
}

TEST_F(DatasetsPageTest, AFeatureSetIsMadeUsedAndDeleted)
{
    showSample(24);
    showTab(2);
    auto* const list = find<QListWidget>("featureSetList");
    ASSERT_EQ(list->count(), 1);
    EXPECT_TRUE(list->item(0)->text().startsWith("All labels (8 labels)"));
    EXPECT_FALSE(find<QPushButton>("deleteFeatureSet")->isEnabled());
    click("newFeatureSet");
    QDialog* const dialog = this->dialog("featureSetDialog");
    ASSERT_NE(dialog, nullptr);
    auto* const labels = find<QListWidget>("checkList", dialog);
    EXPECT_EQ(labels->item(0)->checkState(), Qt::Checked);
    screenshot("datasets-feature-set", dialog);
    click("checkNone", dialog);
    EXPECT_FALSE(find<QPushButton>("createFeatureSet", dialog)->isEnabled());
    QTest::keyClicks(find<QLineEdit>("checkListSearch", dialog), "wat");
    click("checkAll", dialog);
    find<QLineEdit>("featureSetName", dialog)->setText("wet");
    click("createFeatureSet", dialog);
    ASSERT_TRUE(waitFor([&] { return list->count() == 2; }));
    EXPECT_EQ(list->item(1)->text().toStdString(), "wet (1 label)\nwater");
    EXPECT_EQ(list->currentRow(), 1);

    QSignalSpy wizard(&navigator, &Navigator::wizardRequested);
    click("newExperiment");
    ASSERT_EQ(wizard.count(), 1);
    const auto sets =
        featureSets(workspace->project(), wizard.first().first().value<DatasetId>()).value();
    EXPECT_EQ(wizard.first().at(1).value<FeatureSetId>(), sets[1].id);
    click("deleteFeatureSet");
    ASSERT_TRUE(waitFor([&] { return list->count() == 1; }));
    EXPECT_EQ(questions.size(), 1);
}

TEST_F(DatasetsPageTest, SubsetsAreShownAndSplitAnew)
{
    showSample(60);
    showTab(1);
    EXPECT_EQ(find<QLabel>("subsetRule")->text().toStdString(),
              "By chance 80 / 10 / 10 %, every label in proportion, seed 1");
    EXPECT_EQ(find<QTableView>("subsetTable")->model()->rowCount(), 8);
    screenshot("datasets-subsets");
    click("newSplit");
    QDialog* const dialog = this->dialog("splitDialog");
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(waitFor([&] {
        return find<QLabel>("dataUsage", dialog)->text() == "Data usage: 60 of 60 images (100 %)";
    }));
    screenshot("datasets-split-1", dialog);
    click("splitNext", dialog);
    find<QDoubleSpinBox>("share-training", dialog)->setValue(50);
    find<QDoubleSpinBox>("share-test", dialog)->setValue(40);
    EXPECT_TRUE(find<QRadioButton>("splitAnew", dialog)->isChecked());
    screenshot("datasets-split-2", dialog);
    click("splitNext", dialog);
    ASSERT_TRUE(waitFor([this] {
        return find<QLabel>("subsetRule")->text().startsWith("By chance 50 / 10 / 40 %");
    }));
    ASSERT_EQ(questions.size(), 1);
    EXPECT_TRUE(questions.first().startsWith("Up to 60 images may move"));
    EXPECT_TRUE(find<QLabel>("subsetCounts")->text().contains("30 images"))
        << find<QLabel>("subsetCounts")->text().toStdString();
}

TEST_F(DatasetsPageTest, ASplitCanBeLimitedToPartOfTheData)
{
    QByteArray index = "image,water,camera\n";
    for (int i = 0; i < 20; ++i)
        index += QByteArray::number(i) + ".png," + (i % 2 == 0 ? "1," : "0,")
                 + (i < 8 ? "north\n" : "south\n");
    importByCore(sourceFolder("cameras", index, 20), "cameras");
    ASSERT_TRUE(waitFor([this] { return rows() == 20; }));
    showTab(1);
    click("newSplit");
    QDialog* const dialog = this->dialog("splitDialog");
    find<QRadioButton>("filterSome", dialog)->setChecked(true);
    find<QLineEdit>("conditionValue", find<QWidget>("filterCondition", dialog))->setText("north");
    ASSERT_TRUE(waitFor([&] {
        return find<QLabel>("dataUsage", dialog)->text() == "Data usage: 8 of 20 images (40 %)";
    }));
    click("splitNext", dialog);
    for (const char* share : {"share-training", "share-validation"})
        find<QDoubleSpinBox>(share, dialog)->setValue(0);
    click("splitNext", dialog);
    ASSERT_TRUE(waitFor([this] {
        return find<QLabel>("subsetRule")->text().endsWith("only where camera = north");
    }));
    for (int row = 0; row < 8; ++row)
        EXPECT_EQ(cell(row, 2), "Test");
}

TEST_F(DatasetsPageTest, AVersionTellsWhatChangedSince)
{
    showSample(40);
    const DatasetId dataset = datasets(workspace->project()).value().front().id;
    showTab(3);
    EXPECT_TRUE(find<QLabel>("noVersions")->isVisible());
    ASSERT_TRUE(createVersion(workspace->project(), dataset));
    const Snapshot snapshot = currentSnapshot(workspace->project(), dataset).value();
    const std::vector<Answer> answers{{snapshot.samples[0], snapshot.labels[0], Annotation::Absent},
                                      {snapshot.samples[1], snapshot.labels[0], Annotation::Present}};
    ASSERT_TRUE(appendAnswers(workspace->project(), dataset, answers, Annotator::Human, "test"));
    workspace->tellDatasetsChanged();
    QStringList texts;
    ASSERT_TRUE(waitFor([&] {
        texts.clear();
        for (const QLabel* label : find<QWidget>("versionList")->findChildren<QLabel*>())
            texts.append(label->text());
        return texts.join("|").contains("Version 1");
    }));
    EXPECT_TRUE(texts.contains("Used by no experiment")) << texts.join("|").toStdString();
    EXPECT_TRUE(texts.contains("Changed since: 2 answers")) << texts.join("|").toStdString();
    EXPECT_FALSE(find<QLabel>("noVersions")->isVisible());
    screenshot("datasets-versions");
}

TEST_F(DatasetsPageTest, ThePlaceStaysWhenTheDatasetIsReadAnew)
{
    showSample(60);
    const auto* const model = qobject_cast<SampleTableModel*>(table()->model());
    QScrollBar* const bar = table()->verticalScrollBar();
    bar->setValue(300);
    ASSERT_EQ(bar->value(), 300);
    const ContentsPointer before = model->contents();
    workspace->tellDatasetsChanged();
    ASSERT_TRUE(waitFor([&] { return model->contents() != before; }));
    ASSERT_TRUE(waitFor([&] { return table()->currentIndex().isValid(); }));
    EXPECT_EQ(bar->value(), 300);
}

TEST_F(DatasetsPageTest, DatasetsAreRenamedExportedAndDeleted)
{
    showSample(12);
    auto* const list = find<QListWidget>("datasetList");
    typedText = "hills";
    trigger("renameDataset");
    ASSERT_TRUE(waitFor([&] { return list->item(0)->text() == "hills"; }));
    chosenFile = path("hills.zip");
    trigger("exportDataset");
    ASSERT_TRUE(waitFor([this] { return message().startsWith("12 images are in"); }));
    EXPECT_TRUE(QFile::exists(chosenFile));
    confirms = false;
    trigger("deleteDataset");
    EXPECT_EQ(list->count(), 1);
    confirms = true;
    trigger("deleteDataset");
    ASSERT_TRUE(waitFor([&] { return list->count() == 0; }));
    EXPECT_TRUE(find<QPushButton>("emptyImport")->isVisible());
    EXPECT_EQ(message().toStdString(), "“hills” is deleted.");
}

TEST_F(DatasetsPageTest, AnUnreadableImageIsMarkedAndExplained)
{
    const QString source = sourceFolder("broken", "image,water\n0.png,1\n1.png,0\n2.png,1\n", 3);
    QFile file(source + "/1.png");
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.resize(60);
    file.close();
    importByCore(source, "broken");
    ASSERT_TRUE(waitFor([this] { return rows() == 3; }));
    EXPECT_EQ(find<QListWidget>("datasetList")->item(0)->text(), "broken");
    ASSERT_GE(columnCalled("Problem"), 0);
    find<QLineEdit>("filterField")->setText("problem:*");
    ASSERT_TRUE(waitFor([this] { return rows() == 1; }));
    EXPECT_EQ(cell(0, 1), "1.png");
    ASSERT_TRUE(waitFor([this] { return find<QLabel>("sampleName")->text() == "1.png"; }));
    EXPECT_TRUE(find<QLabel>("sampleProblem")->isVisible());
    ASSERT_TRUE(waitFor([this] { return workspace->jobs().running().empty(); }));
    screenshot("datasets-broken");
}

TEST_F(DatasetsPageTest, NothingCanBeDoneToTheDatasetShownBefore)
{
    showSample(12);
    importByCore(sampleZip(20), "others");
    auto* const list = find<QListWidget>("datasetList");
    ASSERT_TRUE(waitFor([&] { return list->count() == 2 && rows() > 0; }));
    const int before = rows();
    list->setCurrentRow(1 - list->currentRow());
    EXPECT_EQ(rows(), 0) << "the highlighted dataset is still being read";
    EXPECT_FALSE(find<QPushButton>("newExperiment")->isEnabled());
    ASSERT_TRUE(waitFor([&] { return rows() > 0; }));
    EXPECT_NE(rows(), before);
}

} // namespace labelwright::tests
