#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/interrupt.h"
#include "core/base/heap.h"

#include <QCoreApplication>

namespace {

using namespace labelwright;
using namespace labelwright::cli;

void addAll(Commands& commands)
{
    addDataCommands(commands);
    addDatasetCommands(commands);
    addFeatureSetCommands(commands);
    addBackboneCommands(commands);
    addTrainingCommands(commands);
    addExperimentCommands(commands);
    addEvaluationCommands(commands);
    addDecisionCommands(commands);
    addPredictionCommands(commands);
    addDeploymentCommands(commands);
    addServeCommand(commands);
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

} // namespace

int main(int argc, char** argv)
{
    keepLargeBlocks();
    const Interrupt interrupt;
    const QCoreApplication application(argc, argv);
    Commands commands;
    addAll(commands);
    if (const std::optional<int> ended = parse(commands, argc, argv))
        return *ended;
    return run(commands, interrupt);
}
