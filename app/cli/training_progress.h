#pragma once

#include "app/cli/console.h"
#include "core/session/training_job.h"

namespace labelwright::cli {

/// Shows a run: a bar within the epoch, a line for each epoch on stderr.
class TrainingProgress
{
public:
    TrainingProgress(Console& console, int epochs);

    /// Valid as long as this object.
    [[nodiscard]] TrainingEvents events();

private:
    void started(const RunFacts& facts);
    void epoch(const EpochReport& report);

    Console& m_console;
    int m_epochs;
};

} // namespace labelwright::cli
