// feature-set list|add.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/project/feature_sets.h"
#include "core/project/labels.h"
#include "core/session/experiment_setup.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>

namespace labelwright::cli {

namespace {

struct FeatureSetText
{
    std::string dataset;
    std::string name;
    std::vector<std::string> labels;
};

Result<int> runList(const Commands& commands, const QString& dataset, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto id = datasetNamed(*project, dataset);
    const auto sets =
        id ? featureSets(*project, *id) : Result<std::vector<FeatureSet>>(failureOf(id));
    if (!sets)
        return failureOf(sets);
    QJsonArray array;
    for (const FeatureSet& set : *sets) {
        const auto names = labelNames(*project, set.labels);
        if (!names)
            return failureOf(names);
        context.console.line(set.name + ": " + names->join(", "));
        array.append(QJsonObject{{"id", set.id.value},
                                 {"name", set.name},
                                 {"labels", QJsonArray::fromStringList(*names)}});
    }
    context.console.json({{"featureSets", array}});
    return exitDone;
}

QStringList namesIn(const std::vector<Label>& all)
{
    QStringList names;
    for (const Label& label : all)
        names.append(label.name);
    return names;
}

Result<std::vector<LabelId>> labelIds(const Project& project, DatasetId dataset,
                                      const QStringList& names)
{
    const auto all = labels(project, dataset);
    if (!all)
        return failureOf(all);
    std::vector<LabelId> ids;
    for (const QString& name : names) {
        const auto found = std::find_if(all->begin(), all->end(),
                                        [&](const Label& label) { return label.name == name; });
        if (found == all->end())
            return failure(QStringLiteral("The dataset has no label '%1'; it has %2.")
                               .arg(name, namesIn(*all).join(", ")));
        ids.push_back(found->id);
    }
    return ids;
}

Result<int> runAdd(const Commands& commands, const FeatureSetText& given, Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    const auto dataset = datasetNamed(*project, text(given.dataset));
    if (!dataset)
        return failureOf(dataset);
    const auto ids = labelIds(*project, *dataset, texts(given.labels));
    if (!ids)
        return failureOf(ids);
    const auto id = addFeatureSet(*project, *dataset, text(given.name), *ids);
    if (!id)
        return failureOf(id);
    context.console.line(
        QStringLiteral("Added the feature set '%1' with %2.")
            .arg(text(given.name), countText(static_cast<qint64>(ids->size()), "label")));
    context.console.json({{"id", id->value}, {"name", text(given.name)}});
    return exitDone;
}

} // namespace

void addFeatureSetCommands(Commands& commands)
{
    CLI::App* parent = addCommand(commands, commands.app.get(), "feature-set",
                                  "Lists and adds named choices of labels");
    requireSubcommand(parent);
    auto given = std::make_shared<FeatureSetText>();
    CLI::App* list = addCommand(commands, parent, "list", "All feature sets of a dataset");
    addDatasetName(list, given->dataset);
    setWork(commands, list, [&commands, given](Context& context) {
        return runList(commands, text(given->dataset), context);
    });
    CLI::App* add = addCommand(commands, parent, "add", "Adds a feature set");
    addOption(add, "name", given->name, "Its name", {.required = true});
    addOption(add, "--labels", given->labels, "Its labels, separated by commas",
              {.required = true, .delimiter = ','});
    addOption(add, "--dataset", given->dataset, "Name of the dataset (default: the newest)");
    setWork(commands, add,
            [&commands, given](Context& context) { return runAdd(commands, *given, context); });
}

} // namespace labelwright::cli
