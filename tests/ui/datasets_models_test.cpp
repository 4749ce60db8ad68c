#include "ui/datasets/dataset_history.h"
#include "ui/datasets/dataset_list.h"
#include "ui/datasets/dataset_words.h"
#include "ui/datasets/import_preview_model.h"
#include "ui/datasets/sample_table_model.h"
#include "ui/datasets/split_form.h"
#include "ui/datasets/subset_heat_model.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonObject>
#include <QRadioButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

/// `rows` samples without images, two labels and a field.
ContentsPointer madeContents(std::size_t rows)
{
    auto contents = std::make_shared<DatasetContents>();
    contents->dataset.name = "made";
    contents->dataset.samples = static_cast<qint64>(rows);
    contents->labels = {"water", "people"};
    contents->snapshot.annotations = LabelMatrix(rows, 2);
    contents->fields.columns = {"year"};
    for (std::size_t row = 0; row < rows; ++row) {
        Sample sample;
        sample.id = {static_cast<qint64>(row) + 1};
        sample.name = QString("images/%1.jpg").arg(row, 6, 10, QChar(u'0'));
        sample.width = 100 + static_cast<int>(row % 7);
        sample.height = 80;
        sample.check = row == 3 ? CheckState::Problem : CheckState::Ok;
        sample.problem = row == 3 ? "The image is cut off." : "";
        contents->samples.push_back(sample);
        contents->snapshot.samples.push_back(sample.id);
        contents->snapshot.subsets.push_back(
            row % 10 == 9 ? std::optional<Subset>() : allSubsets[row % 3]);
        contents->snapshot.annotations.set(row, 0, row % 2 == 0 ? Annotation::Present
                                                                : Annotation::Absent);
        if (row % 4 == 0)
            contents->snapshot.annotations.set(row, 1, Annotation::Absent);
        contents->fields.rows.push_back({QString::number(1990 + static_cast<int>(row % 30))});
    }
    contents->snapshot.labels = {{1}, {2}};
    contents->subsets =
        positivesPerSubset(contents->snapshot.annotations, contents->snapshot.subsets);
    contents->columns = columnsOfContents(*contents);
    return contents;
}

QString textAt(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

TEST(DatasetListTest, TellsOnlyOfAnotherChoiceOrOtherCounts)
{
    DatasetList list;
    QSignalSpy changes(&list, &DatasetList::chosenChanged);
    DatasetSummary first;
    first.dataset.id = {1};
    DatasetSummary second;
    second.dataset.id = {2};
    list.setDatasets({second, first});
    EXPECT_EQ(changes.count(), 1);
    list.setDatasets({second, first});
    first.dataset.pending = 5;
    list.setDatasets({second, first});
    EXPECT_EQ(changes.count(), 1);
    second.dataset.pending = 5;
    list.setDatasets({second, first});
    EXPECT_EQ(changes.count(), 2);
    list.setDatasets({first});
    EXPECT_EQ(changes.count(), 3);
    EXPECT_EQ(list.chosen()->dataset.id, first.dataset.id);
}

TEST(SplitFormTest, GoesBackToKeepingUnlessAPersonChose)
{
    SplitForm form({});
    auto* const anew = form.findChild<QRadioButton*>("splitAnew");
    auto* const keep = form.findChild<QRadioButton*>("keepPlaced");
    form.setCounts(60, 60);
    EXPECT_TRUE(anew->isChecked());
    form.setCounts(60, 20);
    EXPECT_TRUE(keep->isChecked());
    anew->click();
    form.setCounts(60, 60);
    form.setCounts(60, 20);
    EXPECT_TRUE(anew->isChecked());
}

TEST(SampleTableModel, ShowsEveryColumnOfASample)
{
    SampleTableModel model;
    const QAbstractItemModelTester tester(&model);
    model.setContents(madeContents(20));
    ASSERT_EQ(model.rowCount(), 20);
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    EXPECT_EQ(titles.join(" ").toStdString(),
              "Image Name Subset water people Size year Problem");
    EXPECT_EQ(textAt(model, 0, 1), "images/000000.jpg");
    EXPECT_EQ(textAt(model, 0, 2), "Training");
    EXPECT_EQ(textAt(model, 0, 3), "✓");
    EXPECT_EQ(textAt(model, 1, 3), "✗");
    EXPECT_EQ(textAt(model, 1, 4), "·");
    EXPECT_EQ(textAt(model, 1, 5), "101 × 80");
    EXPECT_EQ(textAt(model, 2, 6), "1992");
    EXPECT_EQ(model.index(1, 4).data(Qt::AccessibleTextRole).toString(), "people: unknown");
    EXPECT_TRUE(model.index(3, 0).data(SampleTableModel::BrokenRole).toBool());
    EXPECT_FALSE(model.index(2, 0).data(SampleTableModel::BrokenRole).toBool());
}

TEST(SampleTableModel, ShowsTheRowsOfAFilterInTheirOrder)
{
    SampleTableModel model;
    const QAbstractItemModelTester tester(&model);
    const ContentsPointer contents = madeContents(40);
    model.setContents(contents);
    const auto query = sampleQueryFromText("water AND year>1995");
    ASSERT_TRUE(query);
    auto rows = arrangedRows(*contents, *query, {6, Qt::DescendingOrder});
    ASSERT_TRUE(rows);
    model.setRows(*rows);
    ASSERT_EQ(model.rowCount(), 14); // 6, 8 … 28; 30 to 35 are 1990 to 1995 again; 36, 38.
    EXPECT_EQ(textAt(model, 0, 6), "2018");
    EXPECT_EQ(textAt(model, 13, 6), "1996");
    EXPECT_EQ(model.rowOf({29}), 0);
    EXPECT_EQ(model.rowOf({1}), -1);
}

TEST(SampleTableModel, HoldsAHundredThousandRows)
{
    SampleTableModel model;
    const ContentsPointer contents = madeContents(100'000);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setContents(contents);
    EXPECT_EQ(model.rowCount(), 100'000);
    EXPECT_EQ(textAt(model, 99'999, 1), "images/099999.jpg");
    const auto rows = arrangedRows(*contents, sampleQueryFromText("NOT water").value(),
                                   {1, Qt::DescendingOrder});
    ASSERT_TRUE(rows);
    model.setRows(*rows);
    EXPECT_EQ(model.rowCount(), 50'000);
    EXPECT_EQ(textAt(model, 0, 1), "images/099999.jpg");
    EXPECT_EQ(textAt(model, 49'999, 1), "images/000001.jpg");
    EXPECT_EQ(resets.count(), 2);
}

TEST(SampleTableModel, SortsByEveryKindOfColumn)
{
    const ContentsPointer contents = madeContents(30);
    const SampleQuery everything;
    const auto firstOf = [&](int column, Qt::SortOrder order) {
        return arrangedRows(*contents, everything, {column, order}).value().front();
    };
    EXPECT_EQ(firstOf(1, Qt::DescendingOrder), 29U);
    EXPECT_EQ(firstOf(2, Qt::AscendingOrder), 0U);  // Training first …
    EXPECT_EQ(firstOf(2, Qt::DescendingOrder), 9U); // … no subset last.
    EXPECT_EQ(firstOf(3, Qt::AscendingOrder), 0U);  // Present first.
    EXPECT_EQ(firstOf(3, Qt::DescendingOrder), 1U);
    EXPECT_EQ(firstOf(4, Qt::DescendingOrder), 1U); // Unknown after absent.
    EXPECT_EQ(firstOf(5, Qt::DescendingOrder), 6U);
    EXPECT_EQ(firstOf(6, Qt::DescendingOrder), 29U);
}

TEST(ColumnHistogram, TellsNumbersFromCategories)
{
    const QStringList numbers{"1", "2", "2", "", "13"};
    const auto ofNumbers =
        histogramOf(5, [&](std::size_t row) { return numbers[static_cast<qsizetype>(row)]; });
    EXPECT_TRUE(ofNumbers.isNumeric);
    ASSERT_EQ(ofNumbers.bins.size(), 12U);
    EXPECT_EQ(ofNumbers.bins.front().count, 1);
    EXPECT_EQ(ofNumbers.bins[1].count, 2);
    EXPECT_EQ(ofNumbers.bins.back().count, 1);
    const QStringList words{"north", "south", "south", "", "2"};
    const auto ofWords =
        histogramOf(5, [&](std::size_t row) { return words[static_cast<qsizetype>(row)]; });
    EXPECT_FALSE(ofWords.isNumeric);
    ASSERT_EQ(ofWords.bins.size(), 4U);
    EXPECT_EQ(ofWords.bins.front(), (HistogramBin{"south", 2}));
    const auto many = histogramOf(100, [](std::size_t row) { return QString("v%1").arg(row); });
    ASSERT_EQ(many.bins.size(), 13U);
    EXPECT_EQ(many.bins.back(), (HistogramBin{"88 other values", 88}));
}

TEST(SubsetHeatModel, MarksWhatASubsetLacks)
{
    SubsetHeatModel model;
    const QAbstractItemModelTester tester(&model);
    model.setContents(madeContents(40));
    ASSERT_EQ(model.rowCount(), 2);
    ASSERT_EQ(model.columnCount(), 3);
    EXPECT_FALSE(textAt(model, 0, 0).contains("⚠"));
    EXPECT_EQ(textAt(model, 1, 2), "⚠ 0");
    EXPECT_EQ(model.index(1, 2).data(Qt::ToolTipRole).toString(),
              "The label 'people' has no positives in the test subset.");
    EXPECT_EQ(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), "Test");
}

TEST(ImportPreviewModel, ShowsRowsWithWhatTheirColumnsAreTakenFor)
{
    auto draft = std::make_shared<ImportDraft>();
    draft->preview.columns = {"file", "water", "camera"};
    draft->preview.lines = {2, 3};
    draft->preview.cells = {{"a.png", "1", "north"}, {"b.png"}};
    ImportPlan plan;
    plan.columns = draft->preview.columns;
    plan.imageColumn = "file";
    plan.labels = {"water"};
    plan.fieldColumns = {"camera"};
    draft->plan = plan;
    ImportPreviewModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDraft(draft);
    EXPECT_EQ(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), "file\nimage path");
    EXPECT_EQ(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), "water\nlabel");
    EXPECT_EQ(textAt(model, 0, 2), "north");
    EXPECT_EQ(textAt(model, 1, 2), "");
    EXPECT_EQ(model.rowOfLine(3), 1);
    EXPECT_EQ(model.rowOfLine(9), -1);
}

TEST(DatasetHistory, CountsWhatChangedAfterAVersion)
{
    std::vector<LogEntry> log(4);
    log[0] = {1, LogKind::Matrix, {}, Annotator::Import, {}, 800};
    log[1] = {2, LogKind::Subsets, {}, Annotator::Human, {}, 100};
    log[2] = {3, LogKind::Answers, {}, Annotator::Human, {}, 3};
    log[3] = {5, LogKind::Subsets, {}, Annotator::Human, {}, 1};
    EXPECT_EQ(changesSince(log, 2), (ChangesSince{2, 3, 1, 0}));
    EXPECT_EQ(inWords(changesSince(log, 2)).toStdString(), "3 answers, 1 image put into a subset");
    EXPECT_EQ(inWords(changesSince(log, 5)), "nothing");
}

TEST(DatasetWords, SaysRulesAndAges)
{
    const QJsonObject chance{{"method", "iterative stratification"},
                             {"shares", QJsonArray{0.8, 0.1, 0.1}},
                             {"seed", 7}};
    EXPECT_EQ(ruleInWords(chance).toStdString(),
              "By chance 80 / 10 / 10 %, every label in proportion, seed 7");
    EXPECT_EQ(ruleInWords({{"method", "column"}}), "From the index's subset column");
    EXPECT_EQ(ruleInWords({}), "Not split yet");
    const QDateTime now = QDateTime::currentDateTime();
    EXPECT_EQ(ageInWords(now.addSecs(-20), now), "just now");
    EXPECT_EQ(ageInWords(now.addSecs(-3700), now), "1 hour ago");
    EXPECT_EQ(ageInWords(now.addDays(-3), now), "3 days ago");
}

} // namespace labelwright::tests
