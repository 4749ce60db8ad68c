// experiment list|show|compare|rename|delete.

#include "app/cli/command.h"
#include "app/cli/comparison_text.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/model/solved_head.h"
#include "core/project/experiments.h"
#include "core/project/labels.h"
#include "core/project/run_history.h"
#include "core/session/comparison_job.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>

namespace labelwright::cli {

namespace {

Result<int> runList(const Commands& commands, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto all = experiments(*project);
    if (!all)
        return failureOf(all);
    QJsonArray array;
    std::vector<QStringList> rows{{"id", "name", "state", "epochs", "mAP (best epoch)"}};
    for (const Experiment& experiment : *all) {
        const auto reports = epochReports(*project, experiment.id);
        std::optional<double> best;
        if (reports)
            for (const EpochReport& report : *reports)
                if (report.best)
                    best = report.validationMap;
        rows.push_back({QString::number(experiment.id.value), experiment.name,
                        experimentStateName(experiment.state), QString::number(experiment.epochs),
                        figureText(best)});
        QJsonObject object = experimentJson(experiment);
        object.insert("bestValidationMap", numberOrNull(best));
        array.append(object);
    }
    for (const QString& line : tableText(rows))
        context.console.line(line);
    context.console.json({{"experiments", array}});
    return exitDone;
}

/// One row an epoch, the best one marked. A solved head has a strength of regularisation instead of
/// a rate and a speed.
std::vector<QStringList> epochRows(const std::vector<EpochReport>& reports, bool solved)
{
    QStringList header{"epoch", "training loss", "validation loss", "mAP"};
    header += solved ? QStringList{"C", ""} : QStringList{"rate", "images/s", ""};
    std::vector<QStringList> rows{header};
    const auto best = std::find_if(reports.rbegin(), reports.rend(), isBest);
    for (const EpochReport& report : reports) {
        QStringList row{QString::number(report.epoch),
                        QString::number(report.trainingLoss, 'f', 4),
                        figureText(report.validationLoss, 4), figureText(report.validationMap)};
        if (solved)
            row += QString::number(regularisationPath().at(static_cast<std::size_t>(report.epoch) - 1));
        else
            row += QStringList{QString::number(report.learningRate, 'g', 3),
                               QString::number(report.imagesPerSecond, 'f', 1)};
        rows.push_back(row << (best != reports.rend() && &*best == &report ? "best" : ""));
    }
    return rows;
}

void tell(Console& console, const Experiment& experiment, const std::vector<EpochReport>& reports)
{
    console.line(QStringLiteral("Experiment %1: %2, %3")
                     .arg(experiment.id.value)
                     .arg(experiment.name, experimentStateName(experiment.state)));
    if (!experiment.stateReason.isEmpty())
        console.line(experiment.stateReason);
    for (const QJsonValue& reason : experiment.reasons)
        console.line("  " + reason["setting"].toString() + ": " + reason["reason"].toString());
    for (const QString& line : tableText(epochRows(reports, headIsSolved(experiment.spec))))
        console.line(line);
}

Result<int> runShow(const Commands& commands, qint64 id, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto info = id > 0 ? experiment(*project, ExperimentId{id}) : newestExperiment(*project);
    if (!info)
        return failureOf(info);
    const auto reports = epochReports(*project, info->id);
    const auto names = labelNames(*project, info->labels);
    if (!reports || !names)
        return reports ? failureOf(names) : failureOf(reports);
    tell(context.console, *info, *reports);
    QJsonObject document = experimentJson(*info);
    QJsonArray epochs;
    for (const EpochReport& report : *reports)
        epochs.append(epochJson(report, *names));
    document.insert("labels", QJsonArray::fromStringList(*names));
    document.insert("epochReports", epochs);
    context.console.json(document);
    return exitDone;
}

QJsonValue intervalJson(const std::optional<Interval>& interval)
{
    if (!interval)
        return QJsonValue::Null;
    return QJsonObject{
        {"value", interval->value}, {"low", interval->low}, {"high", interval->high}};
}

struct CompareText
{
    qint64 first = 0;
    qint64 second = 0;
    std::string subset = "test";
};

QJsonObject comparisonJson(const Comparison& comparison)
{
    QJsonArray settings;
    for (const SettingDifference& difference : comparison.settings)
        settings.append(QJsonObject{{"setting", difference.name},
                                    {"first", difference.first},
                                    {"second", difference.second}});
    QJsonArray labels;
    for (std::size_t i = 0; i < comparison.difference.averagePrecision.size(); ++i)
        labels.append(QJsonObject{
            {"name", comparison.first.model.labels.at(static_cast<qsizetype>(i))},
            {"averagePrecision", intervalJson(comparison.difference.averagePrecision[i])}});
    return {{"first", evaluationJson(comparison.first)},
            {"second", evaluationJson(comparison.second)},
            {"truthVersion", comparison.truth.value},
            {"settings", settings},
            {"difference",
             QJsonObject{{"mAP", intervalJson(comparison.difference.meanAveragePrecision)},
                         {"secondBetterShare", comparison.difference.secondBetterShare},
                         {"labels", labels}}}};
}

Result<int> runCompare(const Commands& commands, const CompareText& given, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto comparison = compareExperiments(
        *project, ExperimentId{given.first}, ExperimentId{given.second},
        subsetFromText(text(given.subset)).value(), context.console.progress(), context.stop);
    if (!comparison)
        return failureOf(comparison);
    for (const QString& line : comparisonText(*comparison))
        context.console.line(line);
    context.console.json(comparisonJson(*comparison));
    return exitDone;
}

void addCompare(Commands& commands, CLI::App* parent)
{
    auto given = std::make_shared<CompareText>();
    CLI::App* command = addCommand(commands, parent, "compare",
                                   "Settings that differ, and how much the second is better by the "
                                   "labels of the newer version");
    addOption(command, "first", given->first, "Number of an experiment",
              {.required = true, .listedBy = "experiment list"});
    addOption(command, "second", given->second, "Number of another",
              {.required = true, .listedBy = "experiment list"});
    addOption(command, "--subset", given->subset, "training, validation or test (default)",
              {.words = {"training", "validation", "test"}});
    setWork(commands, command,
            [&commands, given](Context& context) { return runCompare(commands, *given, context); });
}

Result<int> runRename(const Commands& commands, ExperimentId id, const QString& name,
                      Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    const auto done = project ? renameExperiment(*project, id, name)
                              : Result<void>(failureOf(project));
    const auto now = done ? experiment(*project, id) : Result<Experiment>(failureOf(done));
    if (!now)
        return failureOf(now);
    context.console.line(
        QStringLiteral("The experiment %1 is called '%2' now.").arg(id.value).arg(now->name));
    context.console.json({{"id", id.value}, {"name", now->name}});
    return exitDone;
}

Result<int> runDelete(const Commands& commands, ExperimentId id, Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    const auto done = project ? deleteExperiment(*project, id) : Result<void>(failureOf(project));
    if (!done)
        return failureOf(done);
    context.console.line(QStringLiteral("Deleted experiment %1.").arg(id.value));
    context.console.json({{"deleted", id.value}});
    return exitDone;
}

void addEdits(Commands& commands, CLI::App* parent)
{
    auto id = std::make_shared<qint64>();
    auto name = std::make_shared<std::string>();
    CLI::App* rename = addCommand(commands, parent, "rename", "Renames an experiment");
    addOption(rename, "id", *id, "Its number", {.required = true, .listedBy = "experiment list"});
    addOption(rename, "new-name", *name, "Its new name", {.required = true});
    setWork(commands, rename, [&commands, id, name](Context& context) {
        return runRename(commands, ExperimentId{*id}, text(*name), context);
    });
    CLI::App* remove =
        addCommand(commands, parent, "delete", "Deletes an experiment with its checkpoints");
    addOption(remove, "id", *id, "Its number", {.required = true, .listedBy = "experiment list"});
    setWork(commands, remove, [&commands, id](Context& context) {
        return runDelete(commands, ExperimentId{*id}, context);
    });
}

} // namespace

void addExperimentCommands(Commands& commands)
{
    CLI::App* parent = addCommand(commands, commands.app.get(), "experiment",
                                  "Lists, shows, compares, renames and deletes experiments");
    requireSubcommand(parent);
    CLI::App* list = addCommand(commands, parent, "list", "All experiments of the project");
    setWork(commands, list, [&commands](Context& context) { return runList(commands, context); });
    auto id = std::make_shared<qint64>(0);
    CLI::App* show = addCommand(commands, parent, "show", "Settings, reasons and epochs");
    addOption(show, "id", *id, "Its number (default: the newest)",
              {.low = 1, .listedBy = "experiment list"});
    setWork(commands, show,
            [&commands, id](Context& context) { return runShow(commands, *id, context); });
    addCompare(commands, parent);
    addEdits(commands, parent);
}

} // namespace labelwright::cli
