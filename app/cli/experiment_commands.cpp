// experiment list|show|compare|rename|delete.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/project/experiments.h"
#include "core/project/labels.h"
#include "core/project/run_history.h"
#include "core/session/comparison_job.h"

#include <QJsonArray>

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
    std::vector<QStringList> rows{{"id", "name", "state", "epochs", "best mAP"}};
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

void tell(Console& console, const Experiment& experiment, const std::vector<EpochReport>& reports)
{
    console.line(QStringLiteral("Experiment %1: %2, %3")
                     .arg(experiment.id.value)
                     .arg(experiment.name, experimentStateName(experiment.state)));
    if (!experiment.stateReason.isEmpty())
        console.line(experiment.stateReason);
    for (const QJsonValue& reason : experiment.reasons)
        console.line("  " + reason["setting"].toString() + ": " + reason["reason"].toString());
    std::vector<QStringList> rows{
        {"epoch", "training loss", "validation loss", "mAP", "rate", "images/s", ""}};
    for (const EpochReport& report : reports)
        rows.push_back({QString::number(report.epoch), QString::number(report.trainingLoss, 'f', 4),
                        figureText(report.validationLoss, 4), figureText(report.validationMap),
                        QString::number(report.learningRate, 'g', 3),
                        QString::number(report.imagesPerSecond, 'f', 1),
                        report.best ? "best" : ""});
    for (const QString& line : tableText(rows))
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

QString intervalText(const std::optional<Interval>& interval)
{
    if (!interval)
        return QStringLiteral("n/a");
    return QStringLiteral("%1 (%2 … %3)")
        .arg(interval->value, 0, 'f', 3)
        .arg(interval->low, 0, 'f', 3)
        .arg(interval->high, 0, 'f', 3);
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

bool haveDifferentVersions(const Comparison& comparison)
{
    return comparison.first.model.experiment.version != comparison.second.model.experiment.version;
}

void tell(Console& console, const Comparison& comparison)
{
    console.line(QStringLiteral("%1 against %2 on %3, %4 images")
                     .arg(comparison.second.model.experiment.name,
                          comparison.first.model.experiment.name,
                          subsetName(comparison.first.subset))
                     .arg(comparison.first.figures.samples));
    console.line("mAP: " + figureText(comparison.first.figures.overall.meanAveragePrecision.value) +
                 " and " +
                 figureText(comparison.second.figures.overall.meanAveragePrecision.value) +
                 ", difference " + intervalText(comparison.difference.meanAveragePrecision));
    if (haveDifferentVersions(comparison))
        console.line(QStringLiteral("Their versions differ: both are held against the labels of "
                                    "version %1, the newer one.")
                         .arg(comparison.truth.value));
    std::vector<QStringList> rows{{"setting", "first", "second"}};
    for (const SettingDifference& difference : comparison.settings)
        rows.push_back({difference.name, difference.first, difference.second});
    console.line();
    if (rows.size() > 1)
        for (const QString& line : tableText(rows))
            console.line(line);
    else
        console.line("Their settings are the same.");
}

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
    tell(context.console, *comparison);
    context.console.json(comparisonJson(*comparison));
    return exitDone;
}

void addCompare(Commands& commands, CLI::App* parent)
{
    auto given = std::make_shared<CompareText>();
    CLI::App* command = addCommand(commands, parent, "compare",
                                   "Settings that differ, and how much the second is better by the "
                                   "labels of the newer version");
    addOption(command, "first", given->first, "Number of an experiment", {.required = true});
    addOption(command, "second", given->second, "Number of another", {.required = true});
    addOption(command, "--subset", given->subset, "training, validation or test (default)",
              {.words = {"training", "validation", "test"}});
    setWork(commands, command,
            [&commands, given](Context& context) { return runCompare(commands, *given, context); });
}

void addEdits(Commands& commands, CLI::App* parent)
{
    auto id = std::make_shared<qint64>();
    auto name = std::make_shared<std::string>();
    CLI::App* rename = addCommand(commands, parent, "rename", "Renames an experiment");
    addOption(rename, "id", *id, "Its number", {.required = true});
    addOption(rename, "new-name", *name, "Its new name", {.required = true});
    setWork(commands, rename, [&commands, id, name](Context&) -> Result<int> {
        auto project = openProject(commands, Access::ReadWrite);
        const auto done = project ? renameExperiment(*project, ExperimentId{*id}, text(*name))
                                  : Result<void>(failureOf(project));
        return done ? Result<int>(exitDone) : failureOf(done);
    });
    CLI::App* remove =
        addCommand(commands, parent, "delete", "Deletes an experiment with its checkpoints");
    addOption(remove, "id", *id, "Its number", {.required = true});
    setWork(commands, remove, [&commands, id](Context&) -> Result<int> {
        auto project = openProject(commands, Access::ReadWrite);
        const auto done = project ? deleteExperiment(*project, ExperimentId{*id})
                                  : Result<void>(failureOf(project));
        return done ? Result<int>(exitDone) : failureOf(done);
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
    addOption(show, "id", *id, "Its number (default: the newest)");
    setWork(commands, show,
            [&commands, id](Context& context) { return runShow(commands, *id, context); });
    addCompare(commands, parent);
    addEdits(commands, parent);
}

} // namespace labelwright::cli
