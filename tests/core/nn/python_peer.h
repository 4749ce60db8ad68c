#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace labelwright::tests {

/// Runs `script` with /usr/bin/python3: it finds its input as the object `data` and leaves what it
/// gives in `result`. Nothing when the script fails, for example because torch is not installed.
std::optional<QJsonValue> runPython(const QString& script, const QJsonObject& data);

/// True when python3 has that module.
bool pythonHas(const QString& module);

template <class T>
QJsonArray toArray(std::span<const T> values)
{
    QJsonArray array;
    for (const T& value : values)
        array.append(static_cast<double>(value));
    return array;
}

std::vector<double> toNumbers(const QJsonValue& array);

} // namespace labelwright::tests
