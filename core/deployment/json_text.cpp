#include "core/deployment/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <charconv>
#include <cstring>

namespace labelwright {

namespace {

/// The byte after the string that begins before `at`.
const char* afterString(const char* at, const char* end)
{
    while (at < end) {
        const auto* quote = static_cast<const char*>(std::memchr(at, '"', std::size_t(end - at)));
        if (quote == nullptr)
            return end;
        std::size_t escapes = 0;
        while (quote - escapes > at && quote[-1 - std::ptrdiff_t(escapes)] == '\\')
            ++escapes;
        at = quote + 1;
        if (escapes % 2 == 0)
            return at;
    }
    return end;
}

/// At least as many as there are values: every one but the first follows one of these signs.
std::size_t valuesAtMost(const QByteArray& json)
{
    std::size_t count = 1;
    const char* at = json.constData();
    const char* const end = at + json.size();
    while (at < end) {
        const char c = *at++;
        if (c == '"')
            at = afterString(at, end);
        else if (c == '[' || c == '{' || c == ',')
            ++count;
    }
    return count;
}

} // namespace

QByteArray quotedJson(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray jsonNumber(float value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), qsizetype(end - text.data())};
}

Answered<QJsonObject> parsedObject(const QByteArray& json, std::size_t maxValues)
{
    if (valuesAtMost(json) > maxValues)
        return refused(413, "TOO_MANY_VALUES",
                       QString("The body holds more than %1 JSON values; send less in one call.")
                           .arg(maxValues));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return refused(400, "BAD_JSON",
                       QString("The body is no JSON; it breaks off at byte %1.").arg(error.offset));
    if (!document.isObject())
        return refused(400, "BAD_JSON", "The body is JSON but no object; put it into braces.");
    return document.object();
}

} // namespace labelwright
