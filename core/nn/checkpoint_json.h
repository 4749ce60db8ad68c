#pragma once

#include "core/nn/checkpoint_index.h"

#include <QJsonObject>

namespace labelwright {

/// JSON forms of what `run.json` holds. Reading takes a missing figure for undefined.
QJsonObject factsToJson(const RunFacts& facts);
RunFacts factsFromJson(const QJsonObject& object);
QJsonObject reportToJson(const EpochReport& report);
EpochReport reportFromJson(const QJsonObject& object);

/// Paths are written as file names, and read back as files in `folder`.
QJsonObject checkpointToJson(const CheckpointFile& file);
CheckpointFile checkpointFromJson(const QJsonObject& object, const QString& folder);

} // namespace labelwright
