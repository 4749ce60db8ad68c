#pragma once

#include "core/base/ids.h"
#include "core/project/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <concepts>
#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace labelwright {

/// A prepared statement. Throws SqlError. Use: `Statement s(db, "… ?1 …"); s.run(id, name);` or
/// `s.with(id); while (s.next()) … s.text(0) …`.
class Statement
{
public:
    Statement(Database& database, const char* sql);

    /// Starts over with these values for ?1, ?2, …
    template <class... Values>
    Statement& with(const Values&... values)
    {
        reset();
        [[maybe_unused]] int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    /// Runs it with these values to the end, for statements without rows.
    template <class... Values>
    void run(const Values&... values)
    {
        with(values...);
        while (next()) {
        }
    }

    /// Goes to the next row; false after the last.
    bool next();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QDateTime time(int column) const; ///< From milliseconds since 1970.

    template <class IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{integer(column)};
    }

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };

    void reset();
    void check(int code) const;
    void bindInteger(int index, qint64 value);
    void bind(int index, double value);
    void bind(int index, const QString& value);
    void bind(int index, const QByteArray& value);
    void bind(int index, std::nullptr_t);
    void bind(int index, std::integral auto value) { bindInteger(index, static_cast<qint64>(value)); }

    template <class Tag>
    void bind(int index, Id<Tag> value)
    {
        bindInteger(index, value.value);
    }

    template <class T>
    void bind(int index, const std::optional<T>& value)
    {
        if (value)
            bind(index, *value);
        else
            bind(index, nullptr);
    }

    Database& m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace labelwright
