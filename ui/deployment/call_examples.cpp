#include "ui/deployment/call_examples.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace labelwright {

namespace {

QString said(const char* source)
{
    return QCoreApplication::translate("labelwright", source);
}

/// A text as one word of a shell's command line.
QString shellWord(const QString& text)
{
    QString inner = text;
    return u'\'' + inner.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

/// A text as a string of JSON, which Python reads too.
QString quotedText(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QString secretOf(const CallTarget& target)
{
    return target.secret.isEmpty() ? QStringLiteral("<token>") : target.secret;
}

QString bearer(const CallTarget& target)
{
    return QStringLiteral("Bearer ") + secretOf(target);
}

/// "--header 'Authorization: …' \" on a line of its own, or nothing.
QString bearerOption(const CallTarget& target)
{
    if (target.isPublic)
        return {};
    return QStringLiteral("  --header %1 \\\n")
        .arg(shellWord(QStringLiteral("Authorization: ") + bearer(target)));
}

QString bearerHeader(const CallTarget& target)
{
    return target.isPublic
               ? QString()
               : QStringLiteral("        \"Authorization\": %1,\n").arg(quotedText(bearer(target)));
}

/// What an answer looks like, as a comment.
QString answerForm(const CallTarget& target, const QString& before, const QString& after)
{
    constexpr qsizetype shown = 3;
    QStringList members;
    for (const QString& name : target.outputNames.mid(0, shown))
        members.append(QStringLiteral("%1: 0.%2").arg(quotedText(name)).arg(93 - 27 * members.size()));
    if (target.outputNames.size() > shown)
        members.append(QStringLiteral("…"));
    return QStringLiteral("# ") + said(QT_TRANSLATE_NOOP("labelwright", "Answer:")) + u' ' + before
           + u'{' + members.join(QStringLiteral(", ")) + u'}' + after + u'\n';
}

QString rowsWithCurl(const CallTarget& target)
{
    const QString before = QStringLiteral("{\"rows\":[{%1:\"data:image/jpeg;base64,")
                               .arg(quotedText(target.inputName));
    return QStringLiteral("{ printf %s ") + shellWord(before)
           + QStringLiteral("\n  base64 < photo.jpg | tr -d '\\n'\n  printf %s '\"}]}'; } |\n"
                            "curl --silent --show-error --data-binary @- \\\n")
           + bearerOption(target)
           + QStringLiteral("  --header 'Content-Type: application/json' \\\n  ")
           + shellWord(forwardUrl(target)) + u'\n'
           + answerForm(target, QStringLiteral("{\"rows\": ["), QStringLiteral("]}"));
}

QString formWithCurl(const CallTarget& target)
{
    QString user;
    if (!target.isPublic)
        user = QStringLiteral("  --user %1 \\\n").arg(shellWord(secretOf(target) + u':'));
    return QStringLiteral("curl --silent --show-error \\\n") + user
           + QStringLiteral("  --form %1 \\\n  ")
                 .arg(shellWord(target.inputName + QStringLiteral("=@photo.jpg")))
           + shellWord(forwardUrl(target)) + u'\n' + answerForm(target, {}, {});
}

QString rowsWithPython(const CallTarget& target)
{
    return QStringLiteral("import base64\nimport json\nimport urllib.request\n\n"
                          "with open(\"photo.jpg\", \"rb\") as file:\n"
                          "    image = base64.b64encode(file.read()).decode()\n"
                          "request = urllib.request.Request(\n    ")
           + quotedText(forwardUrl(target))
           + QStringLiteral(",\n    data=json.dumps({\"rows\": [{")
           + quotedText(target.inputName)
           + QStringLiteral(": \"data:image/jpeg;base64,\" + image}]}).encode(),\n"
                            "    headers={\n")
           + bearerHeader(target)
           + QStringLiteral("        \"Content-Type\": \"application/json\",\n    })\n"
                            "with urllib.request.urlopen(request) as answer:\n"
                            "    for row in json.load(answer)[\"rows\"]:\n"
                            "        for label, score in row.items():\n"
                            "            print(f\"{label}: {score:.3f}\")\n");
}

QString inferWithPython(const CallTarget& target)
{
    return QStringLiteral("import json\nimport struct\nimport urllib.request\n\n"
                          "with open(\"photo.jpg\", \"rb\") as file:\n"
                          "    image = file.read()\n"
                          "header = json.dumps({\"inputs\": [{\n"
                          "    \"name\": \"encoded\", \"datatype\": \"BYTES\", \"shape\": [1],\n"
                          "    \"parameters\": {\"binary_data_size\": 4 + len(image)},\n"
                          "}]}).encode()\n"
                          "request = urllib.request.Request(\n    ")
           + quotedText(target.url + QStringLiteral("/v2/models/%1/infer").arg(target.name))
           + QStringLiteral(",\n    data=header + struct.pack(\"<I\", len(image)) + image,\n"
                            "    headers={\n")
           + bearerHeader(target)
           + QStringLiteral("        \"Content-Type\": \"application/octet-stream\",\n"
                            "        \"Inference-Header-Content-Length\": str(len(header)),\n"
                            "    })\n"
                            "with urllib.request.urlopen(request) as answer:\n"
                            "    outputs = {output[\"name\"]: output[\"data\"]\n"
                            "               for output in json.load(answer)[\"outputs\"]}\n"
                            "for label, score in zip(outputs[\"labels\"], outputs[\"scores\"]):\n"
                            "    print(f\"{label}: {score:.3f}\")\n");
}

QString commandLine(const CallTarget& target)
{
    const QString command = QStringLiteral("labelwright-cli predict --project %1 --deployment %2")
                                .arg(shellWord(target.projectFolder))
                                .arg(target.id);
    return said(QT_TRANSLATE_NOOP("labelwright", "# Without the service, while it is enabled:"))
           + u'\n' + command + QStringLiteral(" --json photo.jpg\n") + command
           + QStringLiteral(" --csv photos/ > predictions.csv\n");
}

} // namespace

QString forwardUrl(const CallTarget& target)
{
    return QStringLiteral("%1/deployment/%2/forward").arg(target.url).arg(target.id);
}

std::vector<CallExample> callExamples(const CallTarget& target)
{
    return {{said(QT_TRANSLATE_NOOP("labelwright", "curl, rows")), rowsWithCurl(target)},
            {said(QT_TRANSLATE_NOOP("labelwright", "curl, form")), formWithCurl(target)},
            {said(QT_TRANSLATE_NOOP("labelwright", "Python")), rowsWithPython(target)},
            {said(QT_TRANSLATE_NOOP("labelwright", "Open Inference Protocol")),
             inferWithPython(target)},
            {said(QT_TRANSLATE_NOOP("labelwright", "Command line")), commandLine(target)}};
}

} // namespace labelwright
