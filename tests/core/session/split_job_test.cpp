#include "core/session/split_job.h"

#include "core/project/versions.h"
#include "tests/core/session/small_dataset.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>
#include <set>

namespace labelwright::tests {

namespace {

class SplitJobTest : public SmallDatasetTest
{
protected:
    DatasetId imported(const QByteArray& index, int count, const QString& name = "photos")
    {
        return valueOf(importDataset(project, request(source(name, index, count)))).dataset;
    }
};

SubsetRule rule(const char* condition, Subset subset)
{
    return {valueOf(subsetConditionFromText(QLatin1String(condition))), subset};
}

} // namespace

TEST_F(SplitJobTest, MembersStayUnlessAskedToMove)
{
    const DatasetId id = imported(index(60), 60);
    const auto before = subsets(id);
    SplitOptions options;
    options.seed = 9;
    options.shares = {0.1, 0.1, 0.8};
    const SplitOutcome none = valueOf(splitDataset(project, id, options));
    EXPECT_EQ(none.assigned + none.moved, 0);
    EXPECT_EQ(subsets(id), before);
    options.resplit = Resplit::Yes;
    const SplitOutcome anew = valueOf(splitDataset(project, id, options));
    EXPECT_EQ(anew.assigned, 0);
    EXPECT_GT(anew.moved, 30);
    EXPECT_NE(subsets(id), before);
    const SubsetTable table = valueOf(subsetTable(project, id));
    EXPECT_GT(table.samples[2], 40);
}

TEST_F(SplitJobTest, WhatCannotBeDoneIsSaid)
{
    const DatasetId id = imported(index(20), 20);
    const auto before = subsets(id);
    SplitOptions options;
    options.nothingFree = NothingFree::Error;
    const char* sentence =
        "All samples belong to a subset already; use --resplit to distribute them anew.";
    EXPECT_EQ(summaryOf(splitDataset(project, id, options)), sentence);
    options.rules = {rule("camera = north", Subset::Test)};
    EXPECT_EQ(summaryOf(splitDataset(project, id, options)), sentence);
    EXPECT_EQ(subsets(id), before);
    options.resplit = Resplit::Yes;
    const SplitOutcome outcome = valueOf(splitDataset(project, id, options));
    EXPECT_EQ(outcome.unmatched, 16) << "cameras in the south stay where they were";
    for (const auto& [name, subset] : subsets(id))
        EXPECT_EQ(subset, name.chopped(4).toInt() % 5 == 0 ? Subset::Test : before.at(name))
            << name.toStdString();
}

TEST_F(SplitJobTest, ConditionsKnowTheGroupByItsColumn)
{
    ImportRequest wished = request(source("photos", index(20), 20));
    wished.options.groupColumn = "camera";
    const DatasetId id = valueOf(importDataset(project, wished)).dataset;
    SplitOptions options;
    options.resplit = Resplit::Yes;
    options.rules = {rule("camera = north", Subset::Test), rule("camera = south", Subset::Training)};
    EXPECT_EQ(valueOf(splitDataset(project, id, options)).unmatched, 0);
    for (const auto& [name, subset] : subsets(id))
        EXPECT_EQ(subset, name.chopped(4).toInt() % 5 == 0 ? Subset::Test : Subset::Training);
}

TEST_F(SplitJobTest, OptionsSurviveTheirJson)
{
    SplitOptions chance;
    chance.shares = {0.5, 0.25, 0.25};
    chance.seed = 0xfedcba9876543210;
    chance.stratification = Stratification::LabelPairs;
    chance.lookAlikeDistance = -1;
    SplitOptions rules;
    rules.rules = {rule("camera = north", Subset::Test), rule("group < 5", Subset::Validation)};
    for (const SplitOptions& options : {SplitOptions(), chance, rules}) {
        const QByteArray text = QJsonDocument(toJson(options)).toJson();
        const SplitOptions read = splitOptionsFromJson(QJsonDocument::fromJson(text).object());
        EXPECT_EQ(read.shares, options.shares);
        EXPECT_EQ(read.seed, options.seed);
        EXPECT_EQ(read.stratification, options.stratification);
        EXPECT_EQ(read.lookAlikeDistance, options.lookAlikeDistance);
        EXPECT_EQ(read.rules, options.rules);
    }
    const SplitOptions fallback = splitOptionsFromJson(
        {{"method", "iterative stratification"}, {"shares", QJsonArray{0, -1, 0}}});
    EXPECT_EQ(fallback.shares, SplitOptions().shares);
}

TEST_F(SplitJobTest, LaterSamplesAreAssignedAsTheOthersWere)
{
    const DatasetId id = imported(index(20), 20);
    EXPECT_EQ(valueOf(usualSplit(project, id)).seed, 1U);
    SplitOptions options;
    options.resplit = Resplit::Yes;
    options.seed = 6;
    options.shares = {0.5, 0.25, 0.25};
    ASSERT_TRUE(splitDataset(project, id, options));
    const SplitOptions usual = valueOf(usualSplit(project, id));
    EXPECT_EQ(usual.seed, 6U);
    EXPECT_EQ(usual.shares, options.shares);
    EXPECT_EQ(usual.resplit, Resplit::No);
}

TEST_F(SplitJobTest, TheSameSeedGivesTheSameSubsets)
{
    const DatasetId id = imported(index(60), 60);
    SplitOptions options;
    options.resplit = Resplit::Yes;
    std::vector<std::map<QString, std::optional<Subset>>> seen;
    for (const std::uint64_t seed : {5U, 6U, 5U}) {
        options.seed = seed;
        ASSERT_TRUE(splitDataset(project, id, options));
        seen.push_back(subsets(id));
    }
    EXPECT_EQ(seen[0], seen[2]);
    EXPECT_NE(seen[0], seen[1]);
}

TEST_F(SplitJobTest, GroupsAndEqualImagesStayOnOneSide)
{
    const QString folder = source("photos", index(80), 80);
    // Image 41 becomes a copy of image 2, so that their groups belong together.
    makeFolder(folder, {{QString("41.png"), blocksImage(2)}});
    const DatasetId id = valueOf(importDataset(project, request(folder))).dataset;
    std::map<QString, std::set<Subset>> subsetsOfGroup;
    std::map<QString, Subset> of;
    for (const Sample& sample : valueOf(samples(project, id))) {
        ASSERT_TRUE(sample.subset.has_value());
        subsetsOfGroup[sample.group].insert(*sample.subset);
        of[sample.name] = *sample.subset;
    }
    EXPECT_EQ(subsetsOfGroup.size(), 20U);
    for (const auto& [group, held] : subsetsOfGroup)
        EXPECT_EQ(held.size(), 1U) << group.toStdString();
    EXPECT_EQ(of["2.png"], of["41.png"]);
    std::set<Subset> used;
    for (const auto& [name, subset] : of)
        used.insert(subset);
    EXPECT_EQ(used.size(), 3U);
}

TEST_F(SplitJobTest, RulesDecideByColumnsNamesAndGroups)
{
    const DatasetId id = imported(index(40), 40);
    SplitOptions options;
    options.resplit = Resplit::Yes;
    options.rules = {rule("camera = north", Subset::Test), rule("group < 5", Subset::Validation),
                     rule("name contains png", Subset::Training)};
    ASSERT_TRUE(splitDataset(project, id, options));
    for (const auto& [name, subset] : subsets(id)) {
        const int number = name.chopped(4).toInt();
        const Subset expected = number % 5 == 0   ? Subset::Test
                                : number / 4 < 5 ? Subset::Validation
                                                 : Subset::Training;
        EXPECT_EQ(subset, expected) << name.toStdString();
    }
    const Version version = valueOf(createVersion(project, id));
    EXPECT_EQ(version.subsetRules["method"].toString(), "conditions");
}

TEST_F(SplitJobTest, BadOptionsChangeNothing)
{
    const DatasetId id = imported(index(20), 20);
    const auto before = subsets(id);
    const std::vector<std::array<double, 3>> shares{
        {0, 0, 0}, {-1, 1, 1}, {std::numeric_limits<double>::quiet_NaN(), 1, 1},
        {std::numeric_limits<double>::infinity(), 1, 1}};
    SplitOptions options;
    options.resplit = Resplit::Yes;
    for (const auto& wrong : shares) {
        options.shares = wrong;
        EXPECT_FALSE(splitDataset(project, id, options)) << wrong[0];
    }
    options.shares = {0.8, 0.1, 0.1};
    for (const char* condition : {"nowhere = 1", "camera < north"}) {
        options.rules = {rule(condition, Subset::Test)};
        EXPECT_FALSE(splitDataset(project, id, options)) << condition;
    }
    EXPECT_EQ(subsets(id), before);
    EXPECT_FALSE(splitDataset(project, DatasetId{99}, {}));
}

TEST_F(SplitJobTest, TableCountsStatesAndEmptyCells)
{
    const QByteArray text = "image,water,whale,subset\n0.png,1,,training\n1.png,0,1,training\n"
                            "2.png,1,0,test\n3.png,,0,test\n";
    const DatasetId id = imported(text, 4);
    const SubsetTable table = valueOf(subsetTable(project, id));
    EXPECT_EQ(table.samples, (std::array<qint64, 3>{2, 0, 2}));
    EXPECT_EQ(table.labels[0][0], (SubsetCell{1, 1, 0}));
    EXPECT_EQ(table.labels[0][2], (SubsetCell{1, 0, 1}));
    EXPECT_EQ(table.labels[1][0], (SubsetCell{1, 0, 1}));
    EXPECT_EQ(table.labels[1][2], (SubsetCell{0, 2, 0}));
    const EmptyCell whale{1, Subset::Test, MissingClass::Positives};
    EXPECT_NE(std::find(table.emptyCells.begin(), table.emptyCells.end(), whale),
              table.emptyCells.end());
}

} // namespace labelwright::tests
