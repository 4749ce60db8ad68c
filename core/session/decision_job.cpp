#include "core/session/decision_job.h"

#include "core/project/experiments.h"
#include "core/project/labels.h"
#include "core/session/scoring.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace labelwright {

namespace {

/// Validation logits of a checkpoint with their truth.
struct FittingData
{
    Experiment experiment;
    ScoreTable table;
    std::vector<Annotation> truth;
};

/// What the note of a threshold says that a person has set.
constexpr QLatin1String byHand("set by hand");

Result<FittingData> fittingData(const Project& project, CheckpointId id,
                                const ProgressCallback& progress, std::stop_token stop)
{
    const auto weights = checkpoint(project, id);
    if (!weights)
        return failureOf(weights);
    auto info = experiment(project, weights->experiment);
    if (!info)
        return failureOf(info);
    auto table = scoresOf(project, *info, *weights, Subset::Validation, progress, stop);
    if (!table)
        return failureOf(table);
    auto truth = truthOf(project, *info, *table, TruthFrom::Version);
    if (!truth)
        return failureOf(truth);
    return FittingData{*std::move(info), *std::move(table), *std::move(truth)};
}

QString fittedOn(const FittingData& data)
{
    return QStringLiteral("on validation (%1 images)").arg(data.table.samples.size());
}

CalibrationFit calibrationFit(const FittingData& data, CalibrationKind kind)
{
    return fitCalibration(kind, data.table.logits, data.truth, data.experiment.labels.size());
}

/// Why no label was fitted, as part of a sentence: all labels' reason where they have the same.
QString commonReason(const FittingData& data, const CalibrationFit& fit)
{
    QString reason = fit.labels.front().reason;
    if (!std::ranges::all_of(fit.labels, [&](const auto& l) { return l.reason == reason; }))
        return "no label could be fitted " + fittedOn(data);
    if (reason.endsWith('.'))
        reason.chop(1);
    return reason.left(1).toLower() + reason.mid(1);
}

QString calibrationSource(const FittingData& data, const CalibrationFit& fit)
{
    const auto fitted = std::ranges::count_if(fit.labels, &LabelCalibrationFit::fitted);
    const auto all = std::ssize(fit.labels);
    if (fit.kind == CalibrationKind::None || all == 0)
        return QStringLiteral("none");
    if (fitted == 0)
        return "none (" + commonReason(data, fit) + ')';
    const QString source = calibrationWord(fit.kind) + ", fitted " + fittedOn(data);
    return fitted == all ? source
                         : source + QStringLiteral(", %1 of %2 labels").arg(fitted).arg(all);
}

void applyCalibration(const FittingData& data, const CalibrationFit& fit, DecisionSet& set)
{
    set.calibration = fit.kind;
    set.calibrationSource = calibrationSource(data, fit);
    for (std::size_t label = 0; label < set.labels.size(); ++label)
        set.labels[label].calibration = fit.labels[label].calibration;
}

QString noteOf(const ThresholdChoice& choice, const LabelCalibrationFit& calibration)
{
    QStringList sentences{choice.reason, calibration.reason};
    sentences.removeAll(QString());
    return sentences.join(' ');
}

/// `only`: index of one label, or all. `calibration`: the fit that the set holds, for its reasons.
void applyGoal(const FittingData& data, const ThresholdGoal& goal,
               std::optional<std::size_t> only, const CalibrationFit& calibration,
               DecisionSet& set)
{
    const auto scores = calibratedScores(data.table.logits, calibrationsOf(set), set.labels.size());
    const auto choices = chooseThresholds(scores, data.truth, set.labels.size(), goal);
    for (std::size_t label = 0; label < set.labels.size(); ++label) {
        if (only && *only != label)
            continue;
        set.labels[label].threshold = choices[label].threshold;
        set.labels[label].attainable = choices[label].fitted && choices[label].attainable;
        set.labels[label].note = noteOf(choices[label], calibration.labels[label]);
    }
    set.thresholdSource = only ? set.thresholdSource + ", one label by " + goalText(goal)
                               : goalText(goal) + ' ' + fittedOn(data);
}

Result<std::optional<std::size_t>> labelIndex(const Project& project, const Experiment& experiment,
                                              const QString& label)
{
    if (label.isEmpty())
        return std::optional<std::size_t>();
    const auto names = labelNames(project, experiment.labels);
    if (!names)
        return failureOf(names);
    const qsizetype index = names->indexOf(label);
    if (index < 0)
        return failure(QStringLiteral("The experiment %1 has no label '%2'; it has %3.")
                           .arg(experiment.name, label, names->join(", ")));
    return std::optional(static_cast<std::size_t>(index));
}

/// Whether the label was never decided: neither fitted nor set by hand.
bool isUntouched(const LabelDecision& decision)
{
    return decision == LabelDecision{.label = decision.label, .calibration = {}, .note = {}};
}

/// Fits what nobody has decided: the other labels keep their decisions, expressed as thresholds on
/// the fitted scores.
DecisionSet completed(const FittingData& data, const CalibrationFit& calibration,
                      const DecisionSet& before)
{
    DecisionSet set = before;
    applyCalibration(data, calibration, set);
    applyGoal(data, {}, std::nullopt, calibration, set);
    for (std::size_t label = 0; label < set.labels.size(); ++label) {
        const LabelDecision& kept = before.labels[label];
        if (isUntouched(kept))
            continue;
        LabelDecision& decision = set.labels[label];
        decision.threshold
            = thresholdUnder(kept.threshold, kept.calibration, decision.calibration);
        decision.attainable = kept.attainable;
        decision.note = kept.note;
    }
    set.thresholdSource += before.thresholdSource.mid(unfittedThresholds.size());
    return set;
}

Result<DecisionSet> stored(Project& project, CheckpointId checkpoint, DecisionSet set)
{
    if (const auto done = storeDecisions(project, checkpoint, set); !done)
        return failureOf(done);
    return set;
}

} // namespace

std::vector<LabelCalibration> calibrationsOf(const DecisionSet& set)
{
    std::vector<LabelCalibration> result;
    for (const LabelDecision& label : set.labels)
        result.push_back(label.calibration);
    return result;
}

std::vector<float> thresholdsOf(const DecisionSet& set)
{
    std::vector<float> result;
    for (const LabelDecision& label : set.labels)
        result.push_back(label.threshold);
    return result;
}

Result<DecisionSet> fitDecisions(Project& project, CheckpointId id, const DecisionFit& fit,
                                 const ProgressCallback& progress, std::stop_token stop)
{
    const auto data = fittingData(project, id, progress, stop);
    if (!data)
        return failureOf(data);
    auto set = decisions(project, id);
    if (!set)
        return failureOf(set);
    const CalibrationFit calibration = calibrationFit(*data, fit.calibration);
    applyCalibration(*data, calibration, *set);
    applyGoal(*data, fit.goal, std::nullopt, calibration, *set);
    return stored(project, id, *std::move(set));
}

Result<DecisionSet> fitThresholds(Project& project, CheckpointId id, const ThresholdGoal& goal,
                                  const QString& onlyLabel, const ProgressCallback& progress,
                                  std::stop_token stop)
{
    const auto data = fittingData(project, id, progress, stop);
    if (!data)
        return failureOf(data);
    const auto only = labelIndex(project, data->experiment, onlyLabel);
    if (!only)
        return failureOf(only);
    auto set = decisions(project, id);
    if (!set)
        return failureOf(set);
    applyGoal(*data, goal, *only, calibrationFit(*data, set->calibration), *set);
    return stored(project, id, *std::move(set));
}

Result<DecisionSet> setThreshold(Project& project, CheckpointId id, const QString& label,
                                 double threshold)
{
    if (!(threshold >= 0 && threshold <= 1))
        return failure(QStringLiteral("A threshold is a number from 0 to 1."));
    const auto info = checkpoint(project, id).and_then(
        [&](const Checkpoint& c) { return experiment(project, c.experiment); });
    if (!info)
        return failureOf(info);
    const auto only = labelIndex(project, *info, label);
    if (!only)
        return failureOf(only);
    auto set = decisions(project, id);
    if (!set)
        return failureOf(set);
    for (std::size_t i = 0; i < set->labels.size(); ++i)
        if (!only->has_value() || **only == i) {
            set->labels[i].threshold = static_cast<float>(threshold);
            set->labels[i].attainable = true;
            set->labels[i].note = byHand;
        }
    set->thresholdSource = label.isEmpty() ? QString(byHand)
                                           : set->thresholdSource + ", one label by hand";
    return stored(project, id, *std::move(set));
}

bool isSetByHand(const LabelDecision& decision)
{
    return decision.note == byHand;
}

float thresholdUnder(float threshold, const LabelCalibration& from, const LabelCalibration& to)
{
    // The ends mean always and never, under any calibration.
    if (from == to || !(threshold > 0 && threshold < 1) || !(from.scale > 0))
        return threshold;
    const float scaled = std::log(threshold / (1 - threshold));
    return calibratedScore((scaled - from.offset) / from.scale, to);
}

Result<void> fitMissingDecisions(Project& project, CheckpointId id,
                                 const ProgressCallback& progress, std::stop_token stop)
{
    const auto before = decisions(project, id);
    if (!before)
        return failureOf(before);
    if (!isUnfitted(*before))
        return {};
    const auto data = fittingData(project, id, progress, stop);
    if (!data)
        return failureOf(data);
    const CalibrationFit calibration = calibrationFit(*data, DecisionFit{}.calibration);
    // Scoring takes minutes in which the user may have decided.
    const auto now = decisions(project, id);
    if (!now)
        return failureOf(now);
    if (!isUnfitted(*now))
        return {};
    return storeDecisions(project, id, completed(*data, calibration, *now));
}

Result<void> fitDefaultDecisions(Project& project, ExperimentId experiment,
                                 const ProgressCallback& progress, std::stop_token stop)
{
    const auto all = checkpoints(project, experiment);
    if (!all)
        return failureOf(all);
    for (const Checkpoint& checkpoint : *all)
        if (const auto fitted = fitMissingDecisions(project, checkpoint.id, progress, stop);
            !fitted)
            return fitted;
    return {};
}

} // namespace labelwright
