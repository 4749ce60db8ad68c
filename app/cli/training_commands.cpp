// advise, train, resume, find-rate.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "app/cli/training_progress.h"
#include "core/base/atomic_file.h"
#include "core/base/parallel.h"
#include "core/model/model_json.h"
#include "core/model/settings_words.h"
#include "core/model/solved_head.h"
#include "core/project/labels.h"
#include "core/session/experiment_setup.h"
#include "core/session/import_job.h"
#include "core/session/rate_job.h"
#include "core/session/training_job.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <memory>
#include <optional>

namespace labelwright::cli {

namespace {

struct TrainOptionsText
{
    std::string dataset, featureSet, backbone, regime, precision, spec, name;
    int epochs = 0;
    int threads = -1;
    int batchSize = 0;
    double rate = 0;
    std::optional<std::uint64_t> seed;
    qint64 experiment = 0;
};

void addChoices(CLI::App* command, TrainOptionsText& given)
{
    addOption(command, "--dataset", given.dataset, "Name of the dataset (default: the newest)");
    addOption(command, "--feature-set", given.featureSet, "Name of the feature set (default: all)");
    addOption(command, "--backbone", given.backbone, "Name of the backbone, or none",
              {.placeholder = "NAME|none"});
    addOption(command, "--regime", given.regime, "frozen or fine-tune",
              {.words = {"frozen", "fine-tune"}});
    addOption(command, "--epochs", given.epochs, "Epochs at most", {.low = 1, .high = 10'000});
    addOption(command, "--seed", given.seed,
              "Seed of everything random (default: that of --spec, else 1)");
}

AdviceWishes wishesOf(const TrainOptionsText& given)
{
    AdviceWishes wishes;
    if (!given.backbone.empty())
        wishes.backbone = text(given.backbone);
    if (!given.regime.empty())
        wishes.regime = given.regime == "frozen" ? Regime::Frozen : Regime::FineTune;
    if (given.epochs > 0)
        wishes.epochs = given.epochs;
    wishes.seed = given.seed.value_or(wishes.seed);
    return wishes;
}

/// A spec file holds {"spec": …, "settings": …} as `advise --json` writes it, or a spec alone.
Result<void> applySpecFile(const QString& path, Advice& advice)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return failureOf(bytes);
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    const auto spec = object.contains("spec") ? modelSpecFromJson(object["spec"].toObject())
                                              : modelSpecFromText(*bytes);
    if (!spec)
        return failure(path + ": " + spec.error().summary, spec.error().detail);
    advice.spec = *spec;
    if (object.contains("settings")) {
        if (!object["settings"].isObject())
            return failure(path + ": \"settings\" must be an object, as `labelwright-cli advise "
                                  "--json` writes it.");
        const auto settings = runSettingsFromJson(object["settings"].toObject());
        if (!settings)
            return failure(path + ": " + settings.error().summary, settings.error().detail);
        advice.settings = *settings;
    }
    advice.reasons = {{"Model", "Taken from the file " + path + '.'}};
    advice.warnings.clear();
    return {};
}

Result<void> applySettings(const TrainOptionsText& given, RunSettings& settings)
{
    if (!given.precision.empty()) {
        const auto precision = valueFor(text(given.precision), precisionWords);
        if (!precision)
            return failure(QStringLiteral("The precision is auto, f32 or bf16."));
        settings.precision = *precision;
    }
    if (given.threads >= 0)
        settings.threads = std::min(given.threads, defaultThreadCount());
    if (given.batchSize > 0)
        settings.batchSize = given.batchSize;
    if (given.rate > 0)
        settings.learningRate = given.rate;
    if (given.epochs > 0)
        settings.epochs = given.epochs;
    settings.seed = given.seed.value_or(settings.seed);
    return {};
}

Result<Advice> chosen(const Project& project, const ExperimentTarget& target,
                      const TrainOptionsText& given)
{
    AdviceWishes wishes = wishesOf(given);
    if (!given.spec.empty() && !wishes.backbone)
        wishes.backbone = QStringLiteral("none"); // The file says what is used.
    auto advice = adviseFor(project, target, wishes);
    if (!advice)
        return advice;
    if (!given.spec.empty())
        if (const auto applied = applySpecFile(text(given.spec), *advice); !applied)
            return failureOf(applied);
    if (const auto applied = applySettings(given, advice->settings); !applied)
        return failureOf(applied);
    return advice;
}

/// Says which of the given options change nothing where the head is solved.
void warnOfIgnored(const TrainOptionsText& given, const ModelSpec& spec, Console& console)
{
    QStringList ignored;
    if (given.epochs > 0)
        ignored.append("--epochs");
    if (given.batchSize > 0)
        ignored.append("--batch-size");
    if (given.rate > 0)
        ignored.append("--rate");
    if (!headIsSolved(spec) || ignored.isEmpty())
        return;
    console.note(QStringLiteral("! %1 %2 no effect: the head is solved exactly by logistic "
                                "regression.")
                     .arg(ignored.join(", "), ignored.size() > 1 ? QStringLiteral("have")
                                                                 : QStringLiteral("has")));
}

Result<int> runAdvise(const Commands& commands, const TrainOptionsText& given, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const auto advice =
        adviseFor(*project, {text(given.dataset), text(given.featureSet)}, wishesOf(given));
    if (!advice)
        return failureOf(advice);
    warnOfIgnored(given, advice->spec, context.console);
    for (const Advice::Reason& reason : advice->reasons)
        context.console.line(reason.setting + ": " + reason.sentence);
    for (const QString& warning : advice->warnings)
        context.console.line("! " + warning);
    context.console.json(adviceJson(*advice));
    return exitDone;
}

/// What became of a run that was stopped, and how to go on.
QString stoppedText(const Experiment& experiment)
{
    const QString resume =
        QStringLiteral("`labelwright-cli resume --experiment %1`").arg(experiment.id.value);
    if (experiment.epochs == 0)
        return QStringLiteral("Stopped before the first epoch ended: go on with ") + resume;
    return QStringLiteral("Stopped after epoch %1; the work is kept: go on with %2")
        .arg(experiment.epochs)
        .arg(resume);
}

/// Trains, telling about it, and reports how it ended.
Result<int> runAndReport(Project& project, const Experiment& experiment, Context& context)
{
    const auto names = labelNames(project, experiment.labels);
    if (!names)
        return failureOf(names);
    TrainingProgress watcher(context.console, experiment);
    RunControl control;
    const auto outcome =
        runExperiment(project, experiment.id, watcher.events(), control, context.stop);
    const bool stopped = outcome ? !outcome->finished : isCancelled(outcome.error());
    if (!outcome && !stopped)
        return failureOf(outcome);
    const Experiment now = labelwright::experiment(project, experiment.id).value_or(experiment);
    context.console.line(stopped ? stoppedText(now) : outcome->reason);
    const auto reports = epochReports(project, experiment.id);
    if (!reports)
        return failureOf(reports);
    QJsonArray epochs;
    for (const EpochReport& report : *reports)
        epochs.append(epochJson(report, *names));
    QJsonObject document = experimentJson(now);
    document.insert("epochReports", epochs);
    context.console.json(document);
    return stopped ? exitStopped : exitDone;
}

Result<int> runTrain(const Commands& commands, const TrainOptionsText& given, Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    const ExperimentTarget target{text(given.dataset), text(given.featureSet)};
    const auto dataset = datasetNamed(*project, target.dataset);
    if (!dataset)
        return failureOf(dataset);
    // A check that was interrupted goes on first: training waits for it.
    if (const auto ready =
            finishImport(*project, *dataset, std::nullopt,
                         context.console.progress(StepLines::Always), context.stop);
        !ready)
        return failureOf(ready);
    const auto advice = chosen(*project, target, given);
    if (!advice)
        return failureOf(advice);
    for (const QString& warning : advice->warnings)
        context.console.note("! " + warning);
    warnOfIgnored(given, advice->spec, context.console);
    if (given.threads > defaultThreadCount())
        context.console.note(QStringLiteral("! This machine has %1: --threads %2 is taken as %3.")
                                 .arg(countText(defaultThreadCount(), "core"))
                                 .arg(given.threads)
                                 .arg(defaultThreadCount()));
    const auto experiment = setUpExperiment(*project, target, *advice, text(given.name));
    if (!experiment)
        return failureOf(experiment);
    context.console.line(
        QStringLiteral("Experiment %1: %2").arg(experiment->id.value).arg(experiment->name));
    return runAndReport(*project, *experiment, context);
}

Result<int> runResume(const Commands& commands, const TrainOptionsText& given, Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    auto info = given.experiment > 0 ? experiment(*project, ExperimentId{given.experiment})
                                     : newestExperiment(*project);
    if (!info)
        return failureOf(info);
    const bool solved = headIsSolved(info->spec);
    if (info->state == ExperimentState::Finished && solved)
        return failure(QStringLiteral("The experiment %1 ('%2') is finished: its head is solved "
                                      "exactly, so more epochs change nothing.")
                           .arg(info->id.value)
                           .arg(info->name));
    warnOfIgnored(given, info->spec, context.console);
    if (info->state == ExperimentState::Finished && given.epochs <= info->settings.epochs)
        return failure(QStringLiteral("The experiment %1 ('%2') is finished (%3): give more with "
                                      "--epochs to go on.")
                           .arg(info->id.value)
                           .arg(info->name, countText(info->epochs, "epoch")));
    if (!solved && given.epochs > info->settings.epochs) {
        info->settings.epochs = given.epochs;
        if (const auto stored = setRunSettings(*project, info->id, info->settings); !stored)
            return failureOf(stored);
    }
    return runAndReport(*project, *info, context);
}

/// A rate of one digit: "3e-4".
QString rateText(double rate)
{
    return QString::number(rate, 'e', 0).replace("e-0", "e-").replace("e+00", "");
}

void tell(Console& console, const RateSearch& search)
{
    std::vector<QStringList> rows{{"learning rate", "loss"}};
    for (const RatePoint& point : search.points)
        rows.push_back({QString::number(point.learningRate, 'e', 2),
                        QString::number(point.loss, 'f', 4)});
    for (const QString& line : tableText(rows))
        console.line(line);
    console.line();
    console.line(search.suggested
                     ? QStringLiteral("Use about %1: `labelwright-cli train --rate %1`")
                           .arg(rateText(*search.suggested))
                     : QStringLiteral("The loss never fell clearly, so no rate can be suggested."));
}

Result<int> runFindRate(const Commands& commands, const TrainOptionsText& given, Context& context)
{
    auto project = openProject(commands, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    const auto search =
        searchRateFor(*project, {text(given.dataset), text(given.featureSet)}, wishesOf(given),
                      context.console.progress(StepLines::Always), context.stop);
    if (!search)
        return failureOf(search);
    tell(context.console, *search);
    QJsonArray points;
    for (const RatePoint& point : search->points)
        points.append(QJsonObject{{"learningRate", point.learningRate}, {"loss", point.loss}});
    context.console.json({{"points", points}, {"suggested", numberOrNull(search->suggested)}});
    return exitDone;
}

} // namespace

void addTrainingCommands(Commands& commands)
{
    auto given = std::make_shared<TrainOptionsText>();
    CLI::App* advise = addCommand(commands, commands.app.get(), "advise",
                                  "Says which network and settings fit the data, and why");
    addChoices(advise, *given);
    setWork(commands, advise,
            [&commands, given](Context& context) { return runAdvise(commands, *given, context); });
    CLI::App* train =
        addCommand(commands, commands.app.get(), "train", "Makes an experiment and runs it");
    addChoices(train, *given);
    addOption(train, "--threads", given->threads, "Threads (default: all cores)",
              {.low = 0, .high = 1024});
    addOption(train, "--precision", given->precision, "auto (default), f32 or bf16",
              {.words = {"auto", "f32", "bf16"}});
    addOption(train, "--batch-size", given->batchSize, "Images per step", {.low = 1, .high = 4096});
    addOption(train, "--rate", given->rate, "Learning rate of the last layers",
              {.low = 1e-9, .high = 10.0});
    addOption(train, "--spec", given->spec, "Model and settings from a file, see advise --json",
              {.placeholder = "FILE"});
    addOption(train, "--name", given->name, "Name of the experiment");
    setWork(commands, train,
            [&commands, given](Context& context) { return runTrain(commands, *given, context); });
    CLI::App* resume = addCommand(commands, commands.app.get(), "resume",
                                  "Goes on with a stopped or killed experiment");
    addOption(resume, "--experiment", given->experiment, "Its number (default: the newest)",
              {.placeholder = "ID", .low = 1, .listedBy = "experiment list"});
    addOption(resume, "--epochs", given->epochs, "Epochs in all, to go on with a finished one");
    setWork(commands, resume,
            [&commands, given](Context& context) { return runResume(commands, *given, context); });
    CLI::App* find = addCommand(commands, commands.app.get(), "find-rate",
                                "Learning-rate range test: loss while the rate rises");
    addChoices(find, *given);
    setWork(commands, find, [&commands, given](Context& context) {
        return runFindRate(commands, *given, context);
    });
}

} // namespace labelwright::cli
