#include "core/session/decision_job.h"

#include <QStringList>

namespace labelwright {

namespace {

struct GoalWord
{
    ThresholdGoalKind kind;
    const char* word;
    bool takesValue;
    double low;  ///< Exclusive.
    double high; ///< Inclusive.
};

constexpr GoalWord goalWords[] = {
    {ThresholdGoalKind::MaxF1, "max-f1", false, 0, 0},
    {ThresholdGoalKind::MaxFBeta, "max-fbeta", true, 0, 100},
    {ThresholdGoalKind::PrecisionAtLeast, "precision", true, 0, 1},
    {ThresholdGoalKind::RecallAtLeast, "recall", true, 0, 1},
    {ThresholdGoalKind::CostRatio, "cost", true, 0, 1e6},
    {ThresholdGoalKind::PrevalenceMatch, "prevalence", false, 0, 0},
};

struct CalibrationWord
{
    CalibrationKind kind;
    const char* word;
};

constexpr CalibrationWord calibrationWords[] = {
    {CalibrationKind::None, "none"},
    {CalibrationKind::Temperature, "temperature"},
    {CalibrationKind::Platt, "platt"},
};

tl::unexpected<Error> unknownGoal(const QString& text)
{
    return failure(QStringLiteral("'%1' is no goal for thresholds: choose max-f1, max-fbeta BETA, "
                                  "precision P, recall R, cost RATIO or prevalence.")
                       .arg(text));
}

} // namespace

QString goalText(const ThresholdGoal& goal)
{
    for (const GoalWord& word : goalWords)
        if (word.kind == goal.kind)
            return word.takesValue
                       ? QStringLiteral("%1 %2").arg(QLatin1String(word.word)).arg(goal.value)
                       : QString::fromLatin1(word.word);
    return {};
}

Result<ThresholdGoal> goalFromText(const QString& text)
{
    const QStringList parts = text.simplified().split(' ');
    for (const GoalWord& word : goalWords) {
        if (parts.first() != QLatin1String(word.word))
            continue;
        if (parts.size() != (word.takesValue ? 2 : 1))
            return unknownGoal(text);
        if (!word.takesValue)
            return ThresholdGoal{word.kind, 1};
        bool isNumber = false;
        const double value = parts.at(1).toDouble(&isNumber);
        if (!isNumber || !(value > word.low && value <= word.high))
            return failure(QStringLiteral("The goal %1 takes a number above %2 and at most %3, "
                                          "not '%4'.")
                               .arg(QLatin1String(word.word))
                               .arg(word.low)
                               .arg(word.high)
                               .arg(parts.at(1)));
        return ThresholdGoal{word.kind, value};
    }
    return unknownGoal(text);
}

QString calibrationWord(CalibrationKind kind)
{
    for (const CalibrationWord& entry : calibrationWords)
        if (entry.kind == kind)
            return QString::fromLatin1(entry.word);
    return {};
}

Result<CalibrationKind> calibrationFromWord(const QString& word)
{
    for (const CalibrationWord& entry : calibrationWords)
        if (word == QLatin1String(entry.word))
            return entry.kind;
    return failure(QStringLiteral("'%1' is no calibration: choose none, temperature or platt.")
                       .arg(word));
}

} // namespace labelwright
