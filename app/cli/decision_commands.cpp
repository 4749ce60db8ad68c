// thresholds fit|set|show and calibrate.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/session/decision_job.h"

#include <memory>

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

using Change = std::function<Result<void>(Project&, const ChosenCheckpoint&, Context&)>;

/// Applies a change to the chosen checkpoint's decisions, then shows them.
Result<int> changeAndShow(const Commands& commands, const DecisionText& given, Access access,
                          const Change& change, Context& context)
{
    auto project = openProject(commands, access);
    if (!project)
        return failureOf(project);
    auto chosen = chosenCheckpoint(*project, given.checkpoint.choice());
    if (!chosen)
        return failureOf(chosen);
    if (change)
        if (const auto done = change(*project, *chosen, context); !done)
            return failureOf(done);
    const auto set = decisions(*project, chosen->checkpoint.id);
    if (!set)
        return failureOf(set);
    chosen->decisions = *set;
    for (const QString& line : decisionsText(*chosen))
        context.console.line(line);
    context.console.json(decisionsJson(*chosen));
    return exitDone;
}

Result<void> fit(const DecisionText& given, Project& project, const ChosenCheckpoint& chosen,
                 Context& context)
{
    const auto goal =
        goalFromText(given.goal.empty() ? QStringLiteral("max-f1") : texts(given.goal).join(' '));
    if (!goal)
        return failureOf(goal);
    const auto done = fitThresholds(project, chosen.checkpoint.id, *goal, text(given.label),
                                    context.console.progress(), context.stop);
    return done ? Result<void>() : failureOf(done);
}

Result<void> calibrate(const DecisionText& given, Project& project, const ChosenCheckpoint& chosen,
                       Context& context)
{
    const auto kind = calibrationFromWord(text(given.kind));
    if (!kind)
        return failureOf(kind);
    DecisionFit fit;
    fit.calibration = *kind;
    const auto done =
        fitDecisions(project, chosen.checkpoint.id, fit, context.console.progress(), context.stop);
    return done ? Result<void>() : failureOf(done);
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
    addFlag(command, "--all", given->all, "Every label", {.excludes = "--label"});
    addOption(command, "threshold", given->threshold, "From 0 to 1",
              {.required = true, .low = 0.0, .high = 1.0});
    setWork(commands, command, [&commands, given](Context& context) -> Result<int> {
        if (given->label.empty() && !given->all)
            return failure("Name a label with --label, or set every label with --all.");
        return changeAndShow(
            commands, *given, Access::ReadWrite,
            [&](Project& project, const ChosenCheckpoint& chosen, Context&) -> Result<void> {
                const auto done = setThreshold(project, chosen.checkpoint.id, text(given->label),
                                               given->threshold);
                return done ? Result<void>() : failureOf(done);
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
