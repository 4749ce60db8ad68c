#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/evaluation/metrics.h"
#include "core/project/checkpoints.h"
#include "core/project/decisions.h"
#include "core/project/experiments.h"
#include "core/project/scores.h"
#include "core/session/scoring.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace labelwright {

/// Which checkpoint of which experiment is meant.
struct CheckpointChoice
{
    ExperimentId experiment; ///< Not valid: the newest.
    CheckpointKind kind = CheckpointKind::Best;
};

/// A checkpoint with all that belongs to it.
struct ChosenCheckpoint
{
    Experiment experiment;
    Checkpoint checkpoint;
    QStringList labels;
    DecisionSet decisions;
};

/// Fails saying what to do when there is no such experiment or it has no checkpoint yet.
Result<ChosenCheckpoint> chosenCheckpoint(const Project& project, const CheckpointChoice& choice);

/// "best, epoch 7".
QString checkpointInWords(const Checkpoint& checkpoint);

/// How a checkpoint does on a subset.
struct Evaluation
{
    ChosenCheckpoint model;
    Subset subset = Subset::Test;
    TruthFrom truthFrom = TruthFrom::Version;
    ScoreTable table;              ///< Logits.
    std::vector<float> scores;     ///< Calibrated, samples × labels.
    std::vector<Annotation> truth; ///< samples × labels.
    EvaluationFigures figures;     ///< At the checkpoint's thresholds.
};

/// Fails when the subset has no usable sample.
Result<Evaluation> evaluateCheckpoint(const Project& project, const CheckpointChoice& choice,
                                      Subset subset, TruthFrom truthFrom = TruthFrom::Version,
                                      const ProgressCallback& progress = {},
                                      std::stop_token stop = {});

} // namespace labelwright
