#include "tests/core/dataset/import_plan_fixture.h"

#include "tests/test_files.h"

#include <array>

namespace labelwright::tests {

using ImportFormsTest = ImportPlanTest;

TEST_F(ImportFormsTest, Tags)
{
    struct Example
    {
        const char* name;
        QByteArray index;
        std::string labels;
        std::string cells;
    };
    const std::vector<Example> examples{
        {"bars",
         "image,tags\nimages/a.png,sea|sky\nimages/b.png,sky\nimages/c.png,\nimages/"
         "d.png,tree|sea\n",
         "sea,sky,tree", "110 010 ??? 101"},
        {"quoted commas",
         "image,tags\nimages/a.png,\"sea, "
         "sky\"\nimages/b.png,sky\nimages/c.png,sea\nimages/d.png,sky\n",
         "sea,sky", "11 01 10 01"},
        {"semicolons in a column of another name",
         "image,contents\nimages/a.png,sea;sky\nimages/b.png,sky;sea\nimages/c.png,sea\nimages/"
         "d.png,sky\n",
         "sea,sky", "11 11 10 01"},
        {"blanks without extensions",
         "image_name,tags\na,haze primary\nb,primary clear\nc,haze\nd,clear haze\n",
         "clear,haze,primary", "011 101 010 110"},
        {"names with a blank",
         "image,tags\nimages/a.png,cell phone\nimages/b.png,dog\nimages/c.png,dog\n"
         "images/d.png,cell phone\n",
         "cell phone,dog", "10 01 01 10"},
        {"a list as Python writes it",
         "image,labels\nimages/a.png,\"['sea', 'sky']\"\nimages/b.png,[]\nimages/c.png,['sea']\n"
         "images/d.png,['sky']\n",
         "sea,sky", "11 ?? 10 01"},
    };
    for (const Example& example : examples) {
        SCOPED_TRACE(example.name);
        const auto plan = planOf(example.index);
        ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
        EXPECT_EQ(plan->form, ImportForm::Tags);
        EXPECT_EQ(labelsOf(*plan), example.labels);
        EXPECT_EQ(cellsOf(*plan), example.cells);
    }
    const auto unknown = planOf("image,tags\nimages/a.png,sea|sky\nimages/b.png,sky\n",
                                {.unlisted = Annotation::Unknown});
    ASSERT_TRUE(unknown.has_value());
    EXPECT_EQ(cellsOf(*unknown), "11 ?1 ?? ??");
}

TEST_F(ImportFormsTest, FolderPerLabel)
{
    const std::vector<NamedBytes> files{
        {u"set/sea/a.png"_qs, pngImage(1)}, {u"set/sky/other.png"_qs, pngImage(1)},
        {u"set/sky/a.png"_qs, pngImage(2)}, {u"set/tree/c.png"_qs, pngImage(3)},
        {u"set/loose.png"_qs, pngImage(4)}, {u"set/sea/note.txt"_qs, "x"}};
    for (const QString& path : {makeZip(m_folder.path(), u"l.zip"_qs, files),
                                makeFolder(m_folder.filePath(u"l"_qs), files)}) {
        const auto plan = planImport(path);
        ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
        EXPECT_EQ(plan->form, ImportForm::FolderPerLabel);
        EXPECT_EQ(labelsOf(*plan), "sea,sky,tree");
        EXPECT_EQ(namesOf(*plan), "loose.png sea/a.png sky/a.png tree/c.png");
        EXPECT_EQ(cellsOf(*plan), "??? 110 010 001");
        EXPECT_EQ(issueOf(*plan, IssueKind::SameImage).names, QStringList{u"set/sky/other.png"_qs});
        const auto unknown = planImport(path, {.unlisted = Annotation::Unknown});
        ASSERT_TRUE(unknown.has_value());
        EXPECT_EQ(cellsOf(*unknown), "??? 11? ?1? ??1");
    }
}

TEST_F(ImportFormsTest, FoldersOfSubsetsAboveFoldersOfLabels)
{
    const auto plan = planFiles({{u"train/sea/a.png"_qs, pngImage(1)},
                                 {u"train/sky/b.png"_qs, pngImage(2)},
                                 {u"test/sea/c.png"_qs, pngImage(3)}});
    ASSERT_TRUE(plan.has_value());
    EXPECT_EQ(labelsOf(*plan), "sea,sky");
    EXPECT_EQ(plan->samples[0].subset, Subset::Test);
    EXPECT_EQ(plan->samples[1].subset, Subset::Training);
    EXPECT_EQ(cellsOf(*plan), "10 10 01");
}

TEST_F(ImportFormsTest, PlainImages)
{
    struct Example
    {
        const char* name;
        std::vector<NamedBytes> files;
        ImportOptions options;
    };
    const std::vector<Example> examples{
        {"at the top", {{u"a.png"_qs, pngImage(1)}, {u"b.png"_qs, pngImage(2)}}, {}},
        {"in one folder", {{u"x/a.png"_qs, pngImage(1)}, {u"x/b.png"_qs, pngImage(2)}}, {}},
        {"in label folders, unlabelled on request",
         {{u"x/a.png"_qs, pngImage(1)}, {u"y/b.png"_qs, pngImage(2)}},
         {.labels = LabelSearch::Unlabelled}},
        {"in an index without labels, on request",
         {{u"index.csv"_qs, "image,place\na.png,Rome\nb.png,Oslo\n"},
          {u"a.png"_qs, pngImage(1)},
          {u"b.png"_qs, pngImage(2)}},
         {.labels = LabelSearch::Unlabelled}},
    };
    for (const Example& example : examples) {
        SCOPED_TRACE(example.name);
        const auto plan = planFiles(example.files, example.options);
        ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
        EXPECT_EQ(plan->form, ImportForm::PlainImages);
        EXPECT_EQ(plan->samples.size(), 2U);
        EXPECT_EQ(plan->annotations.samples(), 2U);
        EXPECT_TRUE(plan->labels.isEmpty());
    }
}

TEST_F(ImportFormsTest, StopsOnRequest)
{
    std::stop_source stop;
    stop.request_stop();
    const QString folder =
        makeFolder(m_folder.filePath(u"s"_qs), withImages("image,sea\nimages/a.png,1\n"));
    const auto plan = planImport(folder, {}, {}, stop.get_token());
    ASSERT_FALSE(plan.has_value());
    EXPECT_TRUE(isCancelled(plan.error()));
}

TEST(ImportPlanOfRealData, HasTheNumbersOfItsReadme)
{
    struct Example
    {
        const char* file;
        std::size_t samples;
        qsizetype labels;
        std::array<int, 3> subsets;
    };
    const std::vector<Example> examples{{"aquarium.zip", 638, 7, {360, 88, 190}},
                                        {"clothing.zip", 2098, 53, {1468, 210, 420}},
                                        {"fruits.zip", 300, 3, {198, 42, 60}},
                                        {"tiny-coco.zip", 100, 59, {50, 50, 0}}};
    for (const Example& example : examples) {
        SCOPED_TRACE(example.file);
        const auto path = testDataFile(QString::fromLatin1(example.file));
        if (!path)
            GTEST_SKIP() << example.file << " is not in LABELWRIGHT_TEST_DATA";
        const auto plan = planImport(*path);
        ASSERT_TRUE(plan.has_value()) << plan.error().summary.toStdString();
        EXPECT_EQ(plan->samples.size(), example.samples);
        EXPECT_EQ(plan->labels.size(), example.labels);
        EXPECT_TRUE(plan->issues.empty());
        std::array<int, 3> subsets{};
        for (const PlannedSample& sample : plan->samples)
            ++subsets.at(static_cast<std::size_t>(sample.subset.value()));
        EXPECT_EQ(subsets, example.subsets);
    }
}

} // namespace labelwright::tests
