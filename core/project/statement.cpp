#include "core/project/statement.h"

#include <sqlite3.h>

namespace labelwright {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(Database& database, const char* sql)
    : m_database(database)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database.handle(), sql, -1, &statement, nullptr);
    m_statement.reset(statement);
    check(code);
}

bool Statement::next()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    // A finished statement would keep its read lock and stop the log from being merged.
    sqlite3_reset(m_statement.get());
    if (code != SQLITE_DONE)
        check(code);
    return false;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(
        sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

QDateTime Statement::time(int column) const
{
    return QDateTime::fromMSecsSinceEpoch(integer(column));
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        throw SqlError(code & 0xff, QString::fromUtf8(sqlite3_errmsg(m_database.handle())));
}

void Statement::bindInteger(int index, qint64 value)
{
    check(sqlite3_bind_int64(m_statement.get(), index, value));
}

void Statement::bind(int index, double value)
{
    check(sqlite3_bind_double(m_statement.get(), index, value));
}

void Statement::bind(int index, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    check(sqlite3_bind_text(m_statement.get(), index, utf8.constData(),
                            static_cast<int>(utf8.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int index, const QByteArray& value)
{
    check(sqlite3_bind_blob64(m_statement.get(), index, value.constData(),
                              static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int index, std::nullptr_t)
{
    check(sqlite3_bind_null(m_statement.get(), index));
}

} // namespace labelwright
