#include "app/cli/result_json.h"

#include "core/model/model_json.h"

#include <QJsonArray>

#include <utility>

namespace labelwright::cli {

namespace {

QJsonObject labelJson(const LabelEvaluation& label)
{
    QJsonObject object{
        {"name", label.name},
        {"support", static_cast<qint64>(label.support)},
        {"negatives", static_cast<qint64>(label.negatives)},
        {"unknown", static_cast<qint64>(label.unknown)},
        {"averagePrecision", numberOrNull(label.averagePrecision)},
        {"rocAuc", numberOrNull(label.rocAuc)},
        {"precision", numberOrNull(label.precision)},
        {"recall", numberOrNull(label.recall)},
        {"f1", numberOrNull(label.f1)},
        {"threshold", static_cast<double>(label.threshold)},
        {"truePositive", static_cast<qint64>(label.counts.truePositive)},
        {"falsePositive", static_cast<qint64>(label.counts.falsePositive)},
        {"trueNegative", static_cast<qint64>(label.counts.trueNegative)},
        {"falseNegative", static_cast<qint64>(label.counts.falseNegative)},
    };
    if (!label.reason.isEmpty())
        object.insert("reason", label.reason);
    return object;
}

QJsonObject overallJson(const OverallFigures& overall)
{
    const std::pair<const char*, const AverageFigure*> figures[] = {
        {"mAP", &overall.meanAveragePrecision},
        {"macroRocAuc", &overall.macroRocAuc},
        {"macroPrecision", &overall.macroPrecision},
        {"macroRecall", &overall.macroRecall},
        {"macroF1", &overall.macroF1},
        {"microPrecision", &overall.microPrecision},
        {"microRecall", &overall.microRecall},
        {"microF1", &overall.microF1},
        {"weightedF1", &overall.weightedF1},
        {"samplesF1", &overall.samplesF1},
        {"hammingLoss", &overall.hammingLoss},
        {"subsetAccuracy", &overall.subsetAccuracy},
        {"coverageError", &overall.coverageError},
        {"rankingLoss", &overall.rankingLoss},
        {"labelRankingAveragePrecision", &overall.rankingAveragePrecision},
    };
    QJsonObject object;
    QJsonObject covered;
    for (const auto& [name, figure] : figures) {
        object.insert(QLatin1String(name), numberOrNull(figure->value));
        covered.insert(QLatin1String(name),
                       QJsonObject{{"covered", static_cast<qint64>(figure->covered)},
                                   {"of", static_cast<qint64>(figure->total)}});
    }
    object.insert("coverage", covered);
    return object;
}

QJsonArray issuesJson(const std::vector<Issue>& issues)
{
    QJsonArray array;
    for (const Issue& issue : issues) {
        QJsonArray rows;
        for (const qint64 row : issue.rows)
            rows.append(row);
        array.append(QJsonObject{{"text", issue.text},
                                 {"count", issue.count},
                                 {"rows", rows},
                                 {"names", QJsonArray::fromStringList(issue.names)},
                                 {"columns", QJsonArray::fromStringList(issue.columns)}});
    }
    return array;
}

} // namespace

QJsonValue numberOrNull(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject importJson(const ImportSummary& summary)
{
    return {{"dataset", summary.name},
            {"id", summary.dataset.value},
            {"added", summary.added},
            {"unreadable", summary.unreadable},
            {"rejected", static_cast<qint64>(summary.plan.rejects.size())},
            {"indexSeconds", summary.indexSeconds},
            {"checkSeconds", summary.checkSeconds},
            {"alreadyThere", QJsonArray::fromStringList(summary.alreadyThere)},
            {"labels", QJsonArray::fromStringList(summary.labels)},
            {"fileLabels", QJsonArray::fromStringList(summary.plan.labels)},
            {"newLabels", QJsonArray::fromStringList(summary.newLabels)},
            {"fieldColumns", QJsonArray::fromStringList(summary.plan.fieldColumns)},
            {"subsetColumn", summary.plan.subsetColumn},
            {"groupColumn", summary.plan.groupColumn},
            {"tagColumn", summary.plan.tagColumn},
            {"encoding", summary.plan.encoding},
            {"separator", summary.plan.separator},
            {"imageColumn", summary.plan.imageColumn},
            {"otherImageColumns", QJsonArray::fromStringList(summary.plan.otherImageColumns)},
            {"issues", issuesJson(summary.plan.issues)},
            {"subsets", subsetTableJson(summary.subsets, summary.labels)}};
}

QJsonObject adviceJson(const Advice& advice)
{
    QJsonArray reasons;
    for (const Advice::Reason& reason : advice.reasons)
        reasons.append(QJsonObject{{"setting", reason.setting}, {"reason", reason.sentence}});
    return {{"spec", toJson(advice.spec)},
            {"settings", toJson(advice.settings)},
            {"regime", advice.regime == Regime::Frozen ? "frozen" : "fine-tune"},
            {"reasons", reasons},
            {"warnings", QJsonArray::fromStringList(advice.warnings)}};
}

bool isBest(const EpochReport& report)
{
    return report.best && report.validationLoss.has_value();
}

QJsonObject epochJson(const EpochReport& report, const QStringList& labels)
{
    QJsonArray perLabel;
    for (std::size_t i = 0; i < report.labels.size(); ++i)
        perLabel.append(
            QJsonObject{{"name", labels.value(static_cast<qsizetype>(i))},
                        {"averagePrecision", numberOrNull(report.labels[i].averagePrecision)},
                        {"rocAuc", numberOrNull(report.labels[i].rocAuc)},
                        {"f1", numberOrNull(report.labels[i].f1)}});
    return {{"epoch", report.epoch},
            {"trainingLoss", report.trainingLoss},
            {"validationLoss", numberOrNull(report.validationLoss)},
            {"validationMap", numberOrNull(report.validationMap)},
            {"learningRate", report.learningRate},
            {"imagesPerSecond", report.imagesPerSecond},
            {"seconds", report.seconds},
            {"best", isBest(report)},
            {"labels", perLabel}};
}

QJsonObject experimentJson(const Experiment& experiment)
{
    QJsonObject object{{"id", experiment.id.value},
                       {"name", experiment.name},
                       {"dataset", experiment.dataset.value},
                       {"version", experiment.version.value},
                       {"featureSet", experiment.featureSetName},
                       {"state", experimentStateName(experiment.state)},
                       {"reason", experiment.stateReason},
                       {"epochs", experiment.epochs},
                       {"created", experiment.created.toString(Qt::ISODate)},
                       {"spec", toJson(experiment.spec)},
                       {"settings", toJson(experiment.settings)},
                       {"reasons", experiment.reasons}};
    if (experiment.facts)
        object.insert("run", QJsonObject{{"device", experiment.facts->device},
                                         {"threads", experiment.facts->threads},
                                         {"batchSize", experiment.facts->batchSize},
                                         {"notes", QJsonArray::fromStringList(
                                                       experiment.facts->notes)}});
    return object;
}

QJsonObject evaluationJson(const Evaluation& evaluation)
{
    QJsonArray labels;
    for (const LabelEvaluation& label : evaluation.figures.labels)
        labels.append(labelJson(label));
    return {{"experiment", evaluation.model.experiment.id.value},
            {"checkpoint", checkpointKindName(evaluation.model.checkpoint.kind)},
            {"epoch", evaluation.model.checkpoint.epoch},
            {"subset", subsetName(evaluation.subset)},
            {"truth", evaluation.truthFrom == TruthFrom::Current ? "current" : "version"},
            {"samples", static_cast<qint64>(evaluation.figures.samples)},
            {"overall", overallJson(evaluation.figures.overall)},
            {"labels", labels}};
}

QJsonObject decisionsJson(const ChosenCheckpoint& chosen, const EvaluationFigures* onValidation)
{
    QJsonArray labels;
    for (std::size_t i = 0; i < chosen.decisions.labels.size(); ++i) {
        const LabelDecision& decision = chosen.decisions.labels[i];
        QJsonObject object{{"name", chosen.labels.at(static_cast<qsizetype>(i))},
                           {"threshold", static_cast<double>(decision.threshold)},
                           {"attainable", decision.attainable},
                           {"note", decision.note},
                           {"scale", static_cast<double>(decision.calibration.scale)},
                           {"offset", static_cast<double>(decision.calibration.offset)}};
        if (onValidation) {
            const LabelEvaluation& figures = onValidation->labels.at(i);
            object.insert("precision", numberOrNull(figures.precision));
            object.insert("recall", numberOrNull(figures.recall));
            object.insert("positives", static_cast<qint64>(figures.support));
        }
        labels.append(object);
    }
    return {{"experiment", chosen.experiment.id.value},
            {"checkpoint", checkpointKindName(chosen.checkpoint.kind)},
            {"calibration", chosen.decisions.calibrationSource},
            {"thresholds", chosen.decisions.thresholdSource},
            {"labels", labels}};
}

QJsonObject predictionJson(const QString& file, const Result<Prediction>& prediction,
                           const QStringList& labels)
{
    if (!prediction)
        return {{"file", file}, {"error", prediction.error().summary}};
    QJsonObject scores;
    QJsonObject present;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        scores.insert(labels.at(i), static_cast<double>(prediction->scores[index]));
        present.insert(labels.at(i), static_cast<bool>(prediction->present[index]));
    }
    return {{"file", file}, {"scores", scores}, {"present", present}};
}

} // namespace labelwright::cli
