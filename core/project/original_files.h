#pragma once

#include "core/base/ids.h"
#include "core/project/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace labelwright {

/// Path of a copied image inside the originals folder: "ab/abcd….jpg". `sha256` is hexadecimal.
QString originalPath(const QByteArray& sha256, const QString& suffix);

/// A file name's suffix in lower case, without the dot; empty unless it is 1 to 5 letters or digits.
QString cleanSuffix(const QString& name);

/// Paths inside the originals folder of copies that no other dataset has. Throws SqlError.
std::vector<QString> copiesOnlyOf(Database& database, DatasetId dataset);

/// Returns when everything written to the file system of `folder` before is on disk: one call for
/// thousands of small files, where a sync of each would take minutes.
void flushToDisk(const QString& folder);

} // namespace labelwright
