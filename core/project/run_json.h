#pragma once

#include "core/nn/trainer.h"

#include <QString>

namespace labelwright {

/// An epoch's report as JSON text, without its validation scores.
QString jsonOfReport(const EpochReport& report);

/// Members that are missing keep their default.
EpochReport reportFromJson(const QString& json);

QString jsonOfFacts(const RunFacts& facts);
RunFacts factsFromJson(const QString& json);

} // namespace labelwright
