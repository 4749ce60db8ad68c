#include "core/project/experiment_copy.h"

#include "core/project/experiment_rows.h"
#include "core/project/log_store.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

namespace labelwright {

namespace {

Result<ExperimentId> copyRows(Database& database, ExperimentId id, const QString& name)
{
    Statement(database,
              "INSERT INTO experiments (name, dataset, version, feature_set_name, spec, settings, "
              "reasons, state, created) SELECT CASE ?2 WHEN '' THEN 'copy of ' || name ELSE ?2 "
              "END, dataset, version, feature_set_name, spec, settings, reasons, ?3, ?4 "
              "FROM experiments WHERE id = ?1")
        .run(id, name.trimmed(), static_cast<int>(ExperimentState::Created), currentTime());
    if (database.changes() == 0)
        return tl::unexpected<Error>(missingExperiment(id));
    const ExperimentId copy{database.lastInsertId()};
    Statement(database, "INSERT INTO experiment_labels (experiment, place, label) SELECT ?2, "
                        "place, label FROM experiment_labels WHERE experiment = ?1")
        .run(id, copy);
    return copy;
}

} // namespace

Result<Experiment> copyExperiment(Project& project, ExperimentId id, const QString& name)
{
    const Result<ExperimentId> copy = editing(
        project, QStringLiteral("The experiment cannot be duplicated"),
        [&](ProjectStorage& storage) { return copyRows(storage.database, id, name); });
    return copy ? experiment(project, *copy) : Result<Experiment>(failureOf(copy));
}

} // namespace labelwright
