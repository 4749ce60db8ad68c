#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/dataset/label_matrix.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace labelwright {

/// Columns of an index whose name begins so hold scores; an import skips them.
inline constexpr QStringView scoreColumnPrefix = u"score:";

/// One row of the index to be written.
struct WrittenSample
{
    QString name; ///< Path of the image in the archive; made safe and unique where it is not.
    std::optional<Subset> subset;
    QString group;
    QStringList fields; ///< One per fieldColumns.
};

/// A dataset to be written as a zip with `index.csv`.
struct DatasetWriteRequest
{
    QStringList labels;
    LabelMatrix annotations; ///< One row per sample; Unknown is written as a blank cell.
    std::vector<WrittenSample> samples;
    QStringList fieldColumns;
    QString groupColumn; ///< Empty: no column. "image" and "subset" are taken.
    QString subsetColumn = QStringLiteral("subset"); ///< Empty: no column.
    QStringList scoreLabels;   ///< Labels that have scores; empty: no score columns.
    std::vector<float> scores; ///< Row by row, scoreLabels per sample; NaN is written as a blank.
    /// The file bytes of a sample's image; called once per sample, in order, on this thread.
    std::function<Result<QByteArray>(std::size_t sample)> readImage;
};

/// Writes images, `index.csv` and `labelwright.json` (which columns are what, so that an import
/// gives the same dataset) to a zip, one image at a time. Names are UTF-8, time stamps fixed: the
/// same request gives the same bytes. After a failure or a stop the old file, if any, is untouched.
Result<void> writeDataset(const QString& zipPath, const DatasetWriteRequest& request,
                          const ProgressCallback& progress = {}, std::stop_token stop = {});

} // namespace labelwright
