#include "core/dataset/index_preview.h"

#include "core/dataset/import_plan.h"
#include "tests/core/dataset/made_files.h"
#include "tests/core/project/value_of.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

class IndexPreviewTest : public testing::Test
{
protected:
    QString folderWith(const QByteArray& index)
    {
        return makeFolder(m_folder.filePath("source"),
                          {{QString("index.csv"), index}, {QString("a.png"), pngImage(1)}});
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(IndexPreviewTest, ShowsRowsAsTheyStandEvenWhereNothingCanBeImported)
{
    const QString folder = folderWith("image;weather\na.png;fine\nb.png\n\"c\nd.png\";x;y\ne.png;z\n");
    EXPECT_FALSE(planImport(folder));
    const IndexPreview preview = valueOf(previewIndex(folder, 0, 3));
    EXPECT_EQ(preview.entry, "index.csv");
    EXPECT_EQ(preview.separator, "semicolon");
    EXPECT_EQ(preview.encoding, "UTF-8");
    EXPECT_EQ(preview.columns, (QStringList{"image", "weather"}));
    EXPECT_EQ(preview.rows, 4);
    EXPECT_EQ(preview.lines, (std::vector<qint64>{2, 3, 4}));
    ASSERT_EQ(preview.cells.size(), 3U);
    EXPECT_EQ(preview.cells[1], QStringList{"b.png"});
    EXPECT_EQ(preview.cells[2], (QStringList{"c\nd.png", "x", "y"}));
    // Line 5 lies within the row that begins on line 4.
    EXPECT_EQ(valueOf(previewIndex(folder, 5, 1)).lines, std::vector<qint64>{4});
    EXPECT_EQ(valueOf(previewIndex(folder, 99, 5)).lines, std::vector<qint64>{6});
}

TEST_F(IndexPreviewTest, WithoutAnIndexItIsEmpty)
{
    QTemporaryDir folder;
    makeFolder(folder.filePath("plain"), {{QString("a.png"), pngImage(1)}});
    const IndexPreview preview = valueOf(previewIndex(folder.filePath("plain"), 0, 10));
    EXPECT_TRUE(preview.entry.isEmpty());
    EXPECT_TRUE(preview.columns.isEmpty());
    EXPECT_FALSE(previewIndex(folder.filePath("nowhere"), 0, 10));
}

TEST_F(IndexPreviewTest, ColumnsOfSubsetsAndGroupsCanBeNone)
{
    const QString folder = folderWith("image,water,subset,group\na.png,1,test,north\n");
    const ImportPlan found = valueOf(planImport(folder));
    EXPECT_EQ(found.subsetColumn, "subset");
    EXPECT_EQ(found.groupColumn, "group");
    ImportOptions options;
    options.specialColumns = SpecialColumns::OnlyNamed;
    options.groupColumn = "subset";
    const ImportPlan chosen = valueOf(planImport(folder, options));
    EXPECT_EQ(chosen.subsetColumn, "");
    EXPECT_EQ(chosen.groupColumn, "subset");
    EXPECT_FALSE(chosen.samples[0].subset.has_value());
    EXPECT_EQ(chosen.fieldColumns, QStringList{"group"});
}

} // namespace labelwright::tests
