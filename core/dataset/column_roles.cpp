#include "core/dataset/column_roles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace labelwright {

namespace {

QStringList stringList(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        list.append(item.toString());
    return list;
}

} // namespace

QByteArray toJson(const ColumnRoles& roles)
{
    const QJsonObject object{{"format", QStringLiteral("labelwright-index")},
                             {"image", roles.image},
                             {"subset", roles.subset},
                             {"group", roles.group},
                             {"labels", QJsonArray::fromStringList(roles.labels)},
                             {"fields", QJsonArray::fromStringList(roles.fields)}};
    return QJsonDocument(object).toJson();
}

std::optional<ColumnRoles> columnRolesFromJson(const QByteArray& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(u"format").toString() != u"labelwright-index")
        return std::nullopt;
    return ColumnRoles{object.value(u"image").toString(), object.value(u"subset").toString(),
                       object.value(u"group").toString(), stringList(object.value(u"labels")),
                       stringList(object.value(u"fields"))};
}

} // namespace labelwright
