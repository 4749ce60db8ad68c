#include "ui/recent_projects.h"

#include "core/project/project.h"

#include <QDir>
#include <QSettings>

namespace labelwright {

namespace {

constexpr qsizetype kept = 10;

QString key()
{
    return QStringLiteral("recentProjects");
}

} // namespace

QStringList recentProjects()
{
    QStringList result;
    for (const QString& folder : QSettings().value(key()).toStringList())
        if (Project::existsIn(folder))
            result.append(folder);
    return result;
}

void rememberRecentProject(const QString& folder)
{
    QStringList folders = QSettings().value(key()).toStringList();
    const QString path = QDir::cleanPath(folder);
    folders.removeAll(path);
    folders.prepend(path);
    QSettings().setValue(key(), QStringList(folders.mid(0, kept)));
}

} // namespace labelwright
