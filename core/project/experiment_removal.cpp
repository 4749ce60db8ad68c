#include "core/project/experiments.h"
#include "core/project/experiment_rows.h"
#include "core/project/project_storage.h"
#include "core/project/score_files.h"
#include "core/project/statement.h"

#include <QDir>

namespace labelwright {

namespace {

std::vector<CheckpointId> checkpointIds(Database& database, ExperimentId id)
{
    Statement rows(database, "SELECT id FROM checkpoints WHERE experiment = ?1");
    rows.with(id);
    std::vector<CheckpointId> ids;
    while (rows.next())
        ids.push_back(rows.id<CheckpointId>(0));
    return ids;
}

tl::unexpected<Error> whyNotDeleted(Database& database, ExperimentId id)
{
    Statement row(database, "SELECT 1 FROM experiments WHERE id = ?1");
    row.with(id);
    if (!row.next())
        return tl::unexpected(missingExperiment(id));
    return failure(QStringLiteral("The experiment %1 cannot be deleted while it is running; stop it "
                                  "first.")
                       .arg(id.value));
}

} // namespace

Result<void> deleteExperiment(Project& project, ExperimentId id)
{
    const Result<std::vector<CheckpointId>> orphans = editing(
        project, QStringLiteral("The experiment cannot be deleted"),
        [&](ProjectStorage& storage) -> Result<std::vector<CheckpointId>> {
        std::vector<CheckpointId> checkpoints = checkpointIds(storage.database, id);
        Statement(storage.database, "DELETE FROM experiments WHERE id = ?1 AND state <> ?2")
            .run(id, static_cast<int>(ExperimentState::Running));
        if (storage.database.changes() == 0)
            return whyNotDeleted(storage.database, id);
        return checkpoints;
    });
    if (!orphans)
        return failureOf(orphans);
    // Ids are never reused: what a killed process leaves behind here harms nothing.
    for (const CheckpointId checkpoint : *orphans)
        removeScores(project, checkpoint);
    QDir(project.runFolder(id)).removeRecursively();
    return {};
}

} // namespace labelwright
