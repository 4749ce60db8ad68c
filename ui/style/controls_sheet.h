#pragma once

#include <QString>

class QPalette;

namespace labelwright {

/// The part of the application's style sheet that shapes fields, lists to choose from, sliders,
/// scroll bars and boxes like the buttons beside them.
QString controlsSheet(const QPalette& palette);

} // namespace labelwright
