#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/model_spec.h"
#include "core/nn/trainer.h"
#include "core/project/experiments.h"
#include "core/project/project.h"
#include "core/session/experiment_setup.h"

#include <stop_token>
#include <vector>

namespace labelwright {

/// What a network is trained on.
struct TrainingSubject
{
    DatasetId dataset;
    VersionId version;
    std::vector<LabelId> labels;
    Preprocessing preprocessing;
};

TrainingSubject subjectOf(const Experiment& experiment);

/// The target as it is now, for a spec that no experiment holds yet.
Result<TrainingSubject> currentSubject(Project& project, const ExperimentTarget& target,
                                       const ModelSpec& spec);

/// The version's usable training and validation samples, their images prepared.
Result<TrainingData> trainingData(const Project& project, const TrainingSubject& subject,
                                  const ProgressCallback& progress, std::stop_token stop);

} // namespace labelwright
