#include "core/project/project_storage.h"

#include <sqlite3.h>

namespace labelwright {

namespace {

QString reasonOf(int code)
{
    switch (code) {
    case SQLITE_FULL: return QStringLiteral("the disk is full; free some space and try again.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QStringLiteral("the project is busy with another job; try again in a moment.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return QStringLiteral("the project's folder cannot be written; check its permissions.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return QStringLiteral("the project's database is damaged; restore project.sqlite from a "
                              "backup.");
    case SQLITE_IOERR:
        return QStringLiteral("the disk reports an error; check it and its free space.");
    case SQLITE_NOMEM: return QStringLiteral("there is not enough memory.");
    default: return QStringLiteral("the project's database refuses it.");
    }
}

} // namespace

Error errorOf(const SqlError& error, const QString& failed)
{
    return {failed + QStringLiteral(": ") + reasonOf(error.code),
            QStringLiteral("SQLite %1: %2").arg(error.code).arg(QString::fromUtf8(error.what()))};
}

Error readOnlyError(const QString& failed)
{
    return {failed + QStringLiteral(": the project is open for reading only."), {}};
}

} // namespace labelwright
