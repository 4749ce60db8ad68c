#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/advisor.h"
#include "core/project/experiments.h"
#include "core/project/project.h"

#include <QString>

#include <optional>

namespace labelwright {

/// Which data an experiment is about. Empty names: the newest dataset, all its labels.
struct ExperimentTarget
{
    QString dataset;
    QString featureSet;
};

/// What the advice is drawn from: counts of the dataset's current state, sizes and colour of its
/// images, weights on disk, the machine.
Result<DataFacts> dataFacts(const Project& project, const ExperimentTarget& target);

/// The advisor's choice for the data as it is now.
Result<Advice> adviseFor(const Project& project, const ExperimentTarget& target,
                         const AdviceWishes& wishes);

/// Makes an experiment on a new version of the dataset. The spec must fit the number of labels.
Result<Experiment> setUpExperiment(Project& project, const ExperimentTarget& target,
                                   const Advice& advice, const QString& name = {});

/// The weights file of the spec's pretrained backbone; empty when it needs none. Fails saying how
/// to get the weights.
Result<QString> backboneWeightsFor(const ModelSpec& spec);

/// The dataset of that name, or the newest for an empty one.
Result<DatasetId> datasetNamed(const Project& project, const QString& name);

} // namespace labelwright
