#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/nn/trainer.h"
#include "core/project/project.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace labelwright {

enum class CheckpointKind { Best, Last };

/// "best" or "last".
QString checkpointKindName(CheckpointKind kind);

/// Weights after an epoch.
struct Checkpoint
{
    CheckpointId id;
    ExperimentId experiment;
    CheckpointKind kind = CheckpointKind::Best;
    int epoch = 0;
    QString path; ///< Absolute; stored relative to the project, which may be moved.
    QByteArray sha256;
    std::optional<double> validationLoss;
};

/// Records a checkpoint whose files are on disk inside the project. New weights get a new id and
/// take the place of the earlier checkpoint of that kind, whose decisions and scores go; the same
/// weights keep their id.
Result<CheckpointId> recordCheckpoint(Project& project, ExperimentId experiment,
                                      CheckpointKind kind, const CheckpointFile& file);

/// Those the experiment has now.
Result<std::vector<Checkpoint>> checkpoints(const Project& project, ExperimentId experiment);

Result<Checkpoint> checkpoint(const Project& project, CheckpointId id);

/// The error says that the experiment has none yet.
Result<Checkpoint> checkpoint(const Project& project, ExperimentId experiment,
                              CheckpointKind kind);

} // namespace labelwright
