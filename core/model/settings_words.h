#pragma once

#include "core/model/run_settings.h"

namespace labelwright {

/// The words that stand for these values in JSON and on the command line.
QString precisionWord(Precision precision); ///< "auto", "f32" or "bf16".
QString optimizerWord(OptimizerKind kind);  ///< "adamw" or "sgd".
QString scheduleWord(ScheduleKind kind);    ///< "constant", "cosine" or "one-cycle".
QString bestByWord(BestBy bestBy);          ///< "validation-loss" or "validation-map".

/// The value a word stands for; fails naming the words there are.
Result<Precision> precisionFromWord(const QString& word);

} // namespace labelwright
