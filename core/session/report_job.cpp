#include "core/session/report_job.h"

#include "core/dataset/subsets.h"
#include "core/imaging/thumbnail.h"
#include "core/model/settings_words.h"
#include "core/project/datasets.h"
#include "core/project/labels.h"
#include "core/project/run_history.h"
#include "core/project/sample_reader.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "core/session/report_figures.h"

#include <QBuffer>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace labelwright {

namespace {

constexpr std::size_t shownSamples = 12;
constexpr int thumbnailSide = 160;

Result<void> addDataset(const Project& project, const Experiment& experiment,
                        ReportContents& contents)
{
    const auto info = dataset(project, experiment.dataset);
    const auto trainedOn = version(project, experiment.version);
    if (!info || !trainedOn)
        return info ? failureOf(trainedOn) : failureOf(info);
    const auto snapshot = snapshotAt(project, *trainedOn, Proposals::Ignore);
    const auto names = labelNames(project, experiment.labels);
    if (!snapshot || !names)
        return snapshot ? failureOf(names) : failureOf(snapshot);
    ReportDataset& data = contents.dataset;
    data.name = info->name;
    data.version = QStringLiteral("version %1, %2")
                       .arg(trainedOn->id.value)
                       .arg(QLocale::c().toString(trainedOn->created, "d MMMM yyyy"));
    data.featureSet = experiment.featureSetName;
    const SubsetTable table = positivesPerSubset(columnsOf(*snapshot, experiment.labels),
                                                 snapshot->subsets);
    for (std::size_t subset = 0; subset < 3; ++subset)
        data.samples[subset] = static_cast<std::size_t>(table.samples[subset]);
    for (std::size_t label = 0; label < table.labels.size(); ++label) {
        SubsetRow row{names->at(static_cast<qsizetype>(label)), {}, {}};
        for (std::size_t subset = 0; subset < 3; ++subset) {
            const SubsetCell& cell = table.labels[label][subset];
            row.positives[subset] = static_cast<std::size_t>(cell.positives);
            row.known[subset] = static_cast<std::size_t>(cell.positives + cell.negatives);
        }
        data.labels.push_back(row);
    }
    return {};
}

Result<void> addRun(const Project& project, const ChosenCheckpoint& model, ReportContents& contents)
{
    const auto epochs = epochReports(project, model.experiment.id);
    if (!epochs)
        return failureOf(epochs);
    ReportExperiment& run = contents.experiment;
    run.name = model.experiment.name;
    run.started = model.experiment.created;
    run.checkpoint = checkpointInWords(model.checkpoint);
    if (model.experiment.facts) {
        run.device = model.experiment.facts->device;
        run.precision = wordFor(model.experiment.facts->precision, precisionWords);
        run.threads = model.experiment.facts->threads;
        run.notes = model.experiment.facts->notes;
    }
    for (const EpochReport& epoch : *epochs) {
        run.trainingSeconds += epoch.seconds;
        contents.epochs.push_back({epoch.epoch, epoch.trainingLoss, epoch.validationLoss,
                                   epoch.validationMap, epoch.learningRate, epoch.imagesPerSecond,
                                   epoch.epoch == model.checkpoint.epoch});
        for (const QString& note : epoch.notes)
            run.notes.append(note);
    }
    for (const QJsonValue& value : model.experiment.reasons) {
        const QJsonObject reason = value.toObject();
        run.settings.push_back({reason["setting"].toString(), reason["reason"].toString()});
    }
    return {};
}

QByteArray smallJpeg(const QByteArray& encoded)
{
    const auto thumbnail = makeThumbnail(encoded, thumbnailSide);
    if (!thumbnail)
        return {};
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    thumbnail->save(&buffer, "JPEG", 85);
    return jpeg;
}

/// Labels that were predicted, are true, or come next; highest score first.
std::vector<ReportSample::Label> labelsWorthShowing(const Evaluation& evaluation, std::size_t row)
{
    constexpr std::size_t atLeast = 4;
    constexpr std::size_t atMost = 12;
    const std::size_t width = evaluation.figures.labels.size();
    std::vector<ReportSample::Label> all;
    for (std::size_t label = 0; label < width; ++label) {
        const float score = evaluation.scores[row * width + label];
        const Annotation truth = evaluation.truth[row * width + label];
        ReportSample::Label shown{evaluation.figures.labels[label].name,
                                  static_cast<double>(score),
                                  score >= evaluation.figures.labels[label].threshold,
                                  {}};
        if (truth != Annotation::Unknown)
            shown.truth = truth == Annotation::Present;
        all.push_back(shown);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    std::vector<ReportSample::Label> shown;
    for (const ReportSample::Label& label : all)
        if (shown.size() < atMost
            && (shown.size() < atLeast || label.predicted || label.truth.value_or(false)))
            shown.push_back(label);
    return shown;
}

Result<void> addSamples(const Project& project, const Evaluation& evaluation,
                        ReportContents& contents)
{
    const auto locations = sampleLocations(project, evaluation.model.experiment.dataset);
    if (!locations)
        return failureOf(locations);
    SampleReader reader(*locations);
    const std::size_t rows = evaluation.table.samples.size();
    const std::size_t count = std::min(shownSamples, rows);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = i * rows / count;
        const auto info = sample(project, evaluation.table.samples[row]);
        const auto stored = reader.read(evaluation.table.samples[row]);
        if (!info || !stored)
            continue; // An original that was moved leaves a gap, not a failed report.
        contents.samples.push_back({info->name, smallJpeg(stored->bytes),
                                    labelsWorthShowing(evaluation, row)});
    }
    return {};
}

} // namespace

QString programName()
{
    return QStringLiteral("Labelwright " LABELWRIGHT_VERSION);
}

Result<ReportContents> reportContents(const Project& project, const Evaluation& evaluation,
                                      const ProgressCallback& progress, std::stop_token stop)
{
    if (progress)
        progress({QStringLiteral("Computing intervals"), 0, 0});
    ReportContents contents;
    contents.title = evaluation.model.experiment.name;
    contents.subset = subsetName(evaluation.subset);
    contents.program = programName();
    contents.written = QDateTime::currentDateTime();
    contents.calibration = evaluation.model.decisions.calibrationSource;
    contents.thresholds = evaluation.model.decisions.thresholdSource;
    if (const auto added = addDataset(project, evaluation.model.experiment, contents); !added)
        return failureOf(added);
    if (const auto added = addRun(project, evaluation.model, contents); !added)
        return failureOf(added);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    addFigures(evaluation, contents);
    if (const auto added = addSamples(project, evaluation, contents); !added)
        return failureOf(added);
    return contents;
}

} // namespace labelwright
