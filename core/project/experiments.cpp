#include "core/project/experiments.h"

#include "core/model/model_json.h"
#include "core/nn/checkpoint_json.h"
#include "core/project/experiment_rows.h"
#include "core/project/feature_sets.h"
#include "core/project/log_store.h"
#include "core/project/names.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"
#include "core/project/versions.h"

#include <QJsonDocument>

#include <algorithm>

namespace labelwright {

namespace {

constexpr const char* selectExperiments =
    "SELECT id, name, dataset, version, feature_set_name, spec, settings, reasons, state, "
    "state_reason, facts, created, (SELECT count(*) FROM epochs WHERE experiment = "
    "experiments.id) FROM experiments WHERE ?1 IS NULL OR id = ?1 ORDER BY id";

QString readFailed()
{
    return QStringLiteral("The experiments cannot be read");
}

QString changeFailed()
{
    return QStringLiteral("The experiment cannot be changed");
}

template <class Json>
QString textOf(const Json& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonDocument documentIn(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8());
}

Result<Experiment> experimentIn(Database& database, const Statement& row)
{
    Result<ModelSpec> spec = modelSpecFromJson(documentIn(row.text(5)).object());
    if (!spec)
        return failureOf(spec);
    const Result<RunSettings> settings = runSettingsFromJson(documentIn(row.text(6)).object());
    if (!settings)
        return failureOf(settings);
    Experiment experiment;
    experiment.id = row.id<ExperimentId>(0);
    experiment.name = row.text(1);
    experiment.dataset = row.id<DatasetId>(2);
    experiment.version = row.id<VersionId>(3);
    experiment.featureSetName = row.text(4);
    experiment.labels = experimentLabels(database, experiment.id);
    experiment.spec = std::move(*spec);
    experiment.settings = *settings;
    experiment.reasons = documentIn(row.text(7)).array();
    experiment.state = static_cast<ExperimentState>(row.integer(8));
    experiment.stateReason = row.text(9);
    if (!row.isNull(10))
        experiment.facts = factsFromJson(documentIn(row.text(10)).object());
    experiment.created = row.time(11);
    experiment.epochs = static_cast<int>(row.integer(12));
    return experiment;
}

Result<std::vector<Experiment>> select(const Project& project, std::optional<ExperimentId> id)
{
    return reading(project, readFailed(),
                   [&](ProjectStorage& storage) -> Result<std::vector<Experiment>> {
        Statement rows(storage.database, selectExperiments);
        rows.with(id);
        std::vector<Experiment> found;
        while (rows.next()) {
            Result<Experiment> experiment = experimentIn(storage.database, rows);
            if (!experiment)
                return failureOf(experiment);
            found.push_back(std::move(*experiment));
        }
        return found;
    });
}

/// The feature set that a plan names, which must belong to the version's dataset.
Result<FeatureSet> featureSetOf(const Project& project, const ExperimentPlan& plan,
                                DatasetId dataset)
{
    const Result<std::vector<FeatureSet>> sets = featureSets(project, dataset);
    if (!sets)
        return failureOf(sets);
    const auto found = std::ranges::find(*sets, plan.featureSet, &FeatureSet::id);
    if (found == sets->end())
        return failure(QStringLiteral("The feature set does not belong to the experiment's "
                                      "dataset; choose another one."));
    if (found->labels.empty())
        return failure(QStringLiteral("The feature set '%1' has no labels; add a label first.")
                           .arg(found->name));
    return *found;
}

Result<ExperimentId> insertExperiment(Database& database, const ExperimentPlan& plan,
                                      DatasetId dataset, const FeatureSet& featureSet)
{
    Statement(database,
              "INSERT INTO experiments (name, dataset, version, feature_set_name, spec, settings, "
              "reasons, state, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)")
        .run(plan.name.trimmed(), dataset, plan.version, featureSet.name,
             textOf(toJson(plan.spec)), textOf(toJson(plan.settings)), textOf(plan.reasons),
             currentTime());
    const ExperimentId id{database.lastInsertId()};
    if (plan.name.trimmed().isEmpty())
        Statement(database, "UPDATE experiments SET name = ?2 WHERE id = ?1")
            .run(id, QStringLiteral("experiment %1").arg(id.value));
    Statement insert(database, "INSERT INTO experiment_labels (experiment, place, label) "
                               "VALUES (?1, ?2, ?3)");
    for (std::size_t place = 0; place < featureSet.labels.size(); ++place)
        insert.run(id, place, featureSet.labels[place]);
    return id;
}

/// Runs an UPDATE whose ?1 is the experiment.
template <class... Values>
Result<void> update(Project& project, ExperimentId id, const char* sql, const Values&... values)
{
    return editing(project, changeFailed(), [&](ProjectStorage& storage) -> Result<void> {
        Statement(storage.database, sql).run(id, values...);
        if (storage.database.changes() == 0)
            return tl::unexpected<Error>(missingExperiment(id));
        return {};
    });
}

} // namespace

Error missingExperiment(ExperimentId id)
{
    return {QStringLiteral("There is no experiment %1; list the experiments to see which there are.")
                .arg(id.value),
            {}};
}

std::vector<LabelId> experimentLabels(Database& database, ExperimentId id)
{
    Statement rows(database,
                   "SELECT label FROM experiment_labels WHERE experiment = ?1 ORDER BY place");
    rows.with(id);
    std::vector<LabelId> labels;
    while (rows.next())
        labels.push_back(rows.id<LabelId>(0));
    return labels;
}

QString experimentStateName(ExperimentState state)
{
    switch (state) {
    case ExperimentState::Created: return QStringLiteral("created");
    case ExperimentState::Running: return QStringLiteral("running");
    case ExperimentState::Stopped: return QStringLiteral("stopped");
    case ExperimentState::Finished: return QStringLiteral("finished");
    case ExperimentState::Failed: return QStringLiteral("failed");
    }
    return {};
}

Result<Experiment> createExperiment(Project& project, const ExperimentPlan& plan)
{
    const Result<Version> trainedOn = version(project, plan.version);
    if (!trainedOn)
        return failureOf(trainedOn);
    const Result<FeatureSet> featureSet = featureSetOf(project, plan, trainedOn->dataset);
    if (!featureSet)
        return failureOf(featureSet);
    const Result<ExperimentId> id = editing(
        project, QStringLiteral("The experiment cannot be made"), [&](ProjectStorage& storage) {
            return insertExperiment(storage.database, plan, trainedOn->dataset, *featureSet);
        });
    if (!id)
        return failureOf(id);
    return experiment(project, *id);
}

Result<std::vector<Experiment>> experiments(const Project& project)
{
    return select(project, std::nullopt);
}

Result<Experiment> experiment(const Project& project, ExperimentId id)
{
    Result<std::vector<Experiment>> found = select(project, id);
    if (!found)
        return failureOf(found);
    if (found->empty())
        return tl::unexpected<Error>(missingExperiment(id));
    return std::move(found->front());
}

Result<Experiment> newestExperiment(const Project& project)
{
    const Result<qint64> newest = reading(project, readFailed(),
                                          [](ProjectStorage& storage) -> Result<qint64> {
        Statement row(storage.database, "SELECT ifnull(max(id), 0) FROM experiments");
        return row.next() ? row.integer(0) : 0;
    });
    if (!newest)
        return failureOf(newest);
    if (*newest == 0)
        return failure(QStringLiteral("The project has no experiment yet; train one first."));
    return experiment(project, ExperimentId{*newest});
}

Result<void> renameExperiment(Project& project, ExperimentId id, const QString& name)
{
    const Result<QString> usable = usableName(name, QStringLiteral("experiment"));
    if (!usable)
        return failureOf(usable);
    return update(project, id, "UPDATE experiments SET name = ?2 WHERE id = ?1", *usable);
}

Result<void> setExperimentState(Project& project, ExperimentId id, ExperimentState state,
                                const QString& reason)
{
    return update(project, id,
                  "UPDATE experiments SET state = ?2, state_reason = ?3 WHERE id = ?1",
                  static_cast<int>(state), reason);
}

Result<void> setRunSettings(Project& project, ExperimentId id, const RunSettings& settings)
{
    return update(project, id, "UPDATE experiments SET settings = ?2 WHERE id = ?1",
                  textOf(toJson(settings)));
}

Result<void> setRunFacts(Project& project, ExperimentId id, const RunFacts& facts)
{
    return update(project, id, "UPDATE experiments SET facts = ?2 WHERE id = ?1",
                  textOf(factsToJson(facts)));
}

} // namespace labelwright
