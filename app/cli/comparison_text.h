#pragma once

#include "core/session/comparison_job.h"

#include <QStringList>

namespace labelwright::cli {

/// Two experiments side by side, each figure under its experiment's name. Where the networks are of
/// different kinds, one line names them instead of every block.
QStringList comparisonText(const Comparison& comparison);

} // namespace labelwright::cli
