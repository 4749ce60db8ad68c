#include "core/session/workspace.h"

#include "core/project/database.h"
#include "core/project/datasets.h"
#include "core/project/project_files.h"
#include "tests/core/project/value_of.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright::tests {

TEST(WorkspaceTest, AnEditBesideALongWriterFailsSoonAndSaysWhy)
{
    const QTemporaryDir folder;
    const auto workspace = valueOf(Workspace::create(folder.filePath("project")));
    const DatasetId dataset = valueOf(createDataset(workspace->project(), "photos"));
    {
        Database other(databasePath(workspace->project().folder()), Database::Mode::ReadWrite);
        const Transaction writing(other);
        QElapsedTimer timer;
        timer.start();
        const auto renamed = renameDataset(workspace->project(), dataset, "pictures");
        EXPECT_LT(timer.elapsed(), 5000);
        ASSERT_FALSE(renamed);
        EXPECT_THAT(renamed.error().summary.toStdString(),
                    testing::HasSubstr("the project is busy with another job"));
    }
    EXPECT_TRUE(renameDataset(workspace->project(), dataset, "pictures"));
}

} // namespace labelwright::tests
