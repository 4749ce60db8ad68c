#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/experiments.h"
#include "core/project/project.h"

#include <QString>

namespace labelwright {

enum class CopiedWeights {
    None, ///< The copy starts as the original did.
    Best, ///< The copy starts from the weights of the original's best epoch.
};

/// A copy, and what a person should know of it.
struct ExperimentCopy
{
    Experiment experiment;
    QString note; ///< What is not as in the original; empty when nothing.
};

/// Makes an experiment, never run, on the same version and labels. With the best weights a copy of
/// those is kept in its run folder, so that it does not depend on the original, and what a start
/// from trained weights rules out is changed: a frozen backbone (whose head is as good as it gets)
/// becomes one whose last stages train, gently; the head is not started anew. Fails when the
/// original has no best checkpoint.
Result<ExperimentCopy> duplicateExperiment(Project& project, ExperimentId id,
                                           CopiedWeights weights, const QString& name = {});

/// The weights an experiment starts from instead of random or the backbone's ones; empty: none.
QString startWeightsOf(const Project& project, ExperimentId id);

} // namespace labelwright
