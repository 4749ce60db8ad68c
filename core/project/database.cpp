#include "core/project/database.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

namespace labelwright {

namespace {

/// How long a connection waits for another one of the same project that is writing.
constexpr int busyMilliseconds = 60'000;

/// A reader of a folder it cannot write has no place for the shared-memory file that SQLite's
/// write-ahead log needs; where no log is left over, the file can be read as it stands.
bool isSealed(const QString& path)
{
    return !QFileInfo(QFileInfo(path).absolutePath()).isWritable()
           && !QFileInfo::exists(path + QStringLiteral("-wal"));
}

QByteArray uriOf(const QString& path, Database::Mode mode)
{
    QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/");
    if (mode == Database::Mode::ReadOnly && isSealed(path))
        uri += "?immutable=1";
    return uri;
}

int flagsOf(Database::Mode mode)
{
    const int common = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case Database::Mode::Create: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Mode::ReadWrite: return common | SQLITE_OPEN_READWRITE;
    case Database::Mode::ReadOnly: return common | SQLITE_OPEN_READONLY;
    }
    return common;
}

} // namespace

SqlError SqlError::damaged(const QString& what)
{
    return SqlError(SQLITE_CORRUPT, what);
}

void Database::Close::operator()(sqlite3* connection) const
{
    sqlite3_close_v2(connection);
}

Database::Database(const QString& path, Mode mode)
{
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(uriOf(path, mode).constData(), &connection, flagsOf(mode),
                                     nullptr);
    m_connection.reset(connection);
    if (code != SQLITE_OK)
        throw SqlError(code & 0xff, QString::fromUtf8(sqlite3_errstr(code)));
    sqlite3_busy_timeout(connection, busyMilliseconds);
    execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;"
            "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY");
}

void Database::execute(const char* sql)
{
    char* message = nullptr;
    const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, &message);
    const QString text = QString::fromUtf8(message);
    sqlite3_free(message);
    if (code != SQLITE_OK)
        throw SqlError(code & 0xff, text);
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(handle());
}

int Database::changes() const
{
    return sqlite3_changes(handle());
}

Transaction::Transaction(Database& database)
    : m_database(database)
{
    m_database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (m_open)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace labelwright
