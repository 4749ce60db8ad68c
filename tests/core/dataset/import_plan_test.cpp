#include "tests/core/dataset/import_plan_fixture.h"

#include "core/base/atomic_file.h"

namespace labelwright::tests {

TEST_F(ImportPlanTest, ClassicFormWithSubsetsFieldsAndBlanks)
{
    const auto plan = planOf("image,subset,place,sea,sky,score:sea\n"
                             "images/a.png,train,Rome,1,,0.5\n"
                             "images/b.png,val,Oslo,no,TRUE,0.1\n"
                             "images/c.png,test,Rome,0.0,1.0,\n"
                             "images/d.png,,Bonn,Yes,false,1\n");
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_EQ(plan->form, ImportForm::Index);
    EXPECT_EQ(labelsOf(*plan), "sea,sky");
    EXPECT_EQ(cellsOf(*plan), "1? 01 01 10");
    EXPECT_EQ(plan->fieldColumns, QStringList{u"place"_qs});
    EXPECT_EQ(plan->samples[1].fields, QStringList{u"Oslo"_qs});
    EXPECT_EQ(plan->samples[0].subset, Subset::Training);
    EXPECT_EQ(plan->samples[1].subset, Subset::Validation);
    EXPECT_EQ(plan->samples[2].subset, Subset::Test);
    EXPECT_EQ(plan->samples[3].subset, std::nullopt);
    EXPECT_EQ(plan->samples[3].row, 5);
    EXPECT_EQ(plan->imageColumn, u"image"_qs);
    EXPECT_TRUE(plan->issues.empty());
    EXPECT_EQ(plan->encoding, u"UTF-8"_qs);
    EXPECT_EQ(plan->separator, u"comma"_qs);
}

TEST_F(ImportPlanTest, BlankCellsCanMeanAbsent)
{
    const auto plan =
        planOf("image,sea\nimages/a.png,1\nimages/b.png,\nimages/c.png,0\nimages/d.png,\n",
               {.blank = Annotation::Absent});
    ASSERT_TRUE(plan.has_value());
    EXPECT_EQ(cellsOf(*plan), "1 0 0 0");
}

TEST_F(ImportPlanTest, ProblemsAreGroupedAndGoodRowsComeIn)
{
    const QByteArray index = "image,sea,sky\n"
                             "images/a.png,1,0\n"
                             "images/a.png,0,0\n"
                             "images/x.png,0,0\n"
                             "images/b.png,0\n"
                             "images/c.png,0,maybe\n"
                             "images/y.png,1,1\n"
                             "images/d.png,0,1\n";
    const auto plan = planOf(index);
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_EQ(namesOf(*plan), "images/a.png images/d.png");
    EXPECT_EQ(cellsOf(*plan), "10 01");
    ASSERT_EQ(plan->issues.size(), 4U);
    const Issue missing = issueOf(*plan, IssueKind::MissingImage);
    EXPECT_EQ(missing.text.toStdString(), "2 rows name an image that is not there.");
    EXPECT_EQ(missing.rows, (std::vector<qint64>{4, 7}));
    EXPECT_EQ(missing.names, (QStringList{u"images/x.png"_qs, u"images/y.png"_qs}));
    EXPECT_EQ(issueOf(*plan, IssueKind::DuplicatePath).rows, std::vector<qint64>{3});
    EXPECT_EQ(issueOf(*plan, IssueKind::WrongCellCount).rows, std::vector<qint64>{5});
    EXPECT_EQ(issueOf(*plan, IssueKind::NotBinary).rows, std::vector<qint64>{6});
    EXPECT_EQ(issueOf(*plan, IssueKind::NotBinary).columns, QStringList{u"sky"_qs});
    EXPECT_EQ(placesInWords(missing, 1).toStdString(), "rows 4, …");
    EXPECT_EQ(placesInWords({IssueKind::SameImage, {}, 1, {}, {u"a"_qs}}, 1).toStdString(), "a");

    const auto strict = planOf(index, {.strictness = Strictness::RefuseAll});
    ASSERT_FALSE(strict.has_value());
    EXPECT_TRUE(strict.error().summary.startsWith(u"The strict import of "));
    EXPECT_TRUE(strict.error().summary.contains(
        u"nor blank: 'sky' was taken as a label (row 6); 2 rows name an image that is not there "
        u"(rows 4, 7); "));
    EXPECT_EQ(strict.error().detail.count(u'\n'), 4);

    const QString rejects = m_folder.filePath(u"rejects.csv"_qs);
    ASSERT_TRUE(saveRejects(*plan, rejects));
    EXPECT_EQ(readFile(rejects).value().toStdString(),
              "line,problem,image,sea,sky\n"
              "3,An earlier row names images/a.png.,images/a.png,0,0\n"
              "4,There is no image images/x.png.,images/x.png,0,0\n"
              "5,The row has 2 cells instead of 3.,images/b.png,0\n"
              "6,The cell of 'sky' holds 'maybe'.,images/c.png,0,maybe\n"
              "7,There is no image images/y.png.,images/y.png,1,1\n");
}

TEST_F(ImportPlanTest, PathsAreHealedAndReported)
{
    const std::vector<NamedBytes> files{
        {u"index.csv"_qs,
         QStringView(u"image,sea\nimages\\a.png,1\nIMAGES/B.png,0\n./images/c.png,1\n"
                     "caf\u00e9.png,0\nd,1\ne.png,0\n")
             .toUtf8()},
        {u"images/a.png"_qs, pngImage(1)},
        {u"images/b.PNG"_qs, pngImage(2)},
        {u"images/c.png"_qs, pngImage(3)},
        {u"cafe\u0301.png"_qs, pngImage(4)},
        {u"d.png"_qs, pngImage(5)},
        {u"deep/er/e.png"_qs, pngImage(6)}};
    for (const QString& path : {makeZip(m_folder.path(), u"h.zip"_qs, files),
                                makeFolder(m_folder.filePath(u"h"_qs), files)}) {
        const auto plan = planImport(path);
        ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
        EXPECT_EQ(plan->samples.size(), 6U);
        for (const RejectedRow& reject : plan->rejects)
            ADD_FAILURE() << reject.problem.toStdString();
        EXPECT_EQ(issueOf(*plan, IssueKind::HealedSeparator).rows, std::vector<qint64>{2});
        EXPECT_EQ(issueOf(*plan, IssueKind::HealedCase).rows, std::vector<qint64>{3});
        EXPECT_EQ(issueOf(*plan, IssueKind::HealedUnicode).rows, std::vector<qint64>{5});
        EXPECT_EQ(issueOf(*plan, IssueKind::HealedName).rows, (std::vector<qint64>{6, 7}));
        EXPECT_EQ(plan->samples[1].entry, u"images/b.PNG"_qs);
    }
}

TEST_F(ImportPlanTest, APathThatFitsTwoFilesFitsNone)
{
    const auto plan = planFiles({{u"index.csv"_qs, "image,sea\nA.PNG,1\nx.png,0\n"},
                                 {u"a.png"_qs, pngImage(1)},
                                 {u"A.png"_qs, pngImage(2)},
                                 {u"x.png"_qs, pngImage(3)}});
    ASSERT_TRUE(plan.has_value());
    EXPECT_EQ(issueOf(*plan, IssueKind::MissingImage).rows, std::vector<qint64>{2});
}

TEST_F(ImportPlanTest, OneTopFolderSystemFilesAndMetadataAreOverlooked)
{
    const QString zip = makeZip(m_folder.path(), u"top.zip"_qs,
                                {{u"photos/index.csv"_qs, "image,sea\na.png,1\nphotos/b.png,0\n"},
                                 {u"photos/metadata.json"_qs, "{}"},
                                 {u"photos/a.png"_qs, pngImage(1)},
                                 {u"photos/b.png"_qs, pngImage(2)},
                                 {u"__MACOSX/photos/._index.csv"_qs, "junk"},
                                 {u"photos/.DS_Store"_qs, "junk"}});
    const auto plan = planImport(zip);
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_EQ(plan->indexEntry, u"photos/index.csv"_qs);
    EXPECT_EQ(namesOf(*plan), "a.png b.png");
    EXPECT_EQ(plan->samples[0].entry, u"photos/a.png"_qs);
}

TEST_F(ImportPlanTest, SeveralImageColumnsAreOffered)
{
    const QByteArray index =
        "front,back,sea\nimages/a.png,images/b.png,1\nimages/c.png,images/d.png,0\n";
    const auto first = planOf(index);
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(first->imageColumn, u"front"_qs);
    EXPECT_EQ(first->otherImageColumns, QStringList{u"back"_qs});
    EXPECT_EQ(namesOf(*first), "images/a.png images/c.png");
    const auto second = planOf(index, {.imageColumn = u"back"_qs});
    ASSERT_TRUE(second.has_value());
    EXPECT_EQ(namesOf(*second), "images/b.png images/d.png");
    EXPECT_EQ(labelsOf(*second), "sea");
    const auto none = planOf(index, {.imageColumn = u"side"_qs});
    ASSERT_FALSE(none.has_value());
    EXPECT_EQ(none.error().summary.toStdString(),
              "The index index.csv has no column 'side'; its columns are: front, back, sea.");
}

TEST_F(ImportPlanTest, ImagesWithoutARowComeInUnknown)
{
    const QByteArray index = "image,sea\nimages/a.png,1\nimages/b.png,maybe\nimages/c.png,0\n";
    const auto plan = planOf(index);
    ASSERT_TRUE(plan.has_value());
    EXPECT_EQ(namesOf(*plan), "images/a.png images/c.png images/d.png");
    EXPECT_EQ(cellsOf(*plan), "1 0 ?");
    EXPECT_EQ(issueOf(*plan, IssueKind::ImageWithoutRow).names, QStringList{u"images/d.png"_qs});
    const auto without = planOf(index, {.imagesWithoutRow = ImagesWithoutRow::LeaveOut});
    ASSERT_TRUE(without.has_value());
    EXPECT_EQ(without->samples.size(), 2U);
}

TEST_F(ImportPlanTest, ACsvFileByItsOwnPath)
{
    const QString folder = makeFolder(m_folder.filePath(u"own"_qs), withImages("image,sea\n"));
    makeFolder(folder, {{u"mine.csv"_qs, "image;sea\nimages/b.png;1\n"}});
    const auto plan = planImport(folder + u"/mine.csv"_qs);
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_EQ(namesOf(*plan), "images/b.png");
    EXPECT_EQ(plan->separator, u"semicolon"_qs);
    const auto source = openSource(plan->sourcePath);
    ASSERT_TRUE(source.has_value());
    EXPECT_EQ((*source)->read(plan->samples[0].entry).value(), pngImage(1));
}

TEST_F(ImportPlanTest, WhichColumnsAreLabels)
{
    struct Example
    {
        const char* name;
        QByteArray index;
        std::string labels;
    };
    const std::vector<Example> examples{
        {"a blank column beside a binary one", "image,sea,sky\nimages/a.png,1,\nimages/b.png,0,\n",
         "sea,sky"},
        {"few bad cells", "image,sea\nimages/a.png,1\nimages/b.png,0\nimages/c.png,perhaps\n",
         "sea"},
        {"mostly text",
         "image,sea,note\nimages/a.png,1,yes\nimages/b.png,0,cold\nimages/c.png,0,wet\n", "sea"},
        {"counts",
         "image,sea,boats\nimages/a.png,1,1\nimages/b.png,0,0\nimages/c.png,0,2\nimages/d.png,0,7\n"
         "images/a.png,0,0\nimages/a.png,0,3\nimages/a.png,0,1\n",
         "sea"},
        {"row numbers", ",image,sea\n0,images/a.png,1\n1,images/b.png,0\n", "sea"},
        {"ids", "id,image,sea\n0,images/a.png,1\n1,images/b.png,0\n", "sea"},
        {"group", "image,group,sea\nimages/a.png,k,1\nimages/b.png,k,0\n", "sea"},
        {"a repeated name", "image,sea,sea\nimages/a.png,1,0\nimages/b.png,0,0\n", "sea"},
    };
    for (const Example& example : examples) {
        SCOPED_TRACE(example.name);
        const auto plan = planOf(example.index);
        ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
        EXPECT_EQ(labelsOf(*plan), example.labels);
    }
}

TEST_F(ImportPlanTest, ColumnsCanBeNamed)
{
    const auto plan = planOf(
        "image,part,song,sea,sky\nimages/a.png,train,s1,1,0\n"
        "images/b.png,test,s2,0,1\n",
        {.subsetColumn = u"part"_qs, .groupColumn = u"song"_qs, .labelColumns = {u"sky"_qs}});
    ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
    EXPECT_EQ(labelsOf(*plan), "sky");
    EXPECT_EQ(plan->samples[1].subset, Subset::Test);
    EXPECT_EQ(plan->samples[1].group, u"s2"_qs);
    EXPECT_EQ(plan->fieldColumns, QStringList{u"sea"_qs});
}

TEST_F(ImportPlanTest, UnknownSubsetsAreReported)
{
    const auto plan = planOf("image,subset,sea\nimages/a.png,train,1\nimages/b.png,holdout,0\n");
    ASSERT_TRUE(plan.has_value());
    EXPECT_EQ(plan->samples.size(), 4U);
    EXPECT_EQ(plan->samples[1].subset, std::nullopt);
    EXPECT_EQ(issueOf(*plan, IssueKind::UnknownSubset).rows, std::vector<qint64>{3});
}

} // namespace labelwright::tests
