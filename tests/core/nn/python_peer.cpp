#include "tests/core/nn/python_peer.h"

#include <QJsonDocument>
#include <QProcess>

namespace labelwright::tests {

namespace {

std::optional<QByteArray> runText(const QString& script, const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), script});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().constData());
        return std::nullopt;
    }
    return process.readAllStandardOutput();
}

} // namespace

std::optional<QJsonValue> runPython(const QString& script, const QJsonObject& data)
{
    const QString whole = QStringLiteral("import json, sys\ndata = json.load(sys.stdin)\n%1\n"
                                         "print(json.dumps({'result': result}))\n")
                              .arg(script);
    const auto output = runText(whole, QJsonDocument(data).toJson(QJsonDocument::Compact));
    if (!output)
        return std::nullopt;
    return QJsonDocument::fromJson(*output).object()[QStringLiteral("result")];
}

bool pythonHas(const QString& module)
{
    QProcess process;
    process.start(QStringLiteral("/usr/bin/python3"),
                  {QStringLiteral("-c"), QStringLiteral("import %1").arg(module)});
    return process.waitForFinished(120'000) && process.exitCode() == 0;
}

std::vector<double> toNumbers(const QJsonValue& array)
{
    std::vector<double> numbers;
    for (const QJsonValue& value : array.toArray())
        numbers.push_back(value.toDouble());
    return numbers;
}

} // namespace labelwright::tests
