#pragma once

#include <QString>
#include <QStringList>

namespace labelwright::tests {

/// Paths of all .h and .cpp files below `folder` (app, core, ui, tests), relative to the source tree.
QStringList sourceFiles(const QString& folder);

/// A file of the source tree as lines.
QStringList sourceLines(const QString& relativePath);

} // namespace labelwright::tests
