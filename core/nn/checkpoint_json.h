#pragma once

#include "core/nn/trainer.h"

#include <QJsonObject>

namespace labelwright {

/// JSON forms of what a run records, wherever that is kept. JSON has no NaN or infinity: such a
/// number is written as null and read back as NaN, an optional one as nothing. Members that are
/// missing keep their default.
QJsonObject factsToJson(const RunFacts& facts);
RunFacts factsFromJson(const QJsonObject& object);

/// Without the validation scores, which are too many for JSON.
QJsonObject reportToJson(const EpochReport& report);
EpochReport reportFromJson(const QJsonObject& object);

/// Paths are written as file names, and read back as files in `folder`.
QJsonObject checkpointToJson(const CheckpointFile& file);
CheckpointFile checkpointFromJson(const QJsonObject& object, const QString& folder);

} // namespace labelwright
