#include "app/cli/command.h"

namespace labelwright::cli {

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
    addOption(command, "--experiment", options.experiment,
              "Number of the experiment (default: the newest)",
              {.placeholder = "ID", .low = 1, .listedBy = "experiment list"});
    addOption(command, "--checkpoint", options.checkpoint, "best (default) or last",
              {.placeholder = "best|last", .words = {"best", "last"}});
}

void addDatasetName(CLI::App* command, std::string& name)
{
    addOption(command, "--dataset", name, "Name of the dataset (default: the newest)");
    addOption(command, "name", name, "The same", {.excludes = {"--dataset"}});
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
