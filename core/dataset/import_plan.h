#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/dataset/import_options.h"
#include "core/dataset/issue.h"
#include "core/dataset/label_matrix.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <vector>

namespace labelwright {

/// How a source says which labels its images have.
enum class ImportForm {
    Index,          ///< A CSV with one column per label.
    Tags,           ///< A CSV whose cell holds delimited tags.
    FolderPerLabel, ///< Folders named like labels; byte-identical images in several have several.
    PlainImages,    ///< Not at all.
};

/// One image that will become a sample.
struct PlannedSample
{
    QString entry;                ///< Path to read from the source.
    QString name;                 ///< Path as the index means it, seen from the index's folder.
    qint64 row = 0;               ///< Line in the index; 0 when no row names it.
    std::optional<Subset> subset; ///< From the subset column.
    QString group;                ///< From the group column; may be empty.
    QStringList fields;           ///< One per ImportPlan::fieldColumns.
};

/// A row that stays out, with the cells it had.
struct RejectedRow
{
    qint64 row = 0; ///< Line in the index.
    IssueKind kind = IssueKind::MissingImage;
    QString problem; ///< One sentence.
    std::vector<QString> cells;
};

/// All that the index phase of an import finds out; nothing has been written yet.
struct ImportPlan
{
    ImportForm form = ImportForm::Index;
    QString sourcePath; ///< What `openSource` opens to read the entries.
    QString indexEntry; ///< The CSV's path in the source; empty where there is none.
    QString encoding;   ///< Of the index, in words: "UTF-8"; empty where there is none.
    QString separator;  ///< Of the index, in words: "comma"; empty where there is none.
    QStringList columns;
    QString imageColumn;
    QStringList otherImageColumns; ///< Could have been chosen as imageColumn; kept as fields.
    QString subsetColumn;          ///< Empty: none.
    QString groupColumn;           ///< Empty: none.
    QString tagColumn;             ///< Tags only.
    QStringList fieldColumns;      ///< Neither image, subset, label nor score columns.
    QStringList labels;            ///< Columns of `annotations`.
    std::vector<PlannedSample> samples;
    LabelMatrix annotations; ///< One row per sample.
    std::vector<Issue> issues;
    std::vector<RejectedRow> rejects;
};

/// Phase one of an import, the same for 100 images and 100,000: reads a zip, a folder or a CSV
/// file, finds its form, columns and labels and matches rows with images, without decoding any. A
/// column is a label when it has binary cells (1/0, 1.0/0.0, true/false, yes/no in any case) and at
/// least as many of them as others, or is blank throughout while another one is binary; a column of
/// which more than a twentieth are other numbers is not. Rows that cannot come in are listed as
/// issues and kept in `rejects`. `labelwright.json` beside the index, which `writeDataset` leaves
/// there, says which columns are labels, fields and group.
/// Fails with one sentence when nothing can be imported (see tests/core/dataset/bad_inputs.cpp) or
/// when `stop` was requested.
Result<ImportPlan> planImport(const QString& path, const ImportOptions& options = {},
                              const ProgressCallback& progress = {}, std::stop_token stop = {});

/// Fails when the plan keeps anything out, with all of it in one sentence; the detail has a line for
/// each reject.
Result<void> strictlyGood(const ImportPlan& plan);

/// Writes the rejected rows as a CSV file: line, problem, then the cells as they were.
Result<void> saveRejects(const ImportPlan& plan, const QString& path);

} // namespace labelwright
