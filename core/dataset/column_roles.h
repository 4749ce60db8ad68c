#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace labelwright {

/// File beside an index that says what its columns are.
inline constexpr QStringView columnRolesFile = u"labelwright.json";

/// What the columns of an index are, by name. Columns that are not named are judged by their cells.
struct ColumnRoles
{
    QString image;
    QString subset; ///< Empty: none.
    QString group;  ///< Empty: none.
    QStringList labels;
    QStringList fields;

    friend bool operator==(const ColumnRoles&, const ColumnRoles&) = default;
};

QByteArray toJson(const ColumnRoles& roles);

/// Nothing when the bytes are not of this kind: the index is then judged by its cells alone.
std::optional<ColumnRoles> columnRolesFromJson(const QByteArray& bytes);

} // namespace labelwright
