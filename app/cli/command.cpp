#include "app/cli/command.h"

#include <utility>

namespace labelwright::cli {

CLI::App* addCommand(Commands& commands, CLI::App* parent, const std::string& name,
                     const std::string& description)
{
    CLI::App* command = parent->add_subcommand(name, description);
    command->add_option("--project", commands.common.project,
                        "Folder of the project (default: the current one)")
        ->type_name("DIR");
    command->add_flag("--json", commands.common.json, "One JSON document on stdout");
    return command;
}

void setWork(Commands& commands, CLI::App* command, Work work)
{
    command->callback([&commands, work = std::move(work)] { commands.work = work; });
}

Result<Project> openProject(const Commands& commands, Access access)
{
    return Project::open(text(commands.common.project), access);
}

Result<Project> openOrCreateProject(const Commands& commands)
{
    const QString folder = text(commands.common.project);
    return Project::existsIn(folder) ? Project::open(folder, Access::ReadWrite)
                                     : Project::create(folder);
}

CheckpointChoice CheckpointOptions::choice() const
{
    return {ExperimentId{experiment},
            checkpoint == "last" ? CheckpointKind::Last : CheckpointKind::Best};
}

void addCheckpointOptions(CLI::App* command, CheckpointOptions& options)
{
    command->add_option("--experiment", options.experiment,
                        "Number of the experiment (default: the newest)")
        ->type_name("ID")
        ->check(CLI::PositiveNumber);
    command->add_option("--checkpoint", options.checkpoint, "best (default) or last")
        ->type_name("best|last")
        ->check(CLI::IsMember({"best", "last"}));
}

QString text(const std::string& value)
{
    return QString::fromLocal8Bit(value.c_str());
}

QStringList texts(const std::vector<std::string>& values)
{
    QStringList result;
    for (const std::string& value : values)
        result.append(text(value));
    return result;
}

} // namespace labelwright::cli
