#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/model_spec.h"
#include "core/project/checkpoints.h"
#include "core/project/decisions.h"
#include "core/project/project.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace labelwright {

/// A copy, made at creation, of everything a trained network needs to answer; of it only names
/// towards callers and `enabled` change afterwards.
struct Deployment
{
    DeploymentId id;
    QString name;
    ExperimentId experiment; ///< It was made from; may be deleted since.
    QString experimentName;
    CheckpointKind kind = CheckpointKind::Best;
    int epoch = 0;
    QDateTime created;
    bool enabled = false;
    bool isPublic = false;      ///< See deployment_access.h, as the next one.
    bool keepsRequests = false;
    ModelSpec spec;
    QStringList labels;           ///< As they were called then.
    std::vector<LabelDecision> decisions; ///< Calibration and thresholds, in the labels' order.
    QString weightsPath;          ///< Absolute; inside the project's `deployments` folder.
    QByteArray sha256;            ///< Of the weights.
    QString inputName;            ///< Towards callers; "image" at first.
    QStringList outputNames;      ///< Towards callers; the labels' names at first.
};

/// Copies the checkpoint's weights, spec, labels, calibration and thresholds. An empty name becomes
/// the experiment's. Nothing half-made stays on failure.
Result<Deployment> createDeployment(Project& project, CheckpointId checkpoint, const QString& name);

/// Oldest first.
Result<std::vector<Deployment>> deployments(const Project& project);

Result<Deployment> deployment(const Project& project, DeploymentId id);

Result<void> renameDeployment(Project& project, DeploymentId id, const QString& name);

Result<void> setDeploymentEnabled(Project& project, DeploymentId id, bool enabled);

/// Names towards callers: not empty, different from each other, as many outputs as labels.
Result<void> setDeploymentNames(Project& project, DeploymentId id, const QString& input,
                                const QStringList& outputs);

/// Deletes it with its files. Refused while enabled.
Result<void> deleteDeployment(Project& project, DeploymentId id);

} // namespace labelwright
