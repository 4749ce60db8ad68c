#include "core/project/datasets.h"

#include "core/project/feature_sets.h"
#include "core/project/imports.h"
#include "core/project/labels.h"
#include "core/project/snapshot.h"
#include "core/project/subsets.h"
#include "core/project/versions.h"
#include "tests/core/project/made_plan.h"
#include "tests/core/project/value_of.h"

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class DatasetsTest : public testing::Test
{
protected:
    DatasetsTest() : project(*Project::create(m_folder.filePath(QStringLiteral("p")))) {}

    DatasetId import(const char* name, std::size_t samples = 4, std::size_t labelCount = 3)
    {
        return importNew(project, QString::fromLatin1(name), madePlan(samples, labelCount, 1),
                         Keeping::Copy)
            ->dataset;
    }

    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> found;
        for (const Dataset& dataset : valueOf(datasets(project)))
            found.push_back(dataset.name.toStdString());
        return found;
    }

    [[nodiscard]] std::vector<std::string> labelsOf(DatasetId id) const
    {
        std::vector<std::string> found;
        for (const Label& label : valueOf(labels(project, id)))
            found.push_back(label.name.toStdString() + (label.archived ? "*" : ""));
        return found;
    }

    template <class T>
    static std::string summaryOf(const Result<T>& result)
    {
        return result ? "done" : result.error().summary.toStdString();
    }

private:
    QTemporaryDir m_folder;

protected:
    Project project;
};

} // namespace

TEST_F(DatasetsTest, NamesAreUniqueAndUsable)
{
    ASSERT_TRUE(createDataset(project, QStringLiteral(" photos ")));
    const Result<DatasetId> other = createDataset(project, QStringLiteral("Übung, größer"));
    ASSERT_TRUE(other);
    struct Case
    {
        QString name;
        const char* sentence;
    };
    for (const Case& bad : {Case{QStringLiteral("photos"), "There is already a dataset 'photos'"},
                            Case{QStringLiteral("  "), "must not be empty"},
                            Case{QStringLiteral("a\nb"), "must be one line of text"}}) {
        EXPECT_THAT(summaryOf(createDataset(project, bad.name)), HasSubstr(bad.sentence));
        EXPECT_THAT(summaryOf(renameDataset(project, *other, bad.name)), HasSubstr(bad.sentence));
    }
    EXPECT_TRUE(renameDataset(project, *other, QStringLiteral("songs")));
    EXPECT_TRUE(renameDataset(project, *other, QStringLiteral("songs")));
    EXPECT_THAT(names(), ElementsAre("photos", "songs"));
}

TEST_F(DatasetsTest, UnknownNameListsWhatThereIs)
{
    EXPECT_THAT(summaryOf(findDataset(project, QStringLiteral("x"))), HasSubstr("has none yet"));
    import("photos");
    import("songs");
    EXPECT_THAT(summaryOf(findDataset(project, QStringLiteral("x"))),
                HasSubstr("the project has 'photos' and 'songs'."));
}

TEST_F(DatasetsTest, DeletingTakesOnlyTheOneAndReusesNoId)
{
    const DatasetId first = import("photos", 10);
    const DatasetId second = import("songs", 7);
    const SampleId last = currentSnapshot(project, second)->samples.back();
    ASSERT_TRUE(deleteDataset(project, second));
    EXPECT_THAT(names(), ElementsAre("photos"));
    EXPECT_EQ(dataset(project, first)->samples, 10);
    EXPECT_FALSE(deleteDataset(project, second));
    const DatasetId third = import("songs", 7);
    EXPECT_GT(third, second);
    EXPECT_GT(currentSnapshot(project, third)->samples.front(), last);
}

TEST_F(DatasetsTest, LabelsKeepTheirIdThroughRenaming)
{
    const DatasetId id = import("photos");
    const LabelMatrix before = currentSnapshot(project, id)->annotations;
    const LabelId label = labels(project, id)->at(1).id;
    ASSERT_TRUE(renameLabel(project, label, QStringLiteral("water")));
    EXPECT_THAT(labelsOf(id), ElementsAre("label 0", "water", "label 2"));
    EXPECT_EQ(labels(project, id)->at(1).id, label);
    EXPECT_EQ(currentSnapshot(project, id)->annotations, before);
    EXPECT_THAT(summaryOf(renameLabel(project, label, QStringLiteral("label 2"))),
                HasSubstr("There is already a label 'label 2'"));
    EXPECT_EQ(*labelNames(project, std::vector{label}), QStringList{"water"});
}

TEST_F(DatasetsTest, ArchivedLabelsLeaveNewSnapshotsAndComeBack)
{
    const DatasetId id = import("photos");
    const LabelMatrix before = currentSnapshot(project, id)->annotations;
    const LabelId label = labels(project, id)->at(0).id;
    ASSERT_TRUE(archiveLabel(project, label));
    EXPECT_THAT(labelsOf(id), ElementsAre("label 0*", "label 1", "label 2"));
    EXPECT_EQ(currentSnapshot(project, id)->annotations.labels(), 2U);
    EXPECT_EQ(featureSets(project, id)->front().labels.size(), 2U);
    EXPECT_THAT(summaryOf(addLabel(project, id, QStringLiteral("label 0"))),
                HasSubstr("archived label 'label 0'; restore it"));
    ASSERT_TRUE(restoreLabel(project, label));
    EXPECT_EQ(currentSnapshot(project, id)->annotations, before);
}

TEST_F(DatasetsTest, LabelsCanBeAddedAndPutInOrder)
{
    const DatasetId id = import("photos");
    const Result<LabelId> added = addLabel(project, id, QStringLiteral("snow"));
    ASSERT_TRUE(added);
    const Result<Snapshot> snapshot = currentSnapshot(project, id);
    ASSERT_EQ(snapshot->labels.back(), *added);
    for (std::size_t row = 0; row < snapshot->samples.size(); ++row)
        EXPECT_EQ(snapshot->annotations.at(row, 3), Annotation::Unknown);
    std::vector<LabelId> order = snapshot->labels;
    std::ranges::reverse(order);
    ASSERT_TRUE(orderLabels(project, id, order));
    EXPECT_THAT(labelsOf(id), ElementsAre("snow", "label 2", "label 1", "label 0"));
    order.pop_back();
    EXPECT_THAT(summaryOf(orderLabels(project, id, order)), HasSubstr("each label"));
}

TEST_F(DatasetsTest, FeatureSetsAreChecked)
{
    const DatasetId id = import("photos");
    const LabelId foreign = labels(project, import("songs"))->front().id;
    const auto known = *labels(project, id);
    struct Case
    {
        const char* name;
        std::vector<LabelId> labels;
        const char* sentence;
    };
    for (const Case& bad :
         {Case{"all labels", {known[0].id}, "already a feature set 'all labels'"},
          Case{"", {known[0].id}, "must not be empty"}, Case{"none", {}, "at least one label"},
          Case{"twice", {known[0].id, known[0].id}, "only once"},
          Case{"foreign", {foreign}, "does not belong to the dataset"}})
        EXPECT_THAT(summaryOf(addFeatureSet(project, id, QString::fromLatin1(bad.name),
                                            bad.labels)),
                    HasSubstr(bad.sentence));
    EXPECT_EQ(featureSets(project, id)->size(), 1U);
}

TEST_F(DatasetsTest, FeatureSetsKeepTheirOrderAndFollowArchivedLabels)
{
    const DatasetId id = import("photos");
    const auto known = *labels(project, id);
    const auto chosen = addFeatureSet(project, id, QStringLiteral("some"),
                                      std::vector{known[2].id, known[0].id});
    ASSERT_TRUE(chosen);
    EXPECT_THAT(findFeatureSet(project, id, QStringLiteral("some"))->labels,
                ElementsAre(known[2].id, known[0].id));
    ASSERT_TRUE(archiveLabel(project, known[2].id));
    EXPECT_THAT(findFeatureSet(project, id, QStringLiteral("some"))->labels,
                ElementsAre(known[0].id));
    EXPECT_THAT(summaryOf(findFeatureSet(project, id, QStringLiteral("x"))),
                HasSubstr("has 'all labels' and 'some'"));
    EXPECT_TRUE(deleteFeatureSet(project, *chosen));
    EXPECT_FALSE(deleteFeatureSet(project, featureSets(project, id)->front().id));
}

TEST_F(DatasetsTest, PlannedSplitIsKeptUntilTheSubsetsAreMade)
{
    const ImportPlan plan = madePlan(4, 2, 1);
    const DatasetId id =
        importNew(project, QStringLiteral("photos"), plan, Keeping::Copy, {{"seed", 7}})->dataset;
    EXPECT_EQ(subsetRules(project, id)->planned, (QJsonObject{{"seed", 7}}));
    EXPECT_TRUE(subsetRules(project, id)->made.isEmpty());
    EXPECT_TRUE(createVersion(project, id)->subsetRules.isEmpty()) << "nothing is made yet";
    ASSERT_TRUE(importInto(project, id, madePlan(4, 2, 1, QStringLiteral("more")), Keeping::Copy,
                           {{"seed", 8}}));
    EXPECT_EQ(subsetRules(project, id)->planned, (QJsonObject{{"seed", 8}}));

    const SampleId first = currentSnapshot(project, id)->samples.front();
    const std::vector<std::pair<SampleId, Subset>> members{{first, Subset::Test}};
    ASSERT_TRUE(setSubsets(project, id, members, Resplit::No, {{"method", "mine"}}));
    EXPECT_TRUE(subsetRules(project, id)->planned.isEmpty());
    EXPECT_EQ(subsetRules(project, id)->made, (QJsonObject{{"method", "mine"}}));
    EXPECT_FALSE(subsetRules(project, DatasetId{99}));
}

} // namespace labelwright::tests
