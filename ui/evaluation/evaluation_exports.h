#pragma once

#include "core/base/subset.h"
#include "core/session/evaluation_job.h"
#include "ui/step_page.h"

#include <QPointer>

namespace labelwright {

/// What is exported, and the page that tells how it went.
struct ExportSubject
{
    CheckpointChoice checkpoint;
    Subset subset = Subset::Validation;
    QString name; ///< The experiment's, for the suggested file name.
};

/// Asks for a file and writes the whole evaluation as HTML, in the background.
void exportReport(const UiContext& context, StepPage& page, const ExportSubject& subject);

/// Asks for a file and writes the per-label table with intervals as CSV, in the background.
void exportTable(const UiContext& context, StepPage& page, const ExportSubject& subject);

} // namespace labelwright
