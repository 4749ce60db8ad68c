#include "core/project/sample_fields.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace labelwright {

QString jsonOfStrings(const QStringList& strings)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(strings)).toJson(QJsonDocument::Compact));
}

QStringList stringsFromJson(const QString& json)
{
    QStringList strings;
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array())
        strings += value.toString();
    return strings;
}

} // namespace labelwright
