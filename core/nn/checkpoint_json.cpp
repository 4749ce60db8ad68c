#include "core/nn/checkpoint_json.h"

#include "core/model/settings_words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <cmath>
#include <limits>

namespace labelwright {

namespace {

QJsonValue toValue(double number)
{
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue();
}

QJsonValue toValue(const std::optional<double>& figure)
{
    return figure ? toValue(*figure) : QJsonValue();
}

double toNumber(const QJsonValue& value)
{
    return value.isNull() ? std::numeric_limits<double>::quiet_NaN() : value.toDouble();
}

std::optional<double> toFigure(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QStringList toTexts(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue& text : value.toArray())
        texts.append(text.toString());
    return texts;
}

} // namespace

QJsonObject factsToJson(const RunFacts& facts)
{
    return {{QStringLiteral("device"), facts.device},
            {QStringLiteral("precision"), wordFor(facts.precision, precisionWords)},
            {QStringLiteral("threads"), facts.threads},
            {QStringLiteral("batchSize"), facts.batchSize},
            {QStringLiteral("notes"), QJsonArray::fromStringList(facts.notes)}};
}

RunFacts factsFromJson(const QJsonObject& object)
{
    RunFacts facts;
    facts.device = object[QStringLiteral("device")].toString();
    facts.precision = valueFor(object[QStringLiteral("precision")].toString(), precisionWords)
                          .value_or(Precision::F32);
    facts.threads = object[QStringLiteral("threads")].toInt(1);
    facts.batchSize = object[QStringLiteral("batchSize")].toInt();
    facts.notes = toTexts(object[QStringLiteral("notes")]);
    return facts;
}

QJsonObject reportToJson(const EpochReport& report)
{
    QJsonArray labels;
    for (const LabelFigures& label : report.labels)
        labels.append(QJsonArray{toValue(label.averagePrecision), toValue(label.rocAuc),
                                 toValue(label.f1)});
    const QStringList notes(report.notes.begin(), report.notes.end());
    return {{QStringLiteral("epoch"), report.epoch},
            {QStringLiteral("trainingLoss"), toValue(report.trainingLoss)},
            {QStringLiteral("validationLoss"), toValue(report.validationLoss)},
            {QStringLiteral("validationMap"), toValue(report.validationMap)},
            {QStringLiteral("labels"), labels},
            {QStringLiteral("learningRate"), toValue(report.learningRate)},
            {QStringLiteral("imagesPerSecond"), toValue(report.imagesPerSecond)},
            {QStringLiteral("seconds"), toValue(report.seconds)},
            {QStringLiteral("secondsLeft"), toValue(report.secondsLeft)},
            {QStringLiteral("best"), report.best},
            {QStringLiteral("notes"), QJsonArray::fromStringList(notes)}};
}

EpochReport reportFromJson(const QJsonObject& object)
{
    EpochReport report;
    report.epoch = object[QStringLiteral("epoch")].toInt();
    report.trainingLoss = toNumber(object[QStringLiteral("trainingLoss")]);
    report.validationLoss = toFigure(object[QStringLiteral("validationLoss")]);
    report.validationMap = toFigure(object[QStringLiteral("validationMap")]);
    for (const QJsonValue& value : object[QStringLiteral("labels")].toArray()) {
        const QJsonArray figures = value.toArray();
        report.labels.push_back(
            {toFigure(figures.at(0)), toFigure(figures.at(1)), toFigure(figures.at(2))});
    }
    report.learningRate = toNumber(object[QStringLiteral("learningRate")]);
    report.imagesPerSecond = toNumber(object[QStringLiteral("imagesPerSecond")]);
    report.seconds = toNumber(object[QStringLiteral("seconds")]);
    report.secondsLeft = toNumber(object[QStringLiteral("secondsLeft")]);
    report.best = object[QStringLiteral("best")].toBool();
    const QStringList notes = toTexts(object[QStringLiteral("notes")]);
    report.notes.assign(notes.begin(), notes.end());
    return report;
}

QJsonObject checkpointToJson(const CheckpointFile& file)
{
    return {{QStringLiteral("epoch"), file.epoch},
            {QStringLiteral("file"), QFileInfo(file.path).fileName()},
            {QStringLiteral("sha256"), QString::fromLatin1(file.sha256)},
            {QStringLiteral("validationLoss"), toValue(file.validationLoss)}};
}

CheckpointFile checkpointFromJson(const QJsonObject& object, const QString& folder)
{
    return {object[QStringLiteral("epoch")].toInt(),
            QDir(folder).absoluteFilePath(object[QStringLiteral("file")].toString()),
            object[QStringLiteral("sha256")].toString().toLatin1(),
            toFigure(object[QStringLiteral("validationLoss")])};
}

} // namespace labelwright
