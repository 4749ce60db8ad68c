#include "core/dataset/dataset_writer.h"

#include "core/base/atomic_file.h"
#include "core/dataset/import_plan.h"
#include "tests/core/dataset/made_files.h"
#include "tests/test_files.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

namespace labelwright::tests {

namespace {

/// A dataset with everything that a cell can hold.
DatasetWriteRequest smallRequest()
{
    DatasetWriteRequest request;
    request.labels = {u"sea"_qs, u"sky, wide"_qs, u"nobody knows"_qs};
    request.fieldColumns = {u"note"_qs, u"flag"_qs, u"image"_qs};
    request.groupColumn = u"song"_qs;
    request.samples = {
        {u"images/a.png"_qs,
         Subset::Training,
         u"s1"_qs,
         {u"two\nlines, \"quoted\""_qs, u"1"_qs, u"=1+1"_qs}},
        {u"images/größe é.png"_qs, Subset::Test, u"s2"_qs, {u""_qs, u"0"_qs, u"y"_qs}},
        {u"b"_qs, std::nullopt, {}, {u"z"_qs, u""_qs, u""_qs}}};
    request.annotations = LabelMatrix(3, 3);
    request.annotations.set(0, 0, Annotation::Present);
    request.annotations.set(0, 1, Annotation::Absent);
    request.annotations.set(1, 1, Annotation::Present);
    request.scoreLabels = {u"sea"_qs};
    request.scores = {0.25F, NAN, 1.0F};
    request.readImage = [](std::size_t i) -> Result<QByteArray> {
        return pngImage(static_cast<int>(i));
    };
    return request;
}

/// What would be written for a plan, so that it can be compared with what was read.
DatasetWriteRequest requestOf(const ImportPlan& plan)
{
    DatasetWriteRequest request;
    request.labels = plan.labels;
    request.annotations = plan.annotations;
    request.fieldColumns = plan.fieldColumns;
    request.groupColumn = plan.groupColumn;
    for (const PlannedSample& sample : plan.samples)
        request.samples.push_back({sample.name, sample.subset, sample.group, sample.fields});
    return request;
}

void expectSame(const DatasetWriteRequest& a, const DatasetWriteRequest& b)
{
    EXPECT_EQ(a.labels, b.labels);
    EXPECT_TRUE(a.annotations == b.annotations);
    EXPECT_EQ(a.fieldColumns, b.fieldColumns);
    EXPECT_EQ(a.groupColumn, b.groupColumn);
    ASSERT_EQ(a.samples.size(), b.samples.size());
    for (std::size_t i = 0; i < a.samples.size(); ++i) {
        EXPECT_EQ(a.samples[i].name, b.samples[i].name);
        EXPECT_EQ(a.samples[i].subset, b.samples[i].subset);
        EXPECT_EQ(a.samples[i].group, b.samples[i].group);
        EXPECT_EQ(a.samples[i].fields, b.samples[i].fields);
    }
}

} // namespace

TEST(DatasetWriter, ImportingGivesTheSameDataSet)
{
    const QTemporaryDir folder;
    const QString zip = folder.filePath(u"new/out.zip"_qs);
    const DatasetWriteRequest request = smallRequest();
    const auto written = writeDataset(zip, request);
    ASSERT_TRUE(written.has_value()) << written.error().summary.toStdString();
    const auto plan = planImport(zip);
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_TRUE(plan->issues.empty());
    expectSame(requestOf(*plan), request);
    const auto source = openSource(zip);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ((*source)->read(plan->samples[i].entry).value(), pngImage(static_cast<int>(i)));
    EXPECT_TRUE(
        (*source)
            ->read(u"index.csv"_qs)
            .value()
            .startsWith(
                "image 2,subset,song,note,flag,image,sea,\"sky, wide\",nobody knows,score:sea\n"));
}

TEST(DatasetWriter, OtherProgramsReadTheZip)
{
    const QTemporaryDir folder;
    const QString zip = folder.filePath(u"out.zip"_qs);
    ASSERT_TRUE(writeDataset(zip, smallRequest()));
    EXPECT_TRUE(runPython(QStringLiteral(R"(
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
assert z.namelist() == ['index.csv', 'labelwright.json', 'images/a.png', 'images/größe é.png', 'b'], z.namelist()
)"),
                          {zip}));
}

TEST(DatasetWriter, SameRequestSameBytes)
{
    const QTemporaryDir folder;
    for (const char* name : {"a.zip", "b.zip"})
        ASSERT_TRUE(writeDataset(folder.filePath(QString::fromLatin1(name)), smallRequest()));
    EXPECT_EQ(readFile(folder.filePath(u"a.zip"_qs)).value(),
              readFile(folder.filePath(u"b.zip"_qs)).value());
}

TEST(DatasetWriter, UnlabelledDataSetsComeBackUnlabelled)
{
    const QTemporaryDir folder;
    DatasetWriteRequest request = smallRequest();
    request.labels.clear();
    request.annotations = LabelMatrix(3, 0);
    const QString zip = folder.filePath(u"u.zip"_qs);
    ASSERT_TRUE(writeDataset(zip, request));
    const auto plan = planImport(zip);
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    expectSame(requestOf(*plan), request);
}

TEST(DatasetWriter, UnsafeAndEqualNamesAreMadeFit)
{
    const QTemporaryDir folder;
    DatasetWriteRequest request = smallRequest();
    request.samples[0].name = u"../../C:\\evil/.hidden.png"_qs;
    request.samples[1].name = u"Index.csv"_qs;
    request.samples[2].name = u"INDEX.CSV"_qs;
    const QString zip = folder.filePath(u"n.zip"_qs);
    ASSERT_TRUE(writeDataset(zip, request));
    const auto plan = planImport(zip);
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_EQ(plan->samples[0].name, u"C_/evil/_.hidden.png"_qs);
    EXPECT_EQ(plan->samples[1].name, u"Index-2.csv"_qs);
    EXPECT_EQ(plan->samples[2].name, u"INDEX-3.CSV"_qs);
}

TEST(DatasetWriter, FailuresAndStopsLeaveTheOldFile)
{
    const QTemporaryDir folder;
    const QString zip = folder.filePath(u"old.zip"_qs);
    ASSERT_TRUE(writeFileAtomically(zip, "old"));
    DatasetWriteRequest request = smallRequest();
    request.readImage = [](std::size_t i) -> Result<QByteArray> {
        if (i == 1)
            return failure(u"The image is gone."_qs);
        return QByteArray("x");
    };
    EXPECT_EQ(writeDataset(zip, request).error().summary, u"The image is gone."_qs);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(isCancelled(writeDataset(zip, smallRequest(), {}, stop.get_token()).error()));
    EXPECT_EQ(readFile(zip).value(), QByteArray("old"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
              QStringList{u"old.zip"_qs});
    const auto refused = writeDataset(u"/proc/nowhere/x.zip"_qs, smallRequest());
    ASSERT_FALSE(refused.has_value());
    EXPECT_TRUE(
        refused.error().summary.startsWith(u"The archive /proc/nowhere/x.zip cannot be written"));
}

TEST(DatasetWriter, RealDataComesBackUnchanged)
{
    const auto path = testDataFile(u"tiny-coco.zip"_qs);
    if (!path)
        GTEST_SKIP() << "tiny-coco.zip is not in LABELWRIGHT_TEST_DATA";
    const auto plan = planImport(*path);
    ASSERT_TRUE(plan.has_value());
    const auto source = openSource(*path).value()->clone();
    ASSERT_TRUE(source.has_value());
    DatasetWriteRequest request = requestOf(*plan);
    request.readImage = [&](std::size_t i) { return (*source)->read(plan->samples[i].entry); };
    const QTemporaryDir folder;
    ASSERT_TRUE(writeDataset(folder.filePath(u"c.zip"_qs), request));
    const auto again = planImport(folder.filePath(u"c.zip"_qs));
    ASSERT_TRUE(again.has_value());
    EXPECT_TRUE(again->issues.empty());
    expectSame(requestOf(*again), request);
}

} // namespace labelwright::tests
