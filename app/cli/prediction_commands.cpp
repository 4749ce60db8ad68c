// predict.

#include "app/cli/csv_output.h"
#include "app/cli/deployment_parts.h"
#include "app/cli/exit_codes.h"
#include "app/cli/export_command.h"
#include "app/cli/result_json.h"
#include "core/session/deployment_job.h"
#include "core/session/prediction_job.h"

#include <QJsonArray>

#include <memory>

namespace labelwright::cli {

namespace {

struct PredictText
{
    CheckpointOptions checkpoint;
    std::string deployment; ///< Its number or name; empty: a checkpoint.
    std::vector<std::string> paths;
    bool csv = false;
};

/// "sky 0.98, water 0.71 | people 0.31": what is present, then the next best.
QString predictionLine(const QString& file, const Result<Prediction>& prediction,
                       const QStringList& labels)
{
    if (!prediction)
        return file + ": " + prediction.error().summary;
    QStringList present;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        if (prediction->present[index])
            present.append(QStringLiteral("%1 %2")
                               .arg(labels.at(i))
                               .arg(static_cast<double>(prediction->scores[index]), 0, 'f', 2));
    }
    return file + ": " + (present.isEmpty() ? QStringLiteral("no label") : present.join(", "));
}

/// What predicts, and what the JSON says of it.
struct PredictSource
{
    ServedModel model;
    QJsonObject origin;
};

Result<PredictSource> sourceOf(const Project& project, const PredictText& given)
{
    if (given.deployment.empty()) {
        const auto chosen = chosenCheckpoint(project, given.checkpoint.choice());
        if (!chosen)
            return failureOf(chosen);
        return PredictSource{servedModel(*chosen),
                             {{"experiment", chosen->experiment.id.value},
                              {"checkpoint", checkpointKindName(chosen->checkpoint.kind)}}};
    }
    const auto deployed = chosenDeployment(project, text(given.deployment));
    if (!deployed)
        return failureOf(deployed);
    if (!deployed->enabled)
        return failure(QStringLiteral("The deployment %1 is disabled; enable it with "
                                      "'deployment enable %2'.")
                           .arg(deployed->name)
                           .arg(deployed->id.value));
    PredictSource source{servedModel(*deployed), {{"deployment", deployed->id.value}}};
    source.model.labels = deployed->outputNames;
    return source;
}

Result<int> runPredict(const Commands& commands, const PredictText& given, Context& context)
{
    const auto files = imageFilesIn(texts(given.paths));
    if (!files)
        return failureOf(files);
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto source = sourceOf(*project, given);
    if (!source)
        return failureOf(source);
    const QStringList& labels = source->model.labels;
    const auto service = PredictionService::open(source->model);
    if (!service)
        return failureOf(service);
    QJsonArray predictions;
    bool allGood = true;
    if (given.csv)
        context.console.line(predictionCsvHeader(labels));
    const auto done = predictFiles(
        *service, *files,
        [&](std::size_t index, const Result<Prediction>& prediction) {
            const QString& file = files->at(static_cast<qsizetype>(index));
            allGood = allGood && prediction.has_value();
            if (context.console.isJson())
                predictions.append(predictionJson(file, prediction, labels));
            else
                context.console.line(given.csv ? predictionCsvLine(file, prediction, labels)
                                               : predictionLine(file, prediction, labels));
        },
        context.console.progress(), context.stop);
    if (!done)
        return failureOf(done);
    QJsonObject document = source->origin;
    document.insert("labels", QJsonArray::fromStringList(labels));
    document.insert("predictions", predictions);
    context.console.json(document);
    return allGood ? exitDone : exitPartly;
}

} // namespace

void addPredictionCommands(Commands& commands)
{
    auto given = std::make_shared<PredictText>();
    CLI::App* predict = addCommand(commands, commands.app.get(), "predict",
                                   "Predicts the labels of image files and folders");
    addCheckpointOptions(predict, given->checkpoint);
    addOption(predict, "--deployment", given->deployment,
              "Number or name of an enabled deployment, in place of a checkpoint",
              {.placeholder = "ID|NAME", .excludes = {"--experiment", "--checkpoint"}});
    addOption(predict, "files", given->paths, "Images or folders of images", {.required = true});
    addFlag(predict, "--csv", given->csv, "A CSV table: scores, then decisions as 1 and 0",
            {.excludes = {"--json"}});
    setWork(commands, predict,
            [&commands, given](Context& context) { return runPredict(commands, *given, context); });
    addExportCommand(commands);
}

} // namespace labelwright::cli
