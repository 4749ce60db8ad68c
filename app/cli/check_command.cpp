// dataset check.

#include "app/cli/check_command.h"

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/originals.h"
#include "core/session/check_job.h"
#include "core/session/experiment_setup.h"
#include "core/session/import_job.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <optional>

namespace labelwright::cli {

namespace {

struct CheckText
{
    std::string name;
    bool again = false;
};

/// Ends the import with what can be used now; gives how many that could not be used before.
Result<qint64> checkAgain(Project& project, DatasetId id, Context& context)
{
    const auto mended = recheckDataset(project, id, context.console.progress(), context.stop);
    if (!mended)
        return mended;
    const auto done =
        finishImport(project, id, std::nullopt, context.console.progress(), context.stop);
    return done ? mended : Result<qint64>(failureOf(done));
}

void tellUnusable(Console& console, const Dataset& dataset, const CheckText& given)
{
    if (given.again && dataset.problems > 0)
        console.line(countText(dataset.problems, "image")
                     + " still cannot be used; `dataset show` says why.");
    else if (dataset.problems + dataset.pending > 0)
        console.line(QStringLiteral("%1 could not be used and %2 still to be checked; "
                                    "`dataset check --again` looks at them.")
                         .arg(countText(dataset.problems, "image"))
                         .arg(dataset.pending == 1 ? QStringLiteral("1 is")
                                                   : QStringLiteral("%1 are").arg(dataset.pending)));
}

Result<int> runCheck(const Commands& commands, const CheckText& given, Context& context)
{
    auto project = openProject(commands, given.again ? Access::ReadWrite : Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto id = datasetNamed(*project, text(given.name));
    if (!id)
        return failureOf(id);
    const auto mended = given.again ? checkAgain(*project, *id, context) : Result<qint64>(0);
    if (!mended)
        return failureOf(mended);
    const auto info = dataset(*project, *id);
    const auto problems = verifyOriginals(*project, *id);
    if (!info || !problems)
        return info ? failureOf(problems) : failureOf(info);
    QJsonArray array;
    for (const SampleProblem& problem : *problems) {
        context.console.line(problem.name + ": " + problem.problem);
        array.append(QJsonObject{{"name", problem.name}, {"problem", problem.problem}});
    }
    if (problems->empty())
        context.console.line("Every usable image is where it was and unchanged.");
    if (*mended > 0)
        context.console.line(countText(*mended, "image") + " can be used now.");
    tellUnusable(context.console, *info, given);
    context.console.json({{"problems", array},
                          {"mended", *mended},
                          {"unusable", info->problems},
                          {"pending", info->pending}});
    const bool isGood = problems->empty() && !(given.again && info->problems > 0);
    return isGood ? exitDone : exitPartly;
}

} // namespace

void addCheckCommand(Commands& commands, CLI::App* parent)
{
    auto given = std::make_shared<CheckText>();
    CLI::App* command = addCommand(commands, parent, "check",
                                   "Looks whether every image is still there and unchanged");
    addOption(command, "name", given->name, "Name of the dataset (default: the newest)");
    addFlag(command, "--again", given->again,
            "Also checks images once more that could not be used, and those not checked yet");
    setWork(commands, command,
            [&commands, given](Context& context) { return runCheck(commands, *given, context); });
}

} // namespace labelwright::cli
