#pragma once

#include <QString>
#include <QtGlobal>

#include <memory>
#include <stdexcept>

struct sqlite3;

namespace labelwright {

/// What SQLite reported; turned into an Error by `reading` and `editing`, never seen outside.
class SqlError : public std::runtime_error
{
public:
    SqlError(int sqliteCode, const QString& text)
        : std::runtime_error(text.toStdString()), code(sqliteCode)
    {}

    /// For content that cannot be what was written.
    static SqlError damaged(const QString& what);

    int code; ///< SQLite's primary result code.
};

/// A connection to one SQLite file. Throws SqlError.
class Database
{
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    Database() = default;
    Database(const QString& path, Mode mode);

    /// Runs statements that give no rows, separated by semicolons.
    void execute(const char* sql);

    [[nodiscard]] sqlite3* handle() const { return m_connection.get(); }
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] int changes() const;

private:
    struct Close
    {
        void operator()(sqlite3* connection) const;
    };
    std::unique_ptr<sqlite3, Close> m_connection;
};

/// A transaction that is undone unless `commit` is called. Takes the write lock at once, so that it
/// cannot fail half-way because another connection writes.
class Transaction
{
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace labelwright
