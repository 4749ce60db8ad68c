// evaluate and report.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/base/atomic_file.h"
#include "core/report/csv_table.h"
#include "core/report/html_report.h"
#include "core/session/report_job.h"

#include <QFileInfo>

#include <memory>

namespace labelwright::cli {

namespace {

struct EvaluateText
{
    CheckpointOptions checkpoint;
    std::string subset = "test";
    std::string truth = "version";
    std::string to;
    std::string csv;
};

void addOptions(CLI::App* command, EvaluateText& given)
{
    addCheckpointOptions(command, given.checkpoint);
    addOption(command, "--subset", given.subset, "training, validation or test (default)",
              {.words = {"training", "validation", "test"}});
    addOption(command, "--labels-as-of", given.truth,
              "version: as trained on (default); current: as corrected since",
              {.words = {"version", "current"}});
}

Result<Evaluation> evaluation(const Project& project, const EvaluateText& given, Context& context)
{
    return evaluateCheckpoint(project, given.checkpoint.choice(),
                              subsetFromText(text(given.subset)).value(),
                              given.truth == "current" ? TruthFrom::Current : TruthFrom::Version,
                              context.console.progress(), context.stop);
}

Result<int> runEvaluate(const Commands& commands, const EvaluateText& given, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto figures = evaluation(*project, given, context);
    if (!figures)
        return failureOf(figures);
    for (const QString& line : evaluationText(*figures))
        context.console.line(line);
    context.console.json(evaluationJson(*figures));
    return exitDone;
}

Result<void> refuseFolder(const QString& path)
{
    return QFileInfo(path).isDir() ? failure(path + " is a folder; name a file.")
                                   : Result<void>();
}

Result<int> runReport(const Commands& commands, const EvaluateText& given, Context& context)
{
    for (const std::string& path : {given.to, given.csv})
        if (const auto isFile = refuseFolder(text(path)); !isFile)
            return failureOf(isFile);
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto figures = evaluation(*project, given, context);
    if (!figures)
        return failureOf(figures);
    const auto contents =
        reportContents(*project, *figures, context.console.progress(), context.stop);
    if (!contents)
        return failureOf(contents);
    if (const auto written = writeFileAtomically(text(given.to), htmlReport(*contents)); !written)
        return failureOf(written);
    if (!given.csv.empty())
        if (const auto written = writeFileAtomically(text(given.csv), csvTable(contents->labels));
            !written)
            return failureOf(written);
    context.console.line("Wrote " + text(given.to) + '.');
    context.console.json({{"path", text(given.to)}});
    return exitDone;
}

} // namespace

void addEvaluationCommands(Commands& commands)
{
    auto given = std::make_shared<EvaluateText>();
    CLI::App* evaluate =
        addCommand(commands, commands.app.get(), "evaluate", "Figures of a checkpoint on a subset");
    addOptions(evaluate, *given);
    setWork(commands, evaluate, [&commands, given](Context& context) {
        return runEvaluate(commands, *given, context);
    });
    CLI::App* report = addCommand(commands, commands.app.get(), "report",
                                  "Writes an HTML report with curves, tables and matrices");
    addOptions(report, *given);
    addOption(report, "--to", given->to, "The HTML file to write",
              {.required = true, .placeholder = "FILE"});
    addOption(report, "--csv", given->csv, "Also writes the table of labels as CSV",
              {.placeholder = "FILE"});
    setWork(commands, report,
            [&commands, given](Context& context) { return runReport(commands, *given, context); });
}

} // namespace labelwright::cli
