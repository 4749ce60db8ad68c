#pragma once

#include "core/base/result.h"
#include "core/dataset/sample_query.h"
#include "core/dataset/subsets.h"
#include "core/project/datasets.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"
#include "core/project/subsets.h"
#include "ui/datasets/column_histogram.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace labelwright {

/// What a column of the sample table shows.
enum class ColumnKind { Image, Name, Subset, Label, Size, Group, Field, Problem };

/// One column of the sample table.
struct SampleColumn
{
    ColumnKind kind = ColumnKind::Name;
    QString title;
    std::size_t index = 0; ///< Among the labels or the fields.
    ColumnHistogram histogram;
};

/// All that the datasets view shows of one dataset: read once, by a job, and never changed. The
/// vectors over samples have the row order of `samples`.
struct DatasetContents
{
    Dataset dataset;
    std::vector<Sample> samples;
    Snapshot snapshot;
    QStringList labels; ///< Names of the columns of `snapshot.annotations`.
    FieldTable fields;
    std::vector<SampleColumn> columns;
    SubsetTable subsets;
    SubsetRules subsetRules;
};

using ContentsPointer = std::shared_ptr<const DatasetContents>;

/// Reads a dataset as it is now.
Result<ContentsPointer> loadContents(const Project& project, DatasetId dataset);

/// The columns and their distributions; part of loadContents, for contents made otherwise.
std::vector<SampleColumn> columnsOfContents(const DatasetContents& contents);

/// A cell as text; empty for images. Labels: "present", "absent" or "unknown", translated.
QString cellText(const DatasetContents& contents, std::size_t row, const SampleColumn& column);

/// The contents as a filter asks them; valid while `contents` lives.
QuerySubject subjectOf(const DatasetContents& contents);

/// By which column rows are sorted; column −1: in the order of the dataset.
struct SampleOrder
{
    int column = -1;
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// Rows that the filter finds, in that order. Numbers sort as numbers, labels present first.
Result<std::vector<std::uint32_t>> arrangedRows(const DatasetContents& contents,
                                                const SampleQuery& query,
                                                const SampleOrder& order);

/// "Training", "Validation", "Test", translated.
QString subsetTitle(Subset subset);

} // namespace labelwright
