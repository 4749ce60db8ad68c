// deployment create|list|enable|disable|rename|names|delete.

#include "app/cli/deployment_parts.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/session/deployment_export.h"
#include "core/session/deployment_job.h"

#include <QJsonArray>

namespace labelwright::cli {

namespace {

Result<int> runCreate(const Commands& commands, const DeploymentText& given, Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    const auto chosen = chosenCheckpoint(*project, given.checkpoint.choice());
    if (!chosen)
        return failureOf(chosen);
    const auto made = createDeployment(*project, chosen->checkpoint.id, text(given.name));
    if (!made)
        return failureOf(made);
    return tellDeployment(*project, made->id,
                          QStringLiteral("Made deployment %1, '%2', of %3 (%4); it is disabled.")
                              .arg(made->id.value)
                              .arg(made->name, made->experimentName, checkpointInWords(*made)),
                          context);
}

Result<int> runList(const Commands& commands, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto all = deployments(*project);
    if (!all)
        return failureOf(all);
    QJsonArray array;
    std::vector<QStringList> rows{{"name", "id", "state", "access", "experiment", "checkpoint"}};
    for (const Deployment& one : *all) {
        const auto held = tokens(*project, one.id);
        if (!held)
            return failureOf(held);
        array.append(deploymentJson(one, *held));
        rows.push_back({one.name, QString::number(one.id.value),
                        one.enabled ? "enabled" : "disabled", accessText(one, *held),
                        one.experimentName, checkpointInWords(one)});
    }
    if (all->empty())
        context.console.line("There are no deployments yet; make one with 'deployment create'.");
    else
        for (const QString& line : tableText(rows))
            context.console.line(line);
    context.console.json({{"deployments", array}});
    return exitDone;
}

/// Enabling proves first that the network can be loaded and run.
Result<void> setEnabled(Project& project, DeploymentId id, bool enabled, std::stop_token stop)
{
    if (enabled)
        if (const auto opened = openWarm(project, id, std::move(stop)); !opened)
            return failureOf(opened);
    return setDeploymentEnabled(project, id, enabled);
}

Result<int> runSetEnabled(Project& project, const Deployment& chosen, bool enabled,
                          Context& context)
{
    if (const auto done = setEnabled(project, chosen.id, enabled, context.stop); !done)
        return failureOf(done);
    return tellDeployment(project, chosen.id,
                          QStringLiteral("The deployment '%1' is %2.")
                              .arg(chosen.name, enabled ? QStringLiteral("enabled")
                                                        : QStringLiteral("disabled")),
                          context);
}

Result<int> runDelete(Project& project, const Deployment& chosen, const DeploymentText&,
                      Context& context)
{
    if (const auto done = deleteDeployment(project, chosen.id); !done)
        return failureOf(done);
    context.console.line(QStringLiteral("Deleted deployment %1.").arg(chosen.id.value));
    context.console.json({{"deleted", chosen.id.value}});
    return exitDone;
}

Result<int> runRename(Project& project, const Deployment& chosen, const DeploymentText& given,
                      Context& context)
{
    if (const auto done = renameDeployment(project, chosen.id, text(given.name)); !done)
        return failureOf(done);
    return tellDeployment(project, chosen.id,
                          QStringLiteral("Deployment %1 is called '%2' now.")
                              .arg(chosen.id.value)
                              .arg(text(given.name).trimmed()),
                          context);
}

/// What is not given stays as it is.
Result<int> runNames(Project& project, const Deployment& chosen, const DeploymentText& given,
                     Context& context)
{
    if (given.input.empty() && given.outputs.empty())
        return failure("Give the input a name with --input, or the outputs with --outputs.");
    const auto done = setDeploymentNames(
        project, chosen.id, given.input.empty() ? chosen.inputName : text(given.input),
        given.outputs.empty() ? chosen.outputNames : texts(given.outputs));
    if (!done)
        return failureOf(done);
    const auto now = deployment(project, chosen.id);
    if (!now)
        return failureOf(now);
    return tellDeployment(project, chosen.id,
                          QStringLiteral("Callers of '%1' send '%2' and get %3.")
                              .arg(now->name, now->inputName, now->outputNames.join(", ")),
                          context);
}

void addCreate(Commands& commands, CLI::App* parent, const std::shared_ptr<DeploymentText>& given)
{
    CLI::App* create = addCommand(commands, parent, "create", "Makes a deployment, disabled");
    addCheckpointOptions(create, given->checkpoint);
    addOption(create, "--name", given->name, "Its name (default: the experiment's)");
    setWork(commands, create,
            [&commands, given](Context& context) { return runCreate(commands, *given, context); });
}

void addSwitches(Commands& commands, CLI::App* parent,
                 const std::shared_ptr<DeploymentText>& given)
{
    addDeploymentCommand(
        commands, parent, "enable", "Proves that it can be used, and enables it",
        Access::ReadWrite, given,
        [](Project& project, const Deployment& one, const DeploymentText&, Context& context) {
            return runSetEnabled(project, one, true, context);
        });
    addDeploymentCommand(
        commands, parent, "disable", "Disables it; callers are told so", Access::ReadWrite, given,
        [](Project& project, const Deployment& one, const DeploymentText&, Context& context) {
            return runSetEnabled(project, one, false, context);
        });
}

void addNames(Commands& commands, CLI::App* parent, const std::shared_ptr<DeploymentText>& given)
{
    CLI::App* rename = addDeploymentCommand(commands, parent, "rename", "Gives it another name",
                                            Access::ReadWrite, given, runRename);
    addOption(rename, "name", given->name, "The new name", {.required = true});
    CLI::App* names =
        addDeploymentCommand(commands, parent, "names", "Names of input and outputs for callers",
                             Access::ReadWrite, given, runNames);
    addOption(names, "--input", given->input, "What callers call the image",
              {.placeholder = "NAME"});
    addOption(names, "--outputs", given->outputs,
              "What callers call the labels: one name each, in their order, with commas between",
              {.placeholder = "A,B,C", .delimiter = ','});
}

} // namespace

void addDeploymentCommands(Commands& commands)
{
    auto given = std::make_shared<DeploymentText>();
    CLI::App* parent = addCommand(commands, commands.app.get(), "deployment",
                                  "Deploys checkpoints: copies that later training leaves alone");
    requireSubcommand(parent);
    addCreate(commands, parent, given);
    CLI::App* list = addCommand(commands, parent, "list", "The project's deployments");
    setWork(commands, list, [&commands](Context& context) { return runList(commands, context); });
    addSwitches(commands, parent, given);
    addDeploymentAccessCommands(commands, parent, given);
    addNames(commands, parent, given);
    addDeploymentCommand(commands, parent, "delete",
                         "Deletes it with its files and tokens; it must be disabled",
                         Access::ReadWrite, given, runDelete);
}

} // namespace labelwright::cli
