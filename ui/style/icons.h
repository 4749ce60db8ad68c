#pragma once

#include <QIcon>
#include <QString>

namespace labelwright {

/// The icon `name` of resources/icons (without ".svg"): drawn in the text's colour, so that it fits
/// light and dark, any size and the disabled state. Names: see resources/icons.
QIcon icon(const QString& name);

} // namespace labelwright
