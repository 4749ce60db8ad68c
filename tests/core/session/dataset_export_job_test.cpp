#include "core/session/dataset_export_job.h"

#include "core/dataset/csv.h"
#include "core/dataset/source.h"
#include "core/evaluation/calibration.h"
#include "core/project/imports.h"
#include "tests/core/session/scored_experiment.h"

#include <QDir>

#include <gmock/gmock.h>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

class DatasetExportJobTest : public ScoredExperimentTest
{
protected:
    [[nodiscard]] QString zip() const { return path("out.zip"); }

    /// Names of the samples that a new import of the zip finds.
    QStringList namesInZip()
    {
        QStringList names;
        for (const PlannedSample& sample : valueOf(planImport(zip())).samples)
            names.append(sample.name);
        return names;
    }
};

} // namespace

TEST_F(DatasetExportJobTest, LeavesOutImagesThatCannotBeUsed)
{
    const QString folder = source("photos", index(8), 8);
    makeFolder(folder, {{QString("3.png"), "no image"}});
    const DatasetId id = valueOf(importDataset(project, request(folder))).dataset;
    const DatasetExport done = valueOf(exportDataset(project, id, zip()));
    EXPECT_EQ(done.images, 7);
    EXPECT_EQ(done.leftOut, 1);
    EXPECT_FALSE(namesInZip().contains("3.png"));

    // What is left is the dataset without that row: labels, subsets, groups and bytes.
    const auto again = valueOf(importDataset(project, request(zip(), "again")));
    EXPECT_TRUE(again.plan.issues.empty());
    auto expected = subsets(id);
    expected.erase("3.png");
    EXPECT_EQ(subsets(again.dataset), expected);
    std::map<QString, QByteArray> digests;
    for (const Sample& sample : valueOf(samples(project, id)))
        digests[sample.name] = sample.sha256;
    for (const Sample& sample : valueOf(samples(project, again.dataset)))
        EXPECT_EQ(sample.sha256, digests[sample.name]) << sample.name.toStdString();
    const ImportPlan plan = valueOf(planImport(zip()));
    for (std::size_t row = 0; row < plan.samples.size(); ++row) {
        const int number = plan.samples[row].name.chopped(4).toInt();
        EXPECT_EQ(plan.annotations.at(row, 0),
                  number % 2 == 0 ? Annotation::Present : Annotation::Absent);
    }
}

TEST_F(DatasetExportJobTest, ScoresStandInTheRowsOfTheirImages)
{
    const DatasetId id = halves("photos", 6, {{QString("2.png"), "no image"}});
    scoredExperiment(id);
    EXPECT_EQ(valueOf(exportDataset(project, id, zip(), CheckpointChoice())).leftOut, 1);
    const QByteArray csv = valueOf(valueOf(openSource(zip()))->read("index.csv"));
    const CsvTable table = valueOf(parseCsv(csv));
    ASSERT_EQ(table.rows(), 11U);
    std::size_t column = 0;
    while (column + 1 < table.columns() && table.columnName(column) != "score:sky")
        ++column;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::size_t number = row < 2 ? row : row + 1;
        const float score = calibratedScore(logitsOf(number)[1], {});
        EXPECT_EQ(table.cell(row, 0), std::to_string(number) + ".png");
        EXPECT_EQ(table.cell(row, column),
                  QByteArray::number(static_cast<double>(score), 'g', 9).toStdString());
    }
}

TEST_F(DatasetExportJobTest, UncheckedImagesAreTried)
{
    const QString folder = source("photos", index(5), 5);
    const ImportPlan plan = valueOf(planImport(folder));
    const DatasetId id = valueOf(importNew(project, "photos", plan, Keeping::Copy)).dataset;
    ASSERT_TRUE(QFile::remove(folder + "/1.png"));
    const DatasetExport done = valueOf(exportDataset(project, id, zip()));
    EXPECT_EQ(done.images, 4);
    EXPECT_EQ(done.leftOut, 1);
    EXPECT_EQ(namesInZip(), QStringList({"0.png", "2.png", "3.png", "4.png"}));
    ASSERT_TRUE(QDir().rename(folder, folder + ".away"));
    EXPECT_THAT(summaryOf(exportDataset(project, id, path("other.zip"))),
                HasSubstr("There is no file or folder"));
    EXPECT_FALSE(QFile::exists(path("other.zip")));
}

} // namespace labelwright::tests
