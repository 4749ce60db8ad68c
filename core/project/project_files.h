#pragma once

#include "core/base/result.h"

#include <QString>

namespace labelwright {

/// The database's path in a project folder.
QString databasePath(const QString& folder);

/// Makes an empty project in a new or empty folder. The database gets its name only when it is
/// complete, so that a killed process leaves a folder in which this can be done again.
Result<void> makeProjectFiles(const QString& folder);

/// Removes the files of an empty, closed project, and the folder where nothing else is left in it.
void removeProjectFiles(const QString& folder);

/// Fails with a sentence when the folder or the database file is not there.
Result<void> findProjectFiles(const QString& folder);

} // namespace labelwright
