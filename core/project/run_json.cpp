#include "core/project/run_json.h"

#include "core/model/settings_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace labelwright {

namespace {

QString textOf(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectIn(const QString& json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QJsonValue jsonOf(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<double> optionalIn(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// JSON has no NaN or infinity: a number that is not there was one of them.
double numberIn(const QJsonValue& value)
{
    return value.isNull() ? std::numeric_limits<double>::quiet_NaN() : value.toDouble();
}

QJsonArray jsonOf(const std::vector<LabelFigures>& labels)
{
    QJsonArray array;
    for (const LabelFigures& label : labels)
        array.append(QJsonArray{jsonOf(label.averagePrecision), jsonOf(label.rocAuc),
                                jsonOf(label.f1)});
    return array;
}

std::vector<LabelFigures> figuresIn(const QJsonArray& array)
{
    std::vector<LabelFigures> labels;
    for (const QJsonValue& value : array) {
        const QJsonArray figures = value.toArray();
        labels.push_back({optionalIn(figures.at(0)), optionalIn(figures.at(1)),
                          optionalIn(figures.at(2))});
    }
    return labels;
}

} // namespace

QString jsonOfReport(const EpochReport& report)
{
    QJsonArray notes;
    for (const QString& note : report.notes)
        notes.append(note);
    return textOf({{QStringLiteral("epoch"), report.epoch},
                   {QStringLiteral("trainingLoss"), report.trainingLoss},
                   {QStringLiteral("validationLoss"), jsonOf(report.validationLoss)},
                   {QStringLiteral("validationMap"), jsonOf(report.validationMap)},
                   {QStringLiteral("labels"), jsonOf(report.labels)},
                   {QStringLiteral("learningRate"), report.learningRate},
                   {QStringLiteral("imagesPerSecond"), report.imagesPerSecond},
                   {QStringLiteral("seconds"), report.seconds},
                   {QStringLiteral("secondsLeft"), report.secondsLeft},
                   {QStringLiteral("best"), report.best},
                   {QStringLiteral("notes"), notes}});
}

EpochReport reportFromJson(const QString& json)
{
    const QJsonObject object = objectIn(json);
    EpochReport report;
    report.epoch = object.value(QStringLiteral("epoch")).toInt();
    report.trainingLoss = numberIn(object.value(QStringLiteral("trainingLoss")));
    report.validationLoss = optionalIn(object.value(QStringLiteral("validationLoss")));
    report.validationMap = optionalIn(object.value(QStringLiteral("validationMap")));
    report.labels = figuresIn(object.value(QStringLiteral("labels")).toArray());
    report.learningRate = numberIn(object.value(QStringLiteral("learningRate")));
    report.imagesPerSecond = numberIn(object.value(QStringLiteral("imagesPerSecond")));
    report.seconds = numberIn(object.value(QStringLiteral("seconds")));
    report.secondsLeft = numberIn(object.value(QStringLiteral("secondsLeft")));
    report.best = object.value(QStringLiteral("best")).toBool();
    for (const QJsonValue& note : object.value(QStringLiteral("notes")).toArray())
        report.notes.push_back(note.toString());
    return report;
}

QString jsonOfFacts(const RunFacts& facts)
{
    return textOf({{QStringLiteral("device"), facts.device},
                   {QStringLiteral("precision"), wordFor(facts.precision, precisionWords)},
                   {QStringLiteral("threads"), facts.threads},
                   {QStringLiteral("batchSize"), facts.batchSize},
                   {QStringLiteral("notes"), QJsonArray::fromStringList(facts.notes)}});
}

RunFacts factsFromJson(const QString& json)
{
    const QJsonObject object = objectIn(json);
    RunFacts facts;
    facts.device = object.value(QStringLiteral("device")).toString();
    facts.precision = valueFor(object.value(QStringLiteral("precision")).toString(), precisionWords)
                          .value_or(Precision::F32);
    facts.threads = object.value(QStringLiteral("threads")).toInt(1);
    facts.batchSize = object.value(QStringLiteral("batchSize")).toInt();
    for (const QJsonValue& note : object.value(QStringLiteral("notes")).toArray())
        facts.notes += note.toString();
    return facts;
}

} // namespace labelwright
