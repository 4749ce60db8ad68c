#pragma once

#include "core/deployment/call_refusal.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstddef>

namespace labelwright {

/// A string as JSON, with its quotation marks.
QByteArray quotedJson(const QString& text);

/// A finite number as JSON, with as few digits as give the same float again.
QByteArray jsonNumber(float value);

/// Reads an object. Refused with 400 when it is none, and with 413, before memory is taken for it,
/// when it has more than `maxValues` values: small ones cost a hundred times their text.
Answered<QJsonObject> parsedObject(const QByteArray& json, std::size_t maxValues);

} // namespace labelwright
