#include "core/project/project_files.h"

#include "core/project/database.h"
#include "core/project/project_lock.h"
#include "core/project/project_storage.h"
#include "core/project/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace labelwright {

namespace {

QString draftPath(const QString& folder)
{
    return databasePath(folder) + QStringLiteral(".new");
}

void removeDraft(const QString& folder)
{
    for (const QString& ending : {QString(), QStringLiteral("-journal"), QStringLiteral("-wal"),
                                  QStringLiteral("-shm")})
        QFile::remove(draftPath(folder) + ending);
}

/// True when nothing stands in the folder but what an interrupted creation leaves there.
bool isFree(const QString& folder)
{
    const QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot
                                                     | QDir::Hidden | QDir::System);
    for (const QString& name : names)
        if (name != QStringLiteral("project.lock")
            && !name.startsWith(QStringLiteral("project.sqlite.new")))
            return false;
    return true;
}

Result<void> drawUpDatabase(const QString& folder)
{
    const QString failed = QStringLiteral("The project %1 cannot be made").arg(folder);
    removeDraft(folder);
    try {
        Database database(draftPath(folder), Database::Mode::Create);
        migrate(database);
        database.execute("PRAGMA journal_mode = WAL");
    } catch (const SqlError& error) {
        removeDraft(folder);
        return tl::unexpected<Error>(errorOf(error, failed));
    }
    if (!QFile::rename(draftPath(folder), databasePath(folder)))
        return failure(failed + QStringLiteral(": the folder cannot be written; check its "
                                               "permissions."));
    return {};
}

/// Makes the database under the lock; takes away what it made when it fails.
Result<void> makeIn(const QString& folder)
{
    const Result<ProjectLock> lock = ProjectLock::take(folder);
    if (!lock)
        return failureOf(lock);
    if (QFileInfo::exists(databasePath(folder)))
        return failure(QStringLiteral("The folder %1 already holds a project; open it instead.")
                           .arg(folder));
    const Result<void> drawn = drawUpDatabase(folder);
    if (!drawn)
        QFile::remove(folder + QStringLiteral("/project.lock"));
    return drawn;
}

} // namespace

QString databasePath(const QString& folder)
{
    return folder + QStringLiteral("/project.sqlite");
}

Result<void> makeProjectFiles(const QString& folder)
{
    const bool existed = QFileInfo::exists(folder);
    if (QFileInfo::exists(databasePath(folder)))
        return failure(QStringLiteral("The folder %1 already holds a project; open it instead.")
                           .arg(folder));
    if (existed && !QFileInfo(folder).isDir())
        return failure(QStringLiteral("%1 is a file; choose a folder for the project.").arg(folder));
    if (existed && !isFree(folder))
        return failure(QStringLiteral("The folder %1 is not empty; choose a new or an empty folder "
                                      "for the project.")
                           .arg(folder));
    if (!QDir().mkpath(folder))
        return failure(QStringLiteral("The folder %1 cannot be made; check the permissions of the "
                                      "folder it lies in.")
                           .arg(folder));
    const Result<void> made = makeIn(folder);
    if (!made && !existed)
        QDir().rmdir(folder);
    return made;
}

void removeProjectFiles(const QString& folder)
{
    for (const QString& ending : {QStringLiteral("-wal"), QStringLiteral("-shm"), QString()})
        QFile::remove(databasePath(folder) + ending);
    QFile::remove(folder + QStringLiteral("/project.lock"));
    QDir().rmdir(folder);
}

Result<void> findProjectFiles(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return failure(QStringLiteral("There is no folder %1; check the path or make a project "
                                      "there.")
                           .arg(folder));
    if (!info.isDir())
        return failure(QStringLiteral("%1 is a file, not a project folder.").arg(folder));
    if (!info.isReadable() || !info.isExecutable())
        return failure(QStringLiteral("The folder %1 cannot be read; check its permissions.")
                           .arg(folder));
    if (!QFileInfo::exists(databasePath(folder)))
        return failure(QStringLiteral("The folder %1 holds no Labelwright project: project.sqlite "
                                      "is missing.")
                           .arg(folder));
    return {};
}

} // namespace labelwright
