#include "core/project/annotations.h"

#include "core/base/random.h"
#include "core/project/datasets.h"
#include "core/project/imports.h"
#include "core/project/labels.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"
#include "core/project/subsets.h"
#include "core/project/versions.h"
#include "tests/core/project/made_plan.h"
#include "tests/core/project/value_of.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class AnnotationsTest : public testing::Test
{
protected:
    AnnotationsTest() : project(*Project::create(m_folder.filePath(QStringLiteral("p"))))
    {
        dataset = importNew(project, QStringLiteral("photos"), madePlan(40, 5, 1), Keeping::Copy)
                      ->dataset;
        const Result<Snapshot> snapshot = currentSnapshot(project, dataset);
        rows = snapshot->samples;
        columns = snapshot->labels;
    }

    Result<qint64> answer(std::size_t row, std::size_t column, Annotation value,
                          Annotator who = Annotator::Human)
    {
        const Answer one{rows[row], columns[column], value};
        return appendAnswers(project, dataset, std::span(&one, 1), who, QStringLiteral("test"));
    }

    [[nodiscard]] Annotation at(std::size_t row, std::size_t column,
                                Proposals proposals = Proposals::FillUnknown) const
    {
        return currentSnapshot(project, dataset, proposals)->annotations.at(row, column);
    }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("p")); }

private:
    QTemporaryDir m_folder;

protected:
    Project project;
    DatasetId dataset;
    std::vector<SampleId> rows;
    std::vector<LabelId> columns;
};

std::vector<std::pair<SampleId, Subset>> allIn(const std::vector<SampleId>& samples, Subset subset)
{
    std::vector<std::pair<SampleId, Subset>> members;
    for (const SampleId id : samples)
        members.emplace_back(id, subset);
    return members;
}

} // namespace

TEST_F(AnnotationsTest, ImportedCellsComeBackAsTheyWere)
{
    EXPECT_EQ(currentSnapshot(project, dataset)->annotations, madePlan(40, 5, 1).annotations);
    const Result<Project> reader = Project::open(folder(), Access::ReadOnly);
    EXPECT_EQ(currentSnapshot(*reader, dataset)->annotations, madePlan(40, 5, 1).annotations);
}

TEST_F(AnnotationsTest, WhoWinsDependsOnWhoSpoke)
{
    const LabelId label = *addLabel(project, dataset, QStringLiteral("fresh"));
    columns.push_back(label);
    using enum Annotation;
    struct Said
    {
        Annotator who;
        Annotation value;
    };
    struct Case
    {
        std::vector<Said> said;
        Annotation expected;
        Annotation withoutProposals;
    };
    const std::vector<Case> cases{
        {{}, Unknown, Unknown},
        {{{Annotator::Human, Present}}, Present, Present},
        {{{Annotator::Human, Present}, {Annotator::Human, Absent}}, Absent, Absent},
        {{{Annotator::Import, Present}, {Annotator::Human, Absent}}, Absent, Absent},
        {{{Annotator::Human, Absent}, {Annotator::Import, Present}}, Present, Present},
        {{{Annotator::Proposal, Present}}, Present, Unknown},
        {{{Annotator::Proposal, Present}, {Annotator::Proposal, Absent}}, Absent, Unknown},
        {{{Annotator::Proposal, Present}, {Annotator::Human, Absent}}, Absent, Absent},
        {{{Annotator::Human, Absent}, {Annotator::Proposal, Present}}, Absent, Absent},
        {{{Annotator::Import, Absent}, {Annotator::Proposal, Present}}, Absent, Absent},
        {{{Annotator::Human, Present}, {Annotator::Human, Unknown}}, Unknown, Unknown},
        {{{Annotator::Human, Unknown}, {Annotator::Proposal, Present}}, Unknown, Unknown},
    };
    for (std::size_t row = 0; row < cases.size(); ++row)
        for (const Said& said : cases[row].said)
            ASSERT_TRUE(answer(row, 5, said.value, said.who));
    for (std::size_t row = 0; row < cases.size(); ++row) {
        EXPECT_EQ(at(row, 5), cases[row].expected) << row;
        EXPECT_EQ(at(row, 5, Proposals::Ignore), cases[row].withoutProposals) << row;
    }
}

TEST_F(AnnotationsTest, ManyEditsAddUpToWhatASimpleTableSays)
{
    LabelMatrix expected = currentSnapshot(project, dataset)->annotations;
    std::vector<std::pair<Version, LabelMatrix>> past;
    Random random(3);
    for (int round = 0; round < 60; ++round) {
        std::vector<Answer> answers;
        for (std::uint64_t i = random.below(30); i > 0; --i) {
            const auto row = static_cast<std::size_t>(random.below(40));
            const auto column = static_cast<std::size_t>(random.below(5));
            const auto value = static_cast<Annotation>(static_cast<int>(random.below(3)) - 1);
            answers.push_back({rows[row], columns[column], value});
            expected.set(row, column, value);
        }
        ASSERT_TRUE(appendAnswers(project, dataset, answers, Annotator::Human, QString()));
        const Result<Snapshot> now = currentSnapshot(project, dataset);
        ASSERT_TRUE(now) << now.error().summary.toStdString();
        for (std::size_t row = 0; row < 40; ++row)
            for (std::size_t column = 0; column < 5; ++column)
                ASSERT_EQ(now->annotations.at(row, column), expected.at(row, column))
                    << "round " << round << " row " << row << " column " << column;
        past.emplace_back(*createVersion(project, dataset), expected);
    }
    const Result<Project> reader = Project::open(folder(), Access::ReadOnly);
    for (const auto& [version, matrix] : past) {
        EXPECT_EQ(snapshotAt(project, version)->annotations, matrix);
        EXPECT_EQ(snapshotAt(*reader, version)->annotations, matrix);
    }
}

TEST_F(AnnotationsTest, BlockOfProposalsFillsOnlyUnansweredCells)
{
    const LabelMatrix before = currentSnapshot(project, dataset)->annotations;
    LabelMatrix block(rows.size(), columns.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (Annotation& cell : block.row(row))
            cell = row % 2 == 0 ? Annotation::Present : Annotation::Unknown;
    ASSERT_TRUE(appendMatrix(project, dataset, rows, columns, block, Annotator::Proposal,
                             QStringLiteral("experiment 3")));
    const LabelMatrix after = currentSnapshot(project, dataset)->annotations;
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < columns.size(); ++column)
            EXPECT_EQ(after.at(row, column), before.at(row, column) == Annotation::Unknown
                                                 ? block.at(row, column)
                                                 : before.at(row, column));
    EXPECT_EQ(currentSnapshot(project, dataset, Proposals::Ignore)->annotations, before);
}

TEST_F(AnnotationsTest, LogAndHistoryTellWhoSaidWhat)
{
    const Annotation imported = at(2, 1);
    ASSERT_TRUE(answer(2, 1, Annotation::Present));
    ASSERT_TRUE(answer(2, 1, Annotation::Absent, Annotator::Proposal));
    ASSERT_TRUE(answer(3, 1, Annotation::Absent));
    std::vector<std::pair<Annotator, Annotation>> said;
    for (const PastAnswer& past : valueOf(historyOf(project, rows[2], columns[1])))
        said.emplace_back(past.who, past.value);
    EXPECT_THAT(said, ElementsAre(std::pair{Annotator::Import, imported},
                                  std::pair{Annotator::Human, Annotation::Present},
                                  std::pair{Annotator::Proposal, Annotation::Absent}));
    const auto log = *annotationLog(project, dataset);
    ASSERT_EQ(log.size(), 5U);
    EXPECT_EQ(log[1].source, QStringLiteral("photos.zip"));
    EXPECT_EQ(log.back().cells, 1);
    EXPECT_LT(log[3].position, log[4].position);
}

TEST_F(AnnotationsTest, ForeignSamplesAndLabelsAreRefused)
{
    const DatasetId other = importNew(project, QStringLiteral("songs"), madePlan(2, 1, 1),
                                      Keeping::Copy)
                                ->dataset;
    const Result<Snapshot> foreign = currentSnapshot(project, other);
    const qint64 before = currentSnapshot(project, dataset)->position;
    for (const Answer& bad :
         {Answer{foreign->samples[0], columns[0], Annotation::Present},
          Answer{rows[0], foreign->labels[0], Annotation::Present},
          Answer{SampleId{999'999}, columns[0], Annotation::Present}}) {
        const std::vector<Answer> answers{{rows[1], columns[1], Annotation::Present}, bad};
        const auto refused = appendAnswers(project, dataset, answers, Annotator::Human, QString());
        ASSERT_FALSE(refused);
        EXPECT_THAT(refused.error().summary.toStdString(), HasSubstr("does not belong"));
    }
    EXPECT_EQ(currentSnapshot(project, dataset)->position, before);
}

TEST_F(AnnotationsTest, VersionsDoNotSeeWhatCameLater)
{
    ASSERT_TRUE(setSubsets(project, dataset, allIn(rows, Subset::Training), Resplit::No,
                           {{QStringLiteral("seed"), 7}}));
    const Result<Version> first = createVersion(project, dataset);
    EXPECT_EQ(createVersion(project, dataset)->id, first->id);
    const Result<Snapshot> before = snapshotAt(project, *first);
    ASSERT_TRUE(answer(0, 0, Annotation::Present));
    ASSERT_TRUE(answer(0, 0, Annotation::Absent));
    ASSERT_TRUE(archiveLabel(project, columns[4]));
    ASSERT_TRUE(importInto(project, dataset, madePlan(9, 2, 2, QStringLiteral("later")),
                           Keeping::Copy));
    ASSERT_TRUE(setSubsets(project, dataset, allIn(rows, Subset::Test), Resplit::Yes, {}));
    const Result<Version> second = createVersion(project, dataset);
    EXPECT_NE(second->id, first->id);
    const Result<Snapshot> again = snapshotAt(project, *first);
    EXPECT_EQ(again->annotations, before->annotations);
    EXPECT_EQ(again->samples, before->samples);
    EXPECT_EQ(again->labels, before->labels);
    EXPECT_EQ(again->subsets, before->subsets);
    EXPECT_EQ(snapshotAt(project, *second)->samples.size(), 49U);
    EXPECT_EQ(snapshotAt(project, *second)->labels.size(), 4U);
    EXPECT_EQ(snapshotAt(project, *second)->subsets.front(), Subset::Test);
    EXPECT_EQ(version(project, first->id)->subsetRules.value(QStringLiteral("seed")).toInt(), 7);
    EXPECT_EQ(versions(project, dataset)->size(), 2U);
}

TEST_F(AnnotationsTest, NothingLeavesItsSubsetUnasked)
{
    const std::vector<SampleId> half(rows.begin(), rows.begin() + 20);
    ASSERT_TRUE(setSubsets(project, dataset, allIn(half, Subset::Training), Resplit::No, {}));
    const auto refused = setSubsets(project, dataset, allIn(rows, Subset::Test), Resplit::No, {});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().summary.toStdString(), HasSubstr("20 samples would leave"));
    EXPECT_EQ(currentSnapshot(project, dataset)->subsets.back(), std::nullopt);
    const std::vector<SampleId> rest(rows.begin() + 20, rows.end());
    ASSERT_TRUE(setSubsets(project, dataset, allIn(half, Subset::Training), Resplit::No, {}));
    ASSERT_TRUE(setSubsets(project, dataset, allIn(rest, Subset::Test), Resplit::No, {}));
    EXPECT_EQ(samples(project, dataset)->at(25).subset, Subset::Test);
    ASSERT_TRUE(setSubsets(project, dataset, allIn(rows, Subset::Validation), Resplit::Yes, {}));
    for (const std::optional<Subset>& subset :
         valueOf(currentSnapshot(project, dataset)).subsets)
        EXPECT_EQ(subset, Subset::Validation);
}

TEST_F(AnnotationsTest, ColumnsOfFollowsTheOrderAskedFor)
{
    const Result<Snapshot> snapshot = currentSnapshot(project, dataset);
    const std::vector<LabelId> wanted{columns[3], LabelId{12345}, columns[0]};
    const LabelMatrix chosen = columnsOf(*snapshot, wanted);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        EXPECT_EQ(chosen.at(row, 0), snapshot->annotations.at(row, 3));
        EXPECT_EQ(chosen.at(row, 1), Annotation::Unknown);
        EXPECT_EQ(chosen.at(row, 2), snapshot->annotations.at(row, 0));
    }
}

} // namespace labelwright::tests
