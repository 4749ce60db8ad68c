#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace labelwright {

/// Rows of an index as they are written.
struct IndexPreview
{
    QString entry;     ///< The CSV's path in the source; empty where there is none.
    QString encoding;  ///< In words, as ImportPlan has it.
    QString separator; ///< In words.
    QStringList columns;
    qint64 rows = 0;                ///< Of the whole index.
    std::vector<qint64> lines;      ///< Of the text, from 1, one per row shown.
    std::vector<QStringList> cells; ///< As many per row as the row has.
};

/// Reads `count` rows of the index of a zip, folder or CSV file, from the last one that begins at
/// `line` or before; also where its columns cannot be imported as they are. Without an index, all
/// is empty. Fails like `planImport` where the source or the CSV cannot be read.
Result<IndexPreview> previewIndex(const QString& path, qint64 line, int count);

} // namespace labelwright
