#include "core/nn/checkpoint_json.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace labelwright {

namespace {

QJsonValue toValue(const std::optional<double>& figure)
{
    return figure ? QJsonValue(*figure) : QJsonValue();
}

std::optional<double> toFigure(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QString precisionWord(Precision precision)
{
    return precision == Precision::Bf16 ? QStringLiteral("bf16") : QStringLiteral("f32");
}

} // namespace

QJsonObject factsToJson(const RunFacts& facts)
{
    return {{QStringLiteral("device"), facts.device},
            {QStringLiteral("precision"), precisionWord(facts.precision)},
            {QStringLiteral("threads"), facts.threads},
            {QStringLiteral("batchSize"), facts.batchSize},
            {QStringLiteral("notes"), QJsonArray::fromStringList(facts.notes)}};
}

RunFacts factsFromJson(const QJsonObject& object)
{
    RunFacts facts;
    facts.device = object[QStringLiteral("device")].toString();
    facts.precision = object[QStringLiteral("precision")].toString() == QStringLiteral("bf16")
                          ? Precision::Bf16
                          : Precision::F32;
    facts.threads = object[QStringLiteral("threads")].toInt(1);
    facts.batchSize = object[QStringLiteral("batchSize")].toInt();
    for (const QJsonValue& note : object[QStringLiteral("notes")].toArray())
        facts.notes.append(note.toString());
    return facts;
}

QJsonObject reportToJson(const EpochReport& report)
{
    QJsonArray labels;
    for (const LabelFigures& label : report.labels)
        labels.append(QJsonArray{toValue(label.averagePrecision), toValue(label.rocAuc),
                                 toValue(label.f1)});
    return {{QStringLiteral("epoch"), report.epoch},
            {QStringLiteral("trainingLoss"), report.trainingLoss},
            {QStringLiteral("validationLoss"), toValue(report.validationLoss)},
            {QStringLiteral("validationMap"), toValue(report.validationMap)},
            {QStringLiteral("labels"), labels},
            {QStringLiteral("learningRate"), report.learningRate},
            {QStringLiteral("imagesPerSecond"), report.imagesPerSecond},
            {QStringLiteral("seconds"), report.seconds},
            {QStringLiteral("secondsLeft"), report.secondsLeft},
            {QStringLiteral("best"), report.best}};
}

EpochReport reportFromJson(const QJsonObject& object)
{
    EpochReport report;
    report.epoch = object[QStringLiteral("epoch")].toInt();
    report.trainingLoss = object[QStringLiteral("trainingLoss")].toDouble();
    report.validationLoss = toFigure(object[QStringLiteral("validationLoss")]);
    report.validationMap = toFigure(object[QStringLiteral("validationMap")]);
    for (const QJsonValue& value : object[QStringLiteral("labels")].toArray()) {
        const QJsonArray figures = value.toArray();
        report.labels.push_back(
            {toFigure(figures.at(0)), toFigure(figures.at(1)), toFigure(figures.at(2))});
    }
    report.learningRate = object[QStringLiteral("learningRate")].toDouble();
    report.imagesPerSecond = object[QStringLiteral("imagesPerSecond")].toDouble();
    report.seconds = object[QStringLiteral("seconds")].toDouble();
    report.secondsLeft = object[QStringLiteral("secondsLeft")].toDouble();
    report.best = object[QStringLiteral("best")].toBool();
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
