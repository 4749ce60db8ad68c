#include "core/session/user_folders.h"

#include <QDir>
#include <QStandardPaths>

namespace labelwright {

QString userDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/labelwright";
}

QString userBackboneFolder()
{
    return userDataFolder() + "/backbones";
}

QStringList backboneFolders()
{
    QStringList folders = qEnvironmentVariable("LABELWRIGHT_BACKBONES")
                              .split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders.append(userBackboneFolder());
    return folders;
}

} // namespace labelwright
