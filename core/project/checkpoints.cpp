#include "core/project/checkpoints.h"

#include "core/project/project_storage.h"
#include "core/project/score_files.h"
#include "core/project/statement.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace labelwright {

namespace {

constexpr const char* selectCheckpoints =
    "SELECT id, experiment, kind, epoch, path, sha256, validation_loss FROM checkpoints "
    "WHERE (?1 IS NULL OR experiment = ?1) AND (?2 IS NULL OR id = ?2) ORDER BY kind";

Checkpoint checkpointIn(const Project& project, const Statement& row)
{
    Checkpoint checkpoint;
    checkpoint.id = row.id<CheckpointId>(0);
    checkpoint.experiment = row.id<ExperimentId>(1);
    checkpoint.kind = static_cast<CheckpointKind>(row.integer(2));
    checkpoint.epoch = static_cast<int>(row.integer(3));
    checkpoint.path = project.folder() + u'/' + row.text(4);
    checkpoint.sha256 = row.text(5).toLatin1();
    if (!row.isNull(6))
        checkpoint.validationLoss = row.real(6);
    return checkpoint;
}

Result<std::vector<Checkpoint>> select(const Project& project,
                                       std::optional<ExperimentId> experiment,
                                       std::optional<CheckpointId> id)
{
    return reading(project, QStringLiteral("The checkpoints cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<Checkpoint>> {
        Statement rows(storage.database, selectCheckpoints);
        rows.with(experiment, id);
        std::vector<Checkpoint> found;
        while (rows.next())
            found.push_back(checkpointIn(project, rows));
        return found;
    });
}

/// The path inside the project; fails when it lies elsewhere or is not there.
Result<QString> insidePath(const Project& project, const QString& path)
{
    QString relative = QDir(project.folder()).relativeFilePath(QFileInfo(path).absoluteFilePath());
    if (relative.startsWith(QStringLiteral("..")) || QDir::isAbsolutePath(relative))
        return failure(QStringLiteral("The checkpoint %1 does not lie in the project's folder.")
                           .arg(path));
    if (!QFileInfo::exists(path))
        return failure(QStringLiteral("The checkpoint %1 is missing.").arg(path));
    return relative;
}

struct Recorded
{
    CheckpointId id;
    CheckpointId replaced; ///< None when there was none or the weights are the same.
};

Recorded insertCheckpoint(Database& database, ExperimentId experiment, CheckpointKind kind,
                          const CheckpointFile& file, const QString& path)
{
    const QString digest = QString::fromLatin1(file.sha256);
    Statement present(database, "SELECT id, epoch, path, sha256 FROM checkpoints WHERE experiment "
                                "= ?1 AND kind = ?2");
    CheckpointId before;
    if (present.with(experiment, static_cast<int>(kind)).next()) {
        before = present.id<CheckpointId>(0);
        if (present.integer(1) == file.epoch && present.text(2) == path
            && present.text(3) == digest)
            return {before, {}};
    }
    Statement(database, "DELETE FROM checkpoints WHERE id = ?1").run(before);
    Statement(database, "INSERT INTO checkpoints (experiment, kind, epoch, path, sha256, "
                        "validation_loss) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .run(experiment, static_cast<int>(kind), file.epoch, path, digest, file.validationLoss);
    return {CheckpointId{database.lastInsertId()}, before};
}

} // namespace

QString checkpointKindName(CheckpointKind kind)
{
    return kind == CheckpointKind::Best ? QStringLiteral("best") : QStringLiteral("last");
}

Result<CheckpointId> recordCheckpoint(Project& project, ExperimentId experiment,
                                      CheckpointKind kind, const CheckpointFile& file)
{
    const Result<QString> path = insidePath(project, file.path);
    if (!path)
        return failureOf(path);
    const Result<Recorded> recorded = editing(
        project, QStringLiteral("The checkpoint cannot be recorded"),
        [&](ProjectStorage& storage) -> Result<Recorded> {
        return insertCheckpoint(storage.database, experiment, kind, file, *path);
    });
    if (!recorded)
        return failureOf(recorded);
    if (recorded->replaced.isValid())
        removeScores(project, recorded->replaced);
    return recorded->id;
}

Result<std::vector<Checkpoint>> checkpoints(const Project& project, ExperimentId experiment)
{
    return select(project, experiment, std::nullopt);
}

Result<Checkpoint> checkpoint(const Project& project, CheckpointId id)
{
    const Result<std::vector<Checkpoint>> found = select(project, std::nullopt, id);
    if (!found)
        return failureOf(found);
    if (found->empty())
        return failure(QStringLiteral("The checkpoint does not exist any more: the run has newer "
                                      "weights; choose the checkpoint again."));
    return found->front();
}

Result<Checkpoint> checkpoint(const Project& project, ExperimentId experiment, CheckpointKind kind)
{
    const Result<std::vector<Checkpoint>> all = checkpoints(project, experiment);
    if (!all)
        return failureOf(all);
    const auto found = std::ranges::find(*all, kind, &Checkpoint::kind);
    if (found == all->end())
        return failure(QStringLiteral("The experiment has no checkpoint '%1' yet; train it first.")
                           .arg(checkpointKindName(kind)));
    return *found;
}

} // namespace labelwright
