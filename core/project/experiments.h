#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/model_spec.h"
#include "core/model/run_settings.h"
#include "core/nn/trainer.h"
#include "core/project/project.h"

#include <QDateTime>
#include <QJsonArray>
#include <QString>

#include <optional>
#include <vector>

namespace labelwright {

enum class ExperimentState {
    Created, ///< Never run.
    Running,
    Stopped,  ///< On request or by a killed process: it can be resumed.
    Finished,
    Failed,
};

/// "created", "running", "stopped", "finished" or "failed".
QString experimentStateName(ExperimentState state);

/// What an experiment is made of.
struct ExperimentPlan
{
    QString name; ///< Empty: "experiment N".
    VersionId version;
    FeatureSetId featureSet;
    ModelSpec spec;
    RunSettings settings;
    QJsonArray reasons; ///< The advisor's choices, each with its reason and the values it is about.
};

/// A dataset version + feature set + model spec + run settings, and how its run went.
struct Experiment
{
    ExperimentId id;
    QString name;
    DatasetId dataset;
    VersionId version;
    QString featureSetName;      ///< As it was called when the experiment was made.
    std::vector<LabelId> labels; ///< The targets in order, fixed when the experiment was made.
    ModelSpec spec;
    RunSettings settings;
    QJsonArray reasons;
    ExperimentState state = ExperimentState::Created;
    QString stateReason; ///< Why it ended, one sentence; may be empty.
    std::optional<RunFacts> facts;
    QDateTime created;
    int epochs = 0; ///< Reported so far.
};

/// Fails when the feature set belongs to another dataset than the version.
Result<Experiment> createExperiment(Project& project, const ExperimentPlan& plan);

/// Oldest first.
Result<std::vector<Experiment>> experiments(const Project& project);

Result<Experiment> experiment(const Project& project, ExperimentId id);

/// The experiment made last; the error says how to make one.
Result<Experiment> newestExperiment(const Project& project);

Result<void> renameExperiment(Project& project, ExperimentId id, const QString& name);

Result<void> setExperimentState(Project& project, ExperimentId id, ExperimentState state,
                                const QString& reason);

/// For "go on for ten epochs more"; the rest of the settings should stay.
Result<void> setRunSettings(Project& project, ExperimentId id, const RunSettings& settings);

Result<void> setRunFacts(Project& project, ExperimentId id, const RunFacts& facts);

/// Deletes an experiment with its history, checkpoints, scores and run folder. Refused while
/// Running.
Result<void> deleteExperiment(Project& project, ExperimentId id);

} // namespace labelwright
