#include "core/session/comparison_job.h"

#include "core/model/model_json.h"
#include "core/model/run_settings.h"
#include "core/model/solved_head.h"
#include "core/project/versions.h"
#include "core/session/decision_job.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QVariant>

namespace labelwright {

namespace {

/// Every leaf of a JSON value by its path.
void flatten(const QString& path, const QJsonValue& value, QMap<QString, QString>& leaves)
{
    const auto below = [&](const QString& name) { return path.isEmpty() ? name : path + '.' + name; };
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            flatten(below(member.key()), member.value(), leaves);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            flatten(below(QString::number(i + 1)), array.at(i), leaves);
    } else {
        leaves.insert(path, value.toVariant().toString());
    }
}

/// Run settings that change a solved head.
QJsonObject solvedSettings(const RunSettings& settings)
{
    const QJsonObject all = toJson(settings);
    QJsonObject kept;
    for (const char* name : {"bestBy", "precision", "threads"})
        kept.insert(QLatin1String(name), all[QLatin1String(name)]);
    return kept;
}

/// Without the run settings that have no effect on either experiment.
QMap<QString, QString> settingsOf(const Experiment& experiment, bool solved)
{
    QMap<QString, QString> leaves;
    flatten({}, QJsonObject{{"spec", toJson(experiment.spec)},
                            {"settings", solved ? solvedSettings(experiment.settings)
                                                : toJson(experiment.settings)}},
            leaves);
    return leaves;
}

std::vector<SettingDifference> differences(const Experiment& first, const Experiment& second)
{
    const bool solved = headIsSolved(first.spec) && headIsSolved(second.spec);
    const QMap<QString, QString> a = settingsOf(first, solved);
    QMap<QString, QString> all = a;
    const QMap<QString, QString> b = settingsOf(second, solved);
    all.insert(b);
    std::vector<SettingDifference> found;
    for (auto entry = all.begin(); entry != all.end(); ++entry)
        if (a.value(entry.key()) != b.value(entry.key()))
            found.push_back({entry.key(), a.value(entry.key()), b.value(entry.key())});
    return found;
}

/// The one of two versions that stands later in the log.
Result<VersionId> newerOf(const Project& project, VersionId first, VersionId second)
{
    const auto a = version(project, first);
    const auto b = version(project, second);
    if (!a || !b)
        return a ? failureOf(b) : failureOf(a);
    return a->position > b->position ? first : second;
}

/// Holds an evaluation against the labels of `truth` where it was made against another version's.
Result<void> judgeBy(const Project& project, VersionId truth, Evaluation& evaluation)
{
    if (evaluation.model.experiment.version == truth)
        return {};
    Experiment judge = evaluation.model.experiment;
    judge.version = truth;
    auto cells = truthOf(project, judge, evaluation.table, TruthFrom::Version);
    if (!cells)
        return failureOf(cells);
    evaluation.truth = *std::move(cells);
    evaluation.figures = evaluate(evaluation.scores, evaluation.truth,
                                  thresholdsOf(evaluation.model.decisions),
                                  evaluation.model.labels);
    return {};
}

/// Fails unless labels and samples are the same.
Result<void> requireComparable(const Evaluation& a, const Evaluation& b)
{
    if (a.model.experiment.labels != b.model.experiment.labels)
        return failure(QStringLiteral("The experiments %1 and %2 have different labels, so their "
                                      "figures cannot be compared.")
                           .arg(a.model.experiment.name, b.model.experiment.name));
    if (a.table.samples != b.table.samples)
        return failure(QStringLiteral("The experiments %1 and %2 were evaluated on different %3 "
                                      "images, so their figures cannot be compared.")
                           .arg(a.model.experiment.name, b.model.experiment.name,
                                subsetName(a.subset)));
    return {};
}

} // namespace

Result<Comparison> compareExperiments(const Project& project, ExperimentId first,
                                      ExperimentId second, Subset subset,
                                      const ProgressCallback& progress, std::stop_token stop)
{
    auto a = evaluateCheckpoint(project, {first, CheckpointKind::Best}, subset, TruthFrom::Version,
                                progress, stop);
    if (!a)
        return failureOf(a);
    auto b = evaluateCheckpoint(project, {second, CheckpointKind::Best}, subset,
                                TruthFrom::Version, progress, stop);
    if (!b)
        return failureOf(b);
    if (const auto comparable = requireComparable(*a, *b); !comparable)
        return failureOf(comparable);
    const auto truth = newerOf(project, a->model.experiment.version, b->model.experiment.version);
    if (!truth)
        return failureOf(truth);
    for (Evaluation* evaluation : {&*a, &*b})
        if (const auto judged = judgeBy(project, *truth, *evaluation); !judged)
            return failureOf(judged);
    Comparison comparison{*std::move(a), *std::move(b), *truth, {}, {}};
    comparison.settings = differences(comparison.first.model.experiment,
                                      comparison.second.model.experiment);
    comparison.difference = comparePaired(comparison.first.scores, comparison.second.scores,
                                          comparison.first.truth,
                                          comparison.first.figures.labels.size());
    return comparison;
}

} // namespace labelwright
