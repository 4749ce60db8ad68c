#pragma once

#include <QString>
#include <QStringList>

namespace labelwright {

/// The user's own data folder of Labelwright: `$XDG_DATA_HOME/labelwright` or the platform's like.
QString userDataFolder();

/// Where added and downloaded backbone weights are kept.
QString userBackboneFolder();

/// Folders that are searched for backbone weights: those that the environment variable
/// LABELWRIGHT_BACKBONES lists (separated by ':'), then the user's own.
QStringList backboneFolders();

} // namespace labelwright
