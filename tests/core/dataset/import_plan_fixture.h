#pragma once

#include "core/dataset/import_plan.h"
#include "tests/core/dataset/made_files.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace labelwright::tests {

/// Annotations as text, one character per cell: 1, 0 and ? for Unknown; rows joined by blanks.
std::string cellsOf(const ImportPlan& plan);

/// The samples' names, joined by blanks.
std::string namesOf(const ImportPlan& plan);

/// The labels, joined by commas.
std::string labelsOf(const ImportPlan& plan);

/// The issue of a kind; an empty one when there is none.
Issue issueOf(const ImportPlan& plan, IssueKind kind);

/// index.csv and images/a.png, images/b.png, …
std::vector<NamedBytes> withImages(const QByteArray& index, int images = 4);

/// Gives each test a folder of its own to import from.
class ImportPlanTest : public testing::Test
{
protected:
    /// The plan of an index beside images/a.png … images/d.png in a folder.
    Result<ImportPlan> planOf(const QByteArray& index, const ImportOptions& options = {});

    Result<ImportPlan> planFiles(const std::vector<NamedBytes>& files,
                                 const ImportOptions& options = {});

    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace labelwright::tests
