#include "core/evaluation/thresholds.h"

#include "core/base/parallel.h"

#include <array>
#include <cmath>

namespace labelwright {

namespace {

/// How good an operating point is: compared from the first entry on, larger is better.
using Merit = std::array<double, 4>;

/// Rounding must not make a goal that is met exactly look missed.
constexpr double tolerance = 1e-12;

Merit meritOf(const ConfusionCounts& counts, const ThresholdGoal& goal)
{
    const double precision = precisionOf(counts);
    const double recall = recallOf(counts).value_or(0);
    switch (goal.kind) {
    case ThresholdGoalKind::MaxF1: return {f1Of(counts).value_or(0), 0, 0, 0};
    case ThresholdGoalKind::MaxFBeta: return {fBetaOf(counts, goal.value).value_or(0), 0, 0, 0};
    case ThresholdGoalKind::PrecisionAtLeast:
        return precision >= goal.value - tolerance ? Merit{1, recall, precision, 0}
                                                   : Merit{0, precision, recall, 0};
    case ThresholdGoalKind::RecallAtLeast:
        return recall >= goal.value - tolerance ? Merit{1, precision, recall, 0}
                                                : Merit{0, recall, precision, 0};
    case ThresholdGoalKind::CostRatio:
        return {-(goal.value * static_cast<double>(counts.falsePositive)
                  + static_cast<double>(counts.falseNegative)),
                0, 0, 0};
    case ThresholdGoalKind::PrevalenceMatch:
        return {-std::abs(static_cast<double>(counts.predicted() - counts.positives())), 0, 0, 0};
    }
    return {};
}

/// Distance between the scores on both sides of a step's threshold.
double gapAt(const SortedScores& scores, std::size_t step)
{
    const double above = step == 0 ? 1.0 : double{scores.scores()[step - 1]};
    const double below = step == scores.steps() ? 0.0 : double{scores.scores()[step]};
    return above - below;
}

/// The best of all operating points that a threshold in [0, 1] can reach.
std::size_t bestStep(const SortedScores& scores, const ThresholdGoal& goal)
{
    std::size_t best = scores.steps();
    Merit bestMerit = meritOf(scores.atStep(best), goal);
    bestMerit.back() = gapAt(scores, best);
    for (std::size_t step = scores.thresholdForStep(0) ? 0 : 1; step < scores.steps(); ++step) {
        Merit merit = meritOf(scores.atStep(step), goal);
        merit.back() = gapAt(scores, step);
        if (merit > bestMerit) {
            bestMerit = merit;
            best = step;
        }
    }
    return best;
}

/// Why a threshold of the label's own would mean nothing; empty when it would.
QString cannotFit(const SortedScores& scores)
{
    if (scores.positives() < minimumPositivesForThreshold)
        return QStringLiteral("Only %1 known positives (%2 are needed): the threshold stays %3.")
            .arg(scores.positives())
            .arg(minimumPositivesForThreshold)
            .arg(double{defaultThreshold});
    if (scores.negatives() == 0)
        return QStringLiteral("No known negatives: the threshold stays %1.")
            .arg(double{defaultThreshold});
    return {};
}

void describe(const ConfusionCounts& counts, ThresholdChoice& choice)
{
    choice.counts = counts;
    if (counts.known() > 0)
        choice.precision = precisionOf(counts);
    choice.recall = recallOf(counts);
}

void judge(const ThresholdGoal& goal, ThresholdChoice& choice)
{
    const bool wantsPrecision = goal.kind == ThresholdGoalKind::PrecisionAtLeast;
    const bool wantsRecall = goal.kind == ThresholdGoalKind::RecallAtLeast;
    const double reached
        = (wantsPrecision ? choice.precision : choice.recall).value_or(0);
    choice.attainable = !(wantsPrecision || wantsRecall) || reached >= goal.value - tolerance;
    if (choice.attainable)
        return;
    choice.reason = QStringLiteral("%1 %2 is not attainable: the highest is %3, at threshold %4.")
                        .arg(wantsPrecision ? QStringLiteral("Precision")
                                            : QStringLiteral("Recall"))
                        .arg(goal.value)
                        .arg(reached, 0, 'f', 3)
                        .arg(double{choice.threshold}, 0, 'f', 3);
}

} // namespace

ThresholdChoice chooseThreshold(const SortedScores& scores, const ThresholdGoal& goal)
{
    ThresholdChoice choice;
    choice.reason = cannotFit(scores);
    if (!choice.reason.isEmpty()) {
        describe(scores.at(choice.threshold), choice);
        return choice;
    }
    const std::size_t step = bestStep(scores, goal);
    choice.threshold = scores.thresholdForStep(step).value_or(defaultThreshold);
    choice.fitted = true;
    describe(scores.at(choice.threshold), choice);
    judge(goal, choice);
    return choice;
}

std::vector<ThresholdChoice> chooseThresholds(std::span<const float> scores,
                                              std::span<const Annotation> truth,
                                              std::size_t labels, const ThresholdGoal& goal)
{
    std::vector<ThresholdChoice> choices(labels);
    parallelFor(labels, defaultThreadCount(), [&](int, std::size_t label) {
        choices[label]
            = chooseThreshold(SortedScores::ofLabel(scores, truth, labels, label), goal);
    });
    return choices;
}

} // namespace labelwright
