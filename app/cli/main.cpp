#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/interrupt.h"

#include <QGuiApplication>

namespace {

using namespace labelwright;
using namespace labelwright::cli;

void addAll(Commands& commands)
{
    commands.app.description("Multi-label image classification: label, train, inspect, deploy.");
    commands.app.footer("Exit codes: 0 done, 1 failed (one line `error: …` on stderr), 2 wrong "
                        "usage, 3 done but for some files,\n130 stopped by Ctrl-C with the work "
                        "kept. COMMAND --help tells more.");
    commands.app.set_version_flag("--version", "labelwright-cli " LABELWRIGHT_VERSION);
    commands.app.require_subcommand(1);
    commands.app.fallthrough();
    addDataCommands(commands);
    addDatasetCommands(commands);
    addFeatureSetCommands(commands);
    addBackboneCommands(commands);
    addTrainingCommands(commands);
    addExperimentCommands(commands);
    addEvaluationCommands(commands);
    addDecisionCommands(commands);
    addPredictionCommands(commands);
}

int run(Commands& commands, const Interrupt& interrupt)
{
    Console console;
    console.setOutput(commands.common.json ? Output::Json : Output::Text);
    Context context{console, interrupt.token()};
    const Result<int> done = commands.work(context);
    if (done) {
        console.clearBar();
        return *done;
    }
    console.error(done.error());
    return isCancelled(done.error()) ? exitStopped : exitFailed;
}

/// A wrong command line, in one line with the way out.
int usageError(const Commands& commands, const CLI::ParseError& error)
{
    if (error.get_exit_code() == 0)
        return commands.app.exit(error);
    Console console;
    console.setOutput(commands.common.json ? Output::Json : Output::Text);
    console.error({QStringLiteral("%1 (see `labelwright-cli --help`)")
                       .arg(QString::fromLocal8Bit(error.what())),
                   {}});
    return exitUsage;
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const Interrupt interrupt;
    const QGuiApplication application(argc, argv);
    Commands commands;
    addAll(commands);
    try {
        commands.app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return usageError(commands, error);
    }
    return run(commands, interrupt);
}
