// deployment create|list|enable|disable|delete.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/project/deployments.h"
#include "core/session/deployment_export.h"
#include "core/session/deployment_job.h"

#include <QJsonArray>

#include <memory>

namespace labelwright::cli {

namespace {

struct DeploymentText
{
    CheckpointOptions checkpoint;
    std::string name;
    qint64 id = 0;
};

QJsonObject deploymentJson(const Deployment& deployment)
{
    QJsonObject thresholds;
    for (std::size_t i = 0; i < deployment.decisions.size(); ++i)
        thresholds.insert(deployment.outputNames.at(static_cast<qsizetype>(i)),
                          static_cast<double>(deployment.decisions[i].threshold));
    return {{"id", deployment.id.value},
            {"name", deployment.name},
            {"experiment", deployment.experiment.value},
            {"experimentName", deployment.experimentName},
            {"checkpoint", checkpointKindName(deployment.kind)},
            {"epoch", deployment.epoch},
            {"created", deployment.created.toUTC().toString(Qt::ISODate)},
            {"enabled", deployment.enabled},
            {"sha256", QString::fromLatin1(deployment.sha256)},
            {"input", deployment.inputName},
            {"outputs", QJsonArray::fromStringList(deployment.outputNames)},
            {"thresholds", thresholds}};
}

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
    context.console.line(QStringLiteral("Made deployment %1, '%2', of %3 (%4); it is disabled.")
                             .arg(made->id.value)
                             .arg(made->name, made->experimentName, checkpointInWords(*made)));
    context.console.json(deploymentJson(*made));
    return exitDone;
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
    std::vector<QStringList> rows{{"name", "id", "state", "experiment", "checkpoint"}};
    for (const Deployment& one : *all) {
        array.append(deploymentJson(one));
        rows.push_back({one.name, QString::number(one.id.value),
                        one.enabled ? "enabled" : "disabled", one.experimentName,
                        checkpointInWords(one)});
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

Result<int> runSetEnabled(const Commands& commands, const DeploymentText& given, bool enabled,
                          Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    const DeploymentId id{given.id};
    if (const auto done = setEnabled(*project, id, enabled, context.stop); !done)
        return failureOf(done);
    const auto now = deployment(*project, id);
    if (!now)
        return failureOf(now);
    context.console.line(QStringLiteral("The deployment '%1' is %2.")
                             .arg(now->name, enabled ? QStringLiteral("enabled")
                                                     : QStringLiteral("disabled")));
    context.console.json(deploymentJson(*now));
    return exitDone;
}

Result<int> runDelete(const Commands& commands, const DeploymentText& given, Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    if (const auto done = deleteDeployment(*project, DeploymentId{given.id}); !done)
        return failureOf(done);
    context.console.line(QStringLiteral("Deleted deployment %1.").arg(given.id));
    context.console.json({{"deleted", given.id}});
    return exitDone;
}

using Run = std::function<Result<int>(const Commands&, const DeploymentText&, Context&)>;

/// A command about one deployment, named by its number.
void addOne(Commands& commands, CLI::App* parent, const std::string& name,
            const std::string& description, const std::shared_ptr<DeploymentText>& given, Run run)
{
    CLI::App* command = addCommand(commands, parent, name, description);
    addOption(command, "id", given->id, "Number of the deployment", {.required = true, .low = 1});
    setWork(commands, command, [&commands, given, run = std::move(run)](Context& context) {
        return run(commands, *given, context);
    });
}

} // namespace

void addDeploymentCommands(Commands& commands)
{
    auto given = std::make_shared<DeploymentText>();
    CLI::App* parent = addCommand(commands, commands.app.get(), "deployment",
                                  "Deploys checkpoints: copies that later training leaves alone");
    requireSubcommand(parent);
    CLI::App* create = addCommand(commands, parent, "create", "Makes a deployment, disabled");
    addCheckpointOptions(create, given->checkpoint);
    addOption(create, "--name", given->name, "Its name (default: the experiment's)");
    setWork(commands, create,
            [&commands, given](Context& context) { return runCreate(commands, *given, context); });
    CLI::App* list = addCommand(commands, parent, "list", "The project's deployments");
    setWork(commands, list, [&commands](Context& context) { return runList(commands, context); });
    addOne(commands, parent, "enable", "Proves that it can be used, and enables it", given,
           [](const Commands& c, const DeploymentText& g, Context& context) {
               return runSetEnabled(c, g, true, context);
           });
    addOne(commands, parent, "disable", "Disables it", given,
           [](const Commands& c, const DeploymentText& g, Context& context) {
               return runSetEnabled(c, g, false, context);
           });
    addOne(commands, parent, "delete", "Deletes it with its files; it must be disabled", given,
           runDelete);
}

} // namespace labelwright::cli
