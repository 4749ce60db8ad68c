#include "core/deployment/forward_rows.h"

#include "core/deployment/call_images.h"
#include "core/deployment/json_text.h"

#include <QJsonArray>

namespace labelwright {

namespace {

Answered<QByteArray> imageOfRow(const QJsonValue& row, const QString& inputName)
{
    if (!row.isObject())
        return refused(400, "BAD_ROW",
                       QString("A row is an object like {\"%1\": \"data:image/png;base64,…\"}.")
                           .arg(inputName));
    const QJsonObject object = row.toObject();
    for (auto field = object.begin(); field != object.end(); ++field)
        if (field.key() != inputName)
            return refused(400, "UNKNOWN_INPUT",
                           QString("There is no input \"%1\"; the input is called \"%2\".")
                               .arg(field.key().left(64), inputName));
    if (!object.contains(inputName))
        return refused(400, "MISSING_INPUT",
                       QString("The input \"%1\" is missing.").arg(inputName));
    if (!object[inputName].isString())
        return refused(400, "BAD_ROW",
                       QString("The input \"%1\" is no string; send a data URL.").arg(inputName));
    return imageOfDataUrl(object[inputName].toString());
}

Answered<ForwardRows> rowsOfJson(const QByteArray& body, const QString& inputName,
                                 const CallLimits& limits)
{
    const Answered<QJsonObject> object = parsedObject(body, limits.rowValues);
    if (!object)
        return tl::unexpected(object.error());
    const QJsonValue value = object->value("rows");
    if (!value.isArray())
        return refused(400, "MISSING_ROWS",
                       QString("The body has no list \"rows\"; send {\"rows\": [{\"%1\": "
                               "\"data:image/png;base64,…\"}]}.")
                           .arg(inputName));
    const QJsonArray rows = value.toArray();
    if (std::size_t(rows.size()) > limits.rows)
        return refused(413, "TOO_MANY_ROWS",
                       QString("There are %1 rows, but a call may have %2; send them in parts.")
                           .arg(rows.size())
                           .arg(limits.rows));
    ForwardRows result;
    ImageGate gate(limits);
    for (const QJsonValue& row : rows)
        result.images.push_back(imageOfRow(row, inputName).and_then([&](const QByteArray& i) {
            return gate.passed(i);
        }));
    return result;
}

/// A field may also hold a data URL, as in a row.
Answered<QByteArray> imageOfField(const HttpFormField& field)
{
    if (field.fileName.isEmpty() && field.value.startsWith("data:"))
        return imageOfDataUrl(QString::fromUtf8(field.value));
    return field.value;
}

Answered<ForwardRows> rowOfForm(const std::vector<HttpFormField>& form, const QString& inputName,
                                const CallLimits& limits)
{
    if (form.empty())
        return refused(400, "MISSING_INPUT",
                       QString("The form is empty; send one image as \"%1\".").arg(inputName));
    for (const HttpFormField& field : form)
        if (field.name != inputName)
            return refused(400, "UNKNOWN_INPUT",
                           QString("There is no input \"%1\"; the input is called \"%2\".")
                               .arg(field.name.left(64), inputName));
    if (form.size() > 1)
        return refused(400, "TOO_MANY_IMAGES",
                       "A form takes one image; send several as JSON rows.");
    ImageGate gate(limits);
    ForwardRows result;
    result.isForm = true;
    result.images.push_back(
        imageOfField(form.front()).and_then([&](const QByteArray& i) { return gate.passed(i); }));
    return result;
}

} // namespace

Answered<ForwardRows> forwardRows(const HttpRequest& request, const QString& inputName,
                                  const CallLimits& limits)
{
    const bool isForm =
        !request.form.empty() ||
        request.header("content-type").trimmed().toLower().startsWith("multipart/form-data");
    return isForm ? rowOfForm(request.form, inputName, limits)
                  : rowsOfJson(request.body, inputName, limits);
}

} // namespace labelwright
