#pragma once

#include <QString>
#include <QStringList>

namespace labelwright {

/// A JSON array of strings, as imports and samples store the further columns of an index.
QString jsonOfStrings(const QStringList& strings);

/// Empty for text that is no JSON array.
QStringList stringsFromJson(const QString& json);

} // namespace labelwright
