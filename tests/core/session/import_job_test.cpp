#include "core/session/import_job.h"

#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/originals.h"
#include "core/session/check_job.h"
#include "tests/core/session/small_dataset.h"

#include <QDir>
#include <QFile>

namespace labelwright::tests {

namespace {

class ImportJobTest : public SmallDatasetTest
{
protected:
    qint64 datasetCount() { return static_cast<qint64>(valueOf(datasets(project)).size()); }
};

} // namespace

TEST_F(ImportJobTest, BringsImagesLabelsAndSubsets)
{
    const auto summary = importDataset(project, request(source("photos", index(40), 40)));
    ASSERT_TRUE(summary) << summaryOf(summary);
    EXPECT_EQ(summary->name, "photos");
    EXPECT_EQ(summary->added, 40);
    EXPECT_EQ(summary->labels, QStringList({"water", "sky"}));
    EXPECT_TRUE(summary->plan.issues.empty());
    EXPECT_EQ(summary->subsets.withoutSubset, 0);
    EXPECT_EQ(summary->subsets.samples[0] + summary->subsets.samples[1] +
                  summary->subsets.samples[2],
              40);
    for (const Sample& sample : valueOf(samples(project, summary->dataset))) {
        EXPECT_EQ(sample.check, CheckState::Ok);
        EXPECT_EQ(sample.width, 32);
        EXPECT_EQ(sample.sha256.size(), 64);
    }
    EXPECT_TRUE(valueOf(verifyOriginals(project, summary->dataset)).empty());
}

TEST_F(ImportJobTest, AddsToADatasetWithoutMovingItsImages)
{
    const auto first = valueOf(importDataset(project, request(source("one", index(20), 20), "d")));
    const auto before = subsets(first.dataset);
    ImportRequest more = request(source("two", index(30), 30, 500), "d");
    more.target = ImportTarget::ExistingDataset;
    more.split.seed = 77;
    const auto second = importDataset(project, more);
    ASSERT_TRUE(second) << summaryOf(second);
    EXPECT_EQ(second->dataset, first.dataset);
    EXPECT_EQ(second->added, 10);
    EXPECT_EQ(second->alreadyThere.size(), 20);
    EXPECT_EQ(second->samplesBefore, 20);
    EXPECT_TRUE(second->newLabels.isEmpty());
    const auto after = subsets(first.dataset);
    EXPECT_EQ(after.size(), 30U);
    for (const auto& [name, subset] : before)
        EXPECT_EQ(after.at(name), subset) << name.toStdString();
    for (const auto& [name, subset] : after)
        EXPECT_TRUE(subset.has_value()) << name.toStdString();
}

TEST_F(ImportJobTest, ListsUnreadableImagesAmongTheRejects)
{
    const QString folder = source("photos", index(12), 12);
    makeFolder(folder, {{QString("3.png"), "no image"}, {QString("7.png"), ""}});
    const auto summary = importDataset(project, request(folder));
    ASSERT_TRUE(summary) << summaryOf(summary);
    QStringList named;
    for (const Issue& issue : summary->plan.issues)
        if (issue.kind == IssueKind::UnreadableImage)
            named += issue.names;
    named.sort();
    EXPECT_EQ(named, QStringList({"3.png", "7.png"}));
    QStringList rejected;
    for (const RejectedRow& row : summary->plan.rejects)
        rejected.append(QString::number(row.row) + ' ' + row.problem);
    EXPECT_EQ(rejected.size(), 2) << rejected.join('\n').toStdString();
    EXPECT_EQ(summary->added, 10) << "what cannot be read did not come in";
    EXPECT_EQ(summary->unreadable, 2);
    for (const auto& [name, subset] : subsets(summary->dataset))
        EXPECT_EQ(subset.has_value(), name != "3.png" && name != "7.png") << name.toStdString();
}

TEST_F(ImportJobTest, StrictLeavesNothing)
{
    const QString unreadable = source("photos", index(12), 12);
    makeFolder(unreadable, {{QString("3.png"), "no image"}});
    const QString badCell = source("cells", index(12).replace("2.png,1", "2.png,perhaps"), 12);
    for (const QString& folder : {unreadable, badCell}) {
        ImportRequest strict = request(folder);
        strict.options.strictness = Strictness::RefuseAll;
        const auto refused = importDataset(project, strict);
        ASSERT_FALSE(refused) << folder.toStdString();
        EXPECT_TRUE(refused.error().summary.endsWith('.')) << summaryOf(refused);
        EXPECT_TRUE(refused.error().summary.contains("(row ")) << summaryOf(refused);
        EXPECT_EQ(datasetCount(), 0);
        EXPECT_FALSE(QDir(project.originalsFolder()).exists() &&
                     !QDir(project.originalsFolder()).isEmpty());
    }
}

TEST_F(ImportJobTest, RefusesNamesBeforeReadingTheSource)
{
    const QString folder = source("photos", index(8), 8);
    valueOf(importDataset(project, request(folder)));
    EXPECT_EQ(summaryOf(importDataset(project, request(folder))),
              "There is already a dataset photos: choose another name with --dataset, or add to "
              "it with --into.");
    ImportRequest into = request(path("nowhere"), "other");
    into.target = ImportTarget::ExistingDataset;
    EXPECT_NE(summaryOf(importDataset(project, into)).find("other"), std::string::npos);
    EXPECT_EQ(datasetCount(), 1);
}

TEST_F(ImportJobTest, StoppedCheckGoesOnWhereItWasLeft)
{
    constexpr int count = 300; // More than one batch of the check.
    const QString folder = source("photos", index(count), count);
    std::stop_source stop;
    const auto stopped = importDataset(
        project, request(folder),
        [&stop](const Progress& progress) {
            if (progress.step == "Checking images")
                stop.request_stop();
        },
        stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_TRUE(isCancelled(stopped.error()));
    const Dataset left = valueOf(findDataset(project, "photos"));
    EXPECT_EQ(left.samples, count);
    EXPECT_GT(left.pending, 0);
    EXPECT_LT(left.pending, count) << "what was checked is kept";
    for (const auto& [name, subset] : subsets(left.id))
        EXPECT_FALSE(subset.has_value()) << "the split waits for the check";

    ASSERT_TRUE(finishImport(project, left.id, {}));
    EXPECT_EQ(valueOf(dataset(project, left.id)).pending, 0);
    for (const auto& [name, subset] : subsets(left.id))
        EXPECT_TRUE(subset.has_value()) << name.toStdString();
    EXPECT_TRUE(valueOf(verifyOriginals(project, left.id)).empty());
}

TEST_F(ImportJobTest, InterruptedImportEndsWithTheSplitItAskedFor)
{
    constexpr int count = 300; // More than one batch of the check.
    const QString folder = source("photos", index(count), count);
    ImportRequest wished = request(folder, "whole");
    wished.split.seed = 7;
    wished.split.shares = {0.4, 0.3, 0.3};
    const auto whole = subsets(valueOf(importDataset(project, wished)).dataset);

    wished.dataset = "stopped";
    std::stop_source stop;
    const auto stopped = importDataset(
        project, wished,
        [&stop](const Progress& progress) {
            if (progress.step == "Checking images")
                stop.request_stop();
        },
        stop.get_token());
    ASSERT_FALSE(stopped);
    const DatasetId id = valueOf(findDataset(project, "stopped")).id;
    EXPECT_EQ(valueOf(usualSplit(project, id)).seed, 7U);
    ASSERT_TRUE(finishImport(project, id, {}));
    EXPECT_EQ(subsets(id), whole);
}

TEST_F(ImportJobTest, ReferencedImagesStayWhereTheyAre)
{
    const QString folder = source("photos", index(8), 8);
    ImportRequest referenced = request(folder);
    referenced.keeping = Keeping::Reference;
    const auto summary = valueOf(importDataset(project, referenced));
    EXPECT_TRUE(valueOf(verifyOriginals(project, summary.dataset)).empty());
    ASSERT_TRUE(QFile::remove(folder + "/5.png"));
    const auto problems = valueOf(verifyOriginals(project, summary.dataset));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].name, "5.png");
}

} // namespace labelwright::tests
