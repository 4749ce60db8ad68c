#pragma once

#include <QString>

namespace labelwright {

/// A sentence of the core as the window says it: where it names a command or an option of the
/// command-line tool, the window's way to do the same stands in its place.
QString inWindowWords(const QString& sentence);

} // namespace labelwright
