#pragma once

#include "core/project/checkpoints.h"
#include "core/project/decisions.h"
#include "core/project/experiments.h"

#include <QStringList>

#include <vector>

namespace labelwright {

/// An experiment that a deployment can be made from.
struct Deployable
{
    Experiment experiment;
    std::vector<Checkpoint> checkpoints; ///< At least one.
};

/// Those with a checkpoint, newest first.
Result<std::vector<Deployable>> deployableExperiments(const Project& project);

/// Calibration and thresholds that a deployment of the checkpoint would carry.
struct CarriedDecisions
{
    QStringList labels;
    DecisionSet decisions;
};
Result<CarriedDecisions> carriedDecisions(const Project& project, const Experiment& experiment,
                                          CheckpointId checkpoint);

/// `wanted`, with a number behind it where a deployment of that name exists.
QString freeDeploymentName(const Project& project, const QString& wanted);

} // namespace labelwright
