// dataset list|show|split|export|rename|delete.

#include "app/cli/check_command.h"
#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/labels.h"
#include "core/project/versions.h"
#include "core/session/dataset_export_job.h"
#include "core/session/experiment_setup.h"
#include "core/session/import_job.h"

#include <QJsonArray>

#include <memory>
#include <optional>

namespace labelwright::cli {

namespace {

Result<QStringList> namesOfLabels(const Project& project, DatasetId dataset)
{
    const auto all = labels(project, dataset);
    if (!all)
        return failureOf(all);
    QStringList names;
    for (const Label& label : *all)
        if (!label.archived)
            names.append(label.name);
    return names;
}

QJsonObject datasetJson(const Dataset& dataset)
{
    return {{"id", dataset.id.value},
            {"name", dataset.name},
            {"created", dataset.created.toString(Qt::ISODate)},
            {"samples", dataset.samples},
            {"pending", dataset.pending},
            {"problems", dataset.problems}};
}

Result<int> runList(const Commands& commands, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    const auto all =
        project ? datasets(*project) : Result<std::vector<Dataset>>(failureOf(project));
    if (!all)
        return failureOf(all);
    QJsonArray array;
    std::vector<QStringList> rows{{"dataset", "images", "to check", "unusable"}};
    for (const Dataset& dataset : *all) {
        array.append(datasetJson(dataset));
        rows.push_back({dataset.name, QString::number(dataset.samples),
                        QString::number(dataset.pending), QString::number(dataset.problems)});
    }
    for (const QString& line : tableText(rows))
        context.console.line(line);
    context.console.json({{"datasets", array}});
    return exitDone;
}

Result<int> runShow(const Commands& commands, const QString& name, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto id = datasetNamed(*project, name);
    const auto info = id ? dataset(*project, *id) : Result<Dataset>(failureOf(id));
    if (!info)
        return failureOf(info);
    const auto table = subsetTable(*project, *id);
    const auto names = namesOfLabels(*project, *id);
    const auto problems = sampleProblems(*project, *id);
    const auto saved = versions(*project, *id);
    if (!table || !names || !problems || !saved)
        return table ? (names ? (problems ? failureOf(saved) : failureOf(problems))
                              : failureOf(names))
                     : failureOf(table);
    context.console.line(QStringLiteral("%1: %2, %3, %4")
                             .arg(info->name, countText(info->samples, "image"),
                                  countText(names->size(), "label"),
                                  countText(static_cast<qint64>(saved->size()), "version")));
    for (const QString& line : subsetTableText(*table, *names))
        context.console.line(line);
    QJsonArray unusable;
    for (const SampleProblem& problem : *problems) {
        context.console.line("! " + problem.name + ": " + problem.problem);
        unusable.append(QJsonObject{{"name", problem.name}, {"problem", problem.problem}});
    }
    QJsonObject document = datasetJson(*info);
    document.insert("subsets", subsetTableJson(*table, *names));
    document.insert("unusable", unusable);
    context.console.json(document);
    return exitDone;
}

struct SplitOptionsText
{
    std::string dataset;
    std::vector<double> shares; ///< Three, or empty: not given.
    std::optional<std::uint64_t> seed;
    bool pairs = false;
    bool resplit = false;
    bool keepLookAlikesApart = false;
    std::vector<std::string> training, validation, test;

    [[nodiscard]] bool hasConditions() const
    {
        return !training.empty() || !validation.empty() || !test.empty();
    }
    [[nodiscard]] bool isEmpty() const
    {
        return shares.empty() && !seed && !pairs && !resplit && !keepLookAlikesApart &&
               !hasConditions();
    }
};

/// Nothing when no option was given.
Result<std::optional<SplitOptions>> splitOptions(const SplitOptionsText& given)
{
    if (given.isEmpty())
        return std::nullopt;
    SplitOptions options;
    for (std::size_t i = 0; i < given.shares.size(); ++i)
        options.shares[i] = given.shares[i];
    options.seed = given.seed.value_or(options.seed);
    if (!given.shares.empty() || given.hasConditions())
        options.nothingFree = NothingFree::Error;
    options.stratification = given.pairs ? Stratification::LabelPairs : Stratification::Labels;
    options.resplit = given.resplit ? Resplit::Yes : Resplit::No;
    if (given.keepLookAlikesApart)
        options.lookAlikeDistance = -1;
    const std::pair<Subset, const std::vector<std::string>*> sources[] = {
        {Subset::Training, &given.training},
        {Subset::Validation, &given.validation},
        {Subset::Test, &given.test}};
    for (const auto& [subset, conditions] : sources)
        for (const std::string& condition : *conditions) {
            const auto parsed = subsetConditionFromText(text(condition));
            if (!parsed)
                return failureOf(parsed);
            options.rules.push_back({*parsed, subset});
        }
    return options;
}

void tell(Console& console, const SplitOutcome& outcome)
{
    console.line(QStringLiteral("Assigned %1 that had no subset, moved %2.")
                     .arg(countText(outcome.assigned, "image"), countText(outcome.moved, "other")));
    if (outcome.unmatched > 0)
        console.line(QStringLiteral("%1 no condition and stayed where %2.")
                         .arg(countText(outcome.unmatched, "image")
                                  + (outcome.unmatched == 1 ? " meets" : " meet"),
                              outcome.unmatched == 1 ? "it was" : "they were"));
    console.line();
}

Result<int> runSplit(const Commands& commands, const SplitOptionsText& given, Context& context)
{
    const auto options = splitOptions(given);
    if (!options)
        return failureOf(options);
    auto project = openProject(commands, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    const auto id = datasetNamed(*project, text(given.dataset));
    if (!id)
        return failureOf(id);
    const auto done =
        finishImport(*project, *id, *options, context.console.progress(), context.stop);
    if (!done)
        return failureOf(done);
    const auto table = subsetTable(*project, *id);
    const auto names = namesOfLabels(*project, *id);
    if (!table || !names)
        return table ? failureOf(names) : failureOf(table);
    tell(context.console, *done);
    for (const QString& line : subsetTableText(*table, *names))
        context.console.line(line);
    QJsonObject document = subsetTableJson(*table, *names);
    document.insert("assigned", done->assigned);
    document.insert("moved", done->moved);
    document.insert("unmatched", done->unmatched);
    context.console.json(document);
    return exitDone;
}

void addSplit(Commands& commands, CLI::App* parent)
{
    auto given = std::make_shared<SplitOptionsText>();
    CLI::App* command =
        addCommand(commands, parent, "split", "Assigns samples to training, validation and test");
    addDatasetName(command, given->dataset);
    addOption(command, "--shares", given->shares, "Training, validation and test (default 80 10 10)",
              {.atLeast = 3, .atMost = 3});
    addOption(command, "--seed", given->seed, "Seed (default: that of the import, else 1)");
    addFlag(command, "--pairs", given->pairs, "Keeps pairs of labels in proportion too");
    addFlag(command, "--resplit", given->resplit,
            "Distributes samples anew that belong to a subset already");
    addFlag(command, "--ignore-look-alikes", given->keepLookAlikesApart,
            "Does not keep near-identical images on one side");
    addOption(command, "--training-where", given->training,
              "Condition like \"camera = north\" or \"year < 2020\"");
    addOption(command, "--validation-where", given->validation, "The same for validation");
    addOption(command, "--test-where", given->test, "The same for test");
    setWork(commands, command,
            [&commands, given](Context& context) { return runSplit(commands, *given, context); });
}

struct ExportOptionsText
{
    std::string dataset;
    std::string to;
    bool scores = false;
    CheckpointOptions checkpoint;
};

Result<int> runExport(const Commands& commands, const ExportOptionsText& given, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto id = datasetNamed(*project, text(given.dataset));
    if (!id)
        return failureOf(id);
    const auto scoredBy = given.scores ? std::optional(given.checkpoint.choice()) : std::nullopt;
    const auto done = exportDataset(*project, *id, text(given.to), scoredBy,
                                    context.console.progress(), context.stop);
    if (!done)
        return failureOf(done);
    context.console.line(
        "Wrote " + text(given.to) + " with " + countText(done->images, "image") + '.');
    if (done->leftOut > 0)
        context.console.line(countText(done->leftOut, "image")
                             + (done->leftOut == 1 ? " that cannot be used was left out; "
                                                   : " that cannot be used were left out; ")
                             + "`dataset show` names them.");
    context.console.json(
        {{"path", text(given.to)}, {"images", done->images}, {"leftOut", done->leftOut}});
    return exitDone;
}

void addExport(Commands& commands, CLI::App* parent)
{
    auto given = std::make_shared<ExportOptionsText>();
    CLI::App* command =
        addCommand(commands, parent, "export", "Writes a dataset as zip with index.csv");
    addDatasetName(command, given->dataset);
    addOption(command, "--to", given->to, "The zip to write",
              {.required = true, .placeholder = "ZIP"});
    addFlag(command, "--scores", given->scores, "Adds a column score:LABEL for each label");
    addCheckpointOptions(command, given->checkpoint);
    setWork(commands, command,
            [&commands, given](Context& context) { return runExport(commands, *given, context); });
}

Result<int> runRename(const Commands& commands, const QString& name, const QString& newName,
                      Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    const auto found = project ? findDataset(*project, name) : Result<Dataset>(failureOf(project));
    if (!found)
        return failureOf(found);
    const auto done = renameDataset(*project, found->id, newName);
    const auto now = done ? dataset(*project, found->id) : Result<Dataset>(failureOf(done));
    if (!now)
        return failureOf(now);
    context.console.line(
        QStringLiteral("The dataset '%1' is called '%2' now.").arg(found->name, now->name));
    context.console.json({{"id", now->id.value}, {"name", now->name}});
    return exitDone;
}

Result<int> runDelete(const Commands& commands, const QString& name, Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    const auto found = project ? findDataset(*project, name) : Result<Dataset>(failureOf(project));
    if (!found)
        return failureOf(found);
    if (const auto done = deleteDataset(*project, found->id); !done)
        return failureOf(done);
    context.console.line(QStringLiteral("Deleted the dataset '%1'.").arg(found->name));
    context.console.json({{"deleted", found->id.value}, {"name", found->name}});
    return exitDone;
}

void addEdits(Commands& commands, CLI::App* parent)
{
    auto names = std::make_shared<std::pair<std::string, std::string>>();
    CLI::App* rename = addCommand(commands, parent, "rename", "Renames a dataset");
    addOption(rename, "name", names->first, "Its name", {.required = true});
    addOption(rename, "new-name", names->second, "Its new name", {.required = true});
    setWork(commands, rename, [&commands, names](Context& context) {
        return runRename(commands, text(names->first), text(names->second), context);
    });
    CLI::App* remove =
        addCommand(commands, parent, "delete", "Deletes a dataset that no experiment uses");
    addOption(remove, "name", names->first, "Its name", {.required = true});
    setWork(commands, remove, [&commands, names](Context& context) {
        return runDelete(commands, text(names->first), context);
    });
}

} // namespace

void addDatasetCommands(Commands& commands)
{
    CLI::App* parent = addCommand(commands, commands.app.get(), "dataset",
                                  "Lists, shows, splits, exports, checks, renames and deletes "
                                  "datasets");
    requireSubcommand(parent);
    auto name = std::make_shared<std::string>();
    CLI::App* list = addCommand(commands, parent, "list", "All datasets of the project");
    setWork(commands, list, [&commands](Context& context) { return runList(commands, context); });
    CLI::App* show = addCommand(commands, parent, "show", "Subsets, labels and unusable images");
    addOption(show, "name", *name, "Name of the dataset (default: the newest)");
    setWork(commands, show, [&commands, name](Context& context) {
        return runShow(commands, text(*name), context);
    });
    addCheckCommand(commands, parent);
    addSplit(commands, parent);
    addExport(commands, parent);
    addEdits(commands, parent);
}

} // namespace labelwright::cli
