#pragma once

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "core/base/result.h"
#include "core/project/checkpoints.h"
#include "core/project/project.h"
#include "core/session/evaluation_job.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace labelwright::cli {

/// What a command works with.
struct Context
{
    Console& console;
    std::stop_token stop;
};

/// The chosen command's work; its value is the exit code.
using Work = std::function<Result<int>(Context&)>;

/// Options that several commands share.
struct CommonOptions
{
    std::string project = ".";
    bool json = false;
};

/// Collects the commands; the one on the command line leaves its work in `work`.
struct Commands
{
    Commands();
    ~Commands();
    Commands(const Commands&) = delete;
    Commands& operator=(const Commands&) = delete;

    std::unique_ptr<CLI::App> app;
    CommonOptions common;
    Work work;
};

/// Reads the command line. Gives the exit code where nothing is left to do: help was asked for, or
/// the line is wrong, which is said in one line on stderr.
std::optional<int> parse(Commands& commands, int argc, char** argv);

/// Makes a command below `parent`. `--project` and `--json` are understood before and after it.
CLI::App* addCommand(Commands& commands, CLI::App* parent, const std::string& name,
                     const std::string& description);

/// Runs `work` when this command is the one on the command line.
void setWork(Commands& commands, CLI::App* command, Work work);

Result<Project> openProject(const Commands& commands, Access access);
/// Makes the project where there is none yet.
Result<Project> openOrCreateProject(const Commands& commands);

/// Which checkpoint is meant: --experiment and --checkpoint.
struct CheckpointOptions
{
    qint64 experiment = 0;
    std::string checkpoint = "best";
    [[nodiscard]] CheckpointChoice choice() const;
};
void addCheckpointOptions(CLI::App* command, CheckpointOptions& options);

/// The dataset's name, alone or after --dataset.
void addDatasetName(CLI::App* command, std::string& name);

QString text(const std::string& value);
QStringList texts(const std::vector<std::string>& values);

void addDataCommands(Commands& commands);
void addDatasetCommands(Commands& commands);
void addFeatureSetCommands(Commands& commands);
void addBackboneCommands(Commands& commands);
void addTrainingCommands(Commands& commands);
void addExperimentCommands(Commands& commands);
void addEvaluationCommands(Commands& commands);
void addDecisionCommands(Commands& commands);
void addPredictionCommands(Commands& commands);
void addDeploymentCommands(Commands& commands);
void addServeCommand(Commands& commands);

} // namespace labelwright::cli
