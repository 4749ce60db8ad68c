#include "core/session/evaluation_job.h"

#include "core/project/labels.h"
#include "core/session/decision_job.h"

namespace labelwright {

namespace {

/// Which experiment lacks a checkpoint, and what to do about it.
Error withoutCheckpoint(const Experiment& experiment, const Error& cause)
{
    QString state = QStringLiteral("has no checkpoint yet: train it with");
    if (experiment.state == ExperimentState::Stopped)
        state = QStringLiteral("was stopped before its first checkpoint: go on with");
    else if (experiment.state == ExperimentState::Failed)
        state = QStringLiteral("failed before its first checkpoint: try again with");
    else if (experiment.state == ExperimentState::Running)
        state = QStringLiteral("has no checkpoint yet: wait for its first epoch or, when it does "
                               "not run any more, go on with");
    return {QStringLiteral("Experiment %1 (%2) %3 `labelwright-cli resume --experiment %1`, or "
                           "choose another with --experiment N.")
                .arg(experiment.id.value)
                .arg(experiment.name, state),
            cause.summary};
}

} // namespace

Result<ChosenCheckpoint> chosenCheckpoint(const Project& project, const CheckpointChoice& choice)
{
    auto info = choice.experiment.isValid() ? experiment(project, choice.experiment)
                                            : newestExperiment(project);
    if (!info)
        return failureOf(info);
    const auto all = checkpoints(project, info->id);
    auto weights = checkpoint(project, info->id, choice.kind);
    if (!weights)
        return all && all->empty() ? tl::unexpected(withoutCheckpoint(*info, weights.error()))
                                   : Result<ChosenCheckpoint>(failureOf(weights));
    auto names = labelNames(project, info->labels);
    if (!names)
        return failureOf(names);
    auto set = decisions(project, weights->id);
    if (!set)
        return failureOf(set);
    return ChosenCheckpoint{*std::move(info), *std::move(weights), *std::move(names),
                            *std::move(set)};
}

QString checkpointInWords(const Checkpoint& checkpoint)
{
    return QStringLiteral("%1, epoch %2")
        .arg(checkpointKindName(checkpoint.kind))
        .arg(checkpoint.epoch);
}

Result<Evaluation> evaluateCheckpoint(const Project& project, const CheckpointChoice& choice,
                                      Subset subset, TruthFrom truthFrom,
                                      const ProgressCallback& progress, std::stop_token stop)
{
    auto model = chosenCheckpoint(project, choice);
    if (!model)
        return failureOf(model);
    Evaluation evaluation;
    evaluation.model = *std::move(model);
    evaluation.subset = subset;
    evaluation.truthFrom = truthFrom;
    auto table = scoresOf(project, evaluation.model.experiment, evaluation.model.checkpoint, subset,
                          progress, stop);
    if (!table)
        return failureOf(table);
    if (table->samples.empty())
        return failure(QStringLiteral("The %1 subset has no images: choose another one.")
                           .arg(subsetName(subset)));
    auto truth = truthOf(project, evaluation.model.experiment, *table, truthFrom);
    if (!truth)
        return failureOf(truth);
    evaluation.table = *std::move(table);
    evaluation.truth = *std::move(truth);
    const DecisionSet& set = evaluation.model.decisions;
    evaluation.scores = calibratedScores(evaluation.table.logits, calibrationsOf(set),
                                         set.labels.size());
    evaluation.figures = evaluate(evaluation.scores, evaluation.truth, thresholdsOf(set),
                                  evaluation.model.labels);
    return evaluation;
}

} // namespace labelwright
