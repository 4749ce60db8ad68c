// thresholds fit|set|show and calibrate.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/session/decision_job.h"

#include <QJsonArray>

#include <memory>
#include <optional>

namespace labelwright::cli {

namespace {

struct DecisionText
{
    CheckpointOptions checkpoint;
    std::vector<std::string> goal;
    std::string label;
    std::string kind;
    double threshold = 0.5;
    bool all = false;
};

/// What a change has to tell beside the decisions.
struct Remarks
{
    QStringList lines;
    QJsonObject json;
    std::optional<EvaluationFigures> figures; ///< At the thresholds, on validation.
};

/// Shows the decisions of a checkpoint after `remarks`, which the JSON has under their own names.
Result<int> show(const Project& project, ChosenCheckpoint chosen, const Remarks& remarks,
                 Context& context)
{
    const auto set = decisions(project, chosen.checkpoint.id);
    if (!set)
        return failureOf(set);
    chosen.decisions = *set;
    const EvaluationFigures* figures = remarks.figures ? &*remarks.figures : nullptr;
    for (const QString& line : remarks.lines + decisionsText(chosen, figures))
        context.console.line(line);
    QJsonObject document = decisionsJson(chosen, figures);
    for (auto member = remarks.json.begin(); member != remarks.json.end(); ++member)
        document.insert(member.key(), member.value());
    context.console.json(document);
    return exitDone;
}

using Change = std::function<Result<Remarks>(Project&, const ChosenCheckpoint&, Context&)>;

/// Applies a change to the chosen checkpoint's decisions, then shows them.
Result<int> changeAndShow(const Commands& commands, const DecisionText& given, Access access,
                          const Change& change, Context& context)
{
    auto project = openProject(commands, access);
    if (!project)
        return failureOf(project);
    const auto chosen = chosenCheckpoint(*project, given.checkpoint.choice());
    if (!chosen)
        return failureOf(chosen);
    const auto remarks = change ? change(*project, *chosen, context) : Result<Remarks>(Remarks());
    return remarks ? show(*project, *chosen, *remarks, context) : failureOf(remarks);
}

/// Labels that keep their threshold only by missing nearly all that is there.
QStringList labelsOfLowRecall(const EvaluationFigures& figures, const QString& onlyLabel)
{
    constexpr double lowRecall = 0.2;
    QStringList names;
    for (const LabelEvaluation& label : figures.labels)
        if (onlyLabel.isEmpty() || label.name == onlyLabel)
            if (label.recall.value_or(1) < lowRecall)
                names.append(label.name);
    return names;
}

Result<Remarks> fit(const DecisionText& given, Project& project, const ChosenCheckpoint& chosen,
                    Context& context)
{
    const auto goal =
        goalFromText(given.goal.empty() ? QStringLiteral("max-f1") : texts(given.goal).join(' '));
    if (!goal)
        return failureOf(goal);
    const auto done = fitThresholds(project, chosen.checkpoint.id, *goal, text(given.label),
                                    context.console.progress(), context.stop);
    if (!done)
        return failureOf(done);
    const auto evaluation =
        evaluateCheckpoint(project, given.checkpoint.choice(), Subset::Validation,
                           TruthFrom::Version, context.console.progress(), context.stop);
    if (!evaluation)
        return failureOf(evaluation);
    Remarks remarks{{}, {}, evaluation->figures};
    const QStringList low = labelsOfLowRecall(evaluation->figures, text(given.label));
    if (!low.isEmpty())
        remarks.lines.append(QStringLiteral("! The goal %1 costs nearly all recall (below 0.2 on "
                                            "validation) of: %2.")
                                 .arg(goalText(*goal), low.join(", ")));
    remarks.json.insert("lowRecall", QJsonArray::fromStringList(low));
    return remarks;
}

/// What a person had set and a fit replaced.
Remarks replacedByHand(const ChosenCheckpoint& before, const ThresholdGoal& goal)
{
    QStringList replaced;
    QJsonArray array;
    for (std::size_t i = 0; i < before.decisions.labels.size(); ++i) {
        const LabelDecision& decision = before.decisions.labels[i];
        if (!isSetByHand(decision))
            continue;
        const QString& name = before.labels.at(static_cast<qsizetype>(i));
        const auto threshold = static_cast<double>(decision.threshold);
        replaced.append(name + ' ' + QString::number(threshold, 'f', 2));
        array.append(QJsonObject{{"name", name}, {"threshold", threshold}});
    }
    Remarks remarks{{}, {{"thresholdsFittedAnew", goalText(goal)}, {"setByHandBefore", array}}, {}};
    QString line = QStringLiteral("Thresholds were fitted anew (%1)").arg(goalText(goal));
    if (!replaced.isEmpty())
        line += QStringLiteral("; set by hand before: ") + replaced.join(", ");
    remarks.lines.append(line + '.');
    return remarks;
}

Result<Remarks> calibrate(const DecisionText& given, Project& project,
                          const ChosenCheckpoint& chosen, Context& context)
{
    const auto kind = calibrationFromWord(text(given.kind));
    if (!kind)
        return failureOf(kind);
    DecisionFit fit;
    fit.calibration = *kind;
    const auto done =
        fitDecisions(project, chosen.checkpoint.id, fit, context.console.progress(), context.stop);
    return done ? Result<Remarks>(replacedByHand(chosen, fit.goal)) : failureOf(done);
}

void addFit(Commands& commands, CLI::App* parent, const std::shared_ptr<DecisionText>& given)
{
    CLI::App* command =
        addCommand(commands, parent, "fit", "Fits thresholds on validation by a goal");
    addCheckpointOptions(command, given->checkpoint);
    addOption(command, "--goal", given->goal,
              "max-f1 (default), max-fbeta BETA, precision P, recall R, cost RATIO (of a "
              "false alarm to a miss), prevalence",
              {.atLeast = 1, .atMost = 2});
    addOption(command, "--label", given->label, "Only this label (default: all)");
    setWork(commands, command, [&commands, given](Context& context) {
        return changeAndShow(
            commands, *given, Access::ReadWrite,
            [&](Project& project, const ChosenCheckpoint& chosen, Context& c) {
                return fit(*given, project, chosen, c);
            },
            context);
    });
}

void addSet(Commands& commands, CLI::App* parent, const std::shared_ptr<DecisionText>& given)
{
    CLI::App* command = addCommand(commands, parent, "set", "Sets a threshold by hand");
    addCheckpointOptions(command, given->checkpoint);
    addOption(command, "--label", given->label, "The label");
    addFlag(command, "--all", given->all, "Every label", {.excludes = {"--label"}});
    addOption(command, "threshold", given->threshold, "From 0 to 1",
              {.required = true, .low = 0.0, .high = 1.0});
    setWork(commands, command, [&commands, given](Context& context) -> Result<int> {
        if (given->label.empty() && !given->all)
            return failure("Name a label with --label, or set every label with --all.");
        return changeAndShow(
            commands, *given, Access::ReadWrite,
            [&](Project& project, const ChosenCheckpoint& chosen, Context&) -> Result<Remarks> {
                const auto done = setThreshold(project, chosen.checkpoint.id, text(given->label),
                                               given->threshold);
                return done ? Result<Remarks>(Remarks()) : failureOf(done);
            },
            context);
    });
}

} // namespace

void addDecisionCommands(Commands& commands)
{
    auto given = std::make_shared<DecisionText>();
    CLI::App* thresholds = addCommand(commands, commands.app.get(), "thresholds",
                                      "Fits, sets and shows the thresholds of a checkpoint");
    requireSubcommand(thresholds);
    addFit(commands, thresholds, given);
    addSet(commands, thresholds, given);
    CLI::App* show = addCommand(commands, thresholds, "show", "The thresholds in force");
    addCheckpointOptions(show, given->checkpoint);
    setWork(commands, show, [&commands, given](Context& context) {
        return changeAndShow(commands, *given, Access::ReadOnly, {}, context);
    });
    CLI::App* command = addCommand(commands, commands.app.get(), "calibrate",
                                   "Fits calibration on validation, then max-F1 thresholds");
    addCheckpointOptions(command, given->checkpoint);
    addOption(command, "kind", given->kind, "none, temperature or platt",
              {.required = true, .words = {"none", "temperature", "platt"}});
    setWork(commands, command, [&commands, given](Context& context) {
        return changeAndShow(
            commands, *given, Access::ReadWrite,
            [&](Project& project, const ChosenCheckpoint& chosen, Context& c) {
                return calibrate(*given, project, chosen, c);
            },
            context);
    });
}

} // namespace labelwright::cli
