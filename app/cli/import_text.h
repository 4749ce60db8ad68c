#pragma once

#include "core/session/import_job.h"

#include <QStringList>

namespace labelwright::cli {

/// What an import did and what it guessed, line by line.
QStringList importText(const ImportSummary& summary, const ImportRequest& request);

} // namespace labelwright::cli
