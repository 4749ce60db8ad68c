#pragma once

#include "core/project/annotations.h"
#include "core/project/experiments.h"
#include "core/project/versions.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace labelwright {

/// What happened to a dataset after a position of its log.
struct ChangesSince
{
    qint64 entries = 0;
    qint64 answers = 0; ///< Cells answered, by whomever.
    qint64 moved = 0;   ///< Images assigned to a subset.
    qint64 labelChanges = 0; ///< Labels that came, went or came back.

    friend bool operator==(const ChangesSince&, const ChangesSince&) = default;
};

/// A version, who uses it, and what changed since.
struct VersionFacts
{
    Version version;
    int number = 0; ///< 1 for the dataset's first.
    QStringList experiments;
    ChangesSince since;
};

/// The versions of a dataset, latest first.
Result<std::vector<VersionFacts>> versionFacts(const Project& project, DatasetId dataset);

/// Counts the entries after `position`.
ChangesSince changesSince(const std::vector<LogEntry>& log, qint64 position);

/// "34 answers, 12 images moved between subsets"; "nothing" when nothing did.
QString inWords(const ChangesSince& changes);

} // namespace labelwright
