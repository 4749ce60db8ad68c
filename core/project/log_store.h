#pragma once

#include "core/base/ids.h"
#include "core/project/annotations.h"
#include "core/project/database.h"

#include <QByteArray>
#include <QString>

namespace labelwright {

/// An entry to be appended to a dataset's log.
struct NewEntry
{
    DatasetId dataset;
    LogKind kind = LogKind::Answers;
    Annotator who = Annotator::Human;
    QString source;
    qint64 cells = 0;
    QByteArray content; ///< Packed as log_content.h does.
};

/// Appends and returns the entry's position. Throws SqlError.
qint64 appendEntry(Database& database, const NewEntry& entry);

/// Position of the dataset's last entry; 0 when there is none. Throws SqlError.
qint64 lastPosition(Database& database, DatasetId dataset);

/// Records that labels take part (or no longer do) from here on. Throws SqlError.
qint64 logLabels(Database& database, DatasetId dataset, std::span<const LabelId> labels, bool live,
                 const QString& source);

/// Milliseconds since 1970, as all times are stored.
qint64 currentTime();

} // namespace labelwright
