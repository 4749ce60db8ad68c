#pragma once

#include "app/cli/console.h"
#include "core/project/experiments.h"
#include "core/session/training_job.h"

namespace labelwright::cli {

/// Shows a run on stderr: what is prepared, a bar within the epoch, a line for each epoch. Where the
/// head is solved an epoch is a step of the path, without batches or rate.
class TrainingProgress
{
public:
    TrainingProgress(Console& console, const Experiment& experiment);

    /// Valid as long as this object.
    [[nodiscard]] TrainingEvents events();

private:
    void started(const RunFacts& facts);
    void epoch(const EpochReport& report);

    Console& m_console;
    int m_epochs; ///< At most.
    bool m_solved;
};

} // namespace labelwright::cli
