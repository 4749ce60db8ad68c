#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/scores.h"

#include <QString>

namespace labelwright {

/// Writes a table as a file that carries the SHA-256 of its content. `table.samples` may be empty.
Result<void> writeScoreFile(const QString& path, const ScoreTable& table);

/// Fails with a sentence when the file is missing or damaged.
Result<ScoreTable> readScoreFile(const QString& path);

/// Removes all scores kept for a checkpoint.
void removeScores(const Project& project, CheckpointId checkpoint);

} // namespace labelwright
