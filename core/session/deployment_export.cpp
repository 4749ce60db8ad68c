#include "core/session/deployment_export.h"

#include "core/project/datasets.h"
#include "core/project/experiments.h"
#include "core/project/sample_reader.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "core/report/model_card.h"
#include "core/session/data_origin.h"
#include "core/session/deployment_job.h"
#include "core/session/report_job.h"

#include <QFileInfo>
#include <QLocale>

#include <ranges>
#include <utility>

namespace labelwright {

namespace {

/// As many as an export is proven on.
constexpr std::size_t proofCount = 64;

/// Samples for the proof: validation before test before training.
std::vector<SampleId> proofSamples(const Snapshot& snapshot)
{
    std::vector<SampleId> chosen;
    for (const Subset subset : {Subset::Validation, Subset::Test, Subset::Training})
        for (const std::uint32_t row : usableRows(snapshot, subset))
            if (chosen.size() < proofCount)
                chosen.push_back(snapshot.samples[row]);
    return chosen;
}

/// The dataset the experiment stood on and its version, else the newest dataset as it is now.
Result<std::pair<DatasetId, Snapshot>> proofData(const Project& project,
                                                 const Deployment& deployment)
{
    if (const auto origin = experiment(project, deployment.experiment)) {
        const auto trainedOn = version(project, origin->version);
        if (!trainedOn)
            return failureOf(trainedOn);
        auto snapshot = snapshotAt(project, *trainedOn);
        if (!snapshot)
            return failureOf(snapshot);
        return std::pair(origin->dataset, *std::move(snapshot));
    }
    const auto all = datasets(project);
    if (!all)
        return failureOf(all);
    for (const Dataset& dataset : *all | std::views::reverse) {
        auto snapshot = currentSnapshot(project, dataset.id);
        if (!snapshot)
            return failureOf(snapshot);
        if (!snapshot->samples.empty())
            return std::pair(dataset.id, *std::move(snapshot));
    }
    return failure(QStringLiteral("The export cannot be proven: the project holds no images any "
                                  "more; import some first."));
}

Result<std::vector<BundleImage>> proofImages(const Project& project, const Deployment& deployment)
{
    const auto data = proofData(project, deployment);
    if (!data)
        return failureOf(data);
    const auto locations = sampleLocations(project, data->first);
    if (!locations)
        return failureOf(locations);
    SampleReader reader(*locations);
    std::vector<BundleImage> images;
    for (const SampleId id : proofSamples(data->second)) {
        const auto stored = reader.read(id);
        const auto info = sample(project, id);
        if (stored && info) // What was moved meanwhile is no reason against the others.
            images.push_back({QFileInfo(info->name).fileName(), stored->bytes});
    }
    return images;
}

/// A card without figures, which says why.
QByteArray plainCard(const Deployment& deployment)
{
    QString text = QStringLiteral("# %1\n\n%2 of the experiment %3, deployed on %4.\n\n"
                                  "This card has no figures: the experiment or its thresholds have "
                                  "changed since the deployment was made, so that figures measured "
                                  "now would not be those of this model.\n\n"
                                  "| label | threshold |\n|---|---|\n")
                       .arg(deployment.name, checkpointInWords(deployment),
                            deployment.experimentName,
                            QLocale::c().toString(deployment.created, "d MMMM yyyy"));
    for (std::size_t i = 0; i < deployment.decisions.size(); ++i)
        text += QStringLiteral("| %1 | %2 |\n")
                    .arg(deployment.labels.at(static_cast<qsizetype>(i)))
                    .arg(static_cast<double>(deployment.decisions[i].threshold), 0, 'g', 4);
    return text.toUtf8();
}

/// Whether the experiment's checkpoint still is what the deployment was made from.
bool isUnchanged(const Deployment& deployment, const ChosenCheckpoint& chosen)
{
    return chosen.checkpoint.sha256 == deployment.sha256
           && chosen.decisions.labels == deployment.decisions
           && chosen.labels == deployment.labels;
}

Result<QByteArray> cardFor(const Project& project, const Deployment& deployment,
                           const ProgressCallback& progress, const std::stop_token& stop)
{
    const CheckpointChoice choice{deployment.experiment, deployment.kind};
    const auto chosen = chosenCheckpoint(project, choice);
    if (!chosen || !isUnchanged(deployment, *chosen))
        return plainCard(deployment);
    for (const Subset subset : {Subset::Test, Subset::Validation}) {
        const auto evaluation = evaluateCheckpoint(project, choice, subset, TruthFrom::Version,
                                                   progress, stop);
        if (stop.stop_requested())
            return tl::unexpected<Error>(cancelledError());
        if (!evaluation)
            continue;
        const auto contents = reportContents(project, *evaluation, progress, stop);
        return contents ? Result<QByteArray>(modelCard(*contents)) : failureOf(contents);
    }
    return plainCard(deployment);
}

} // namespace

QString checkpointInWords(const Deployment& deployment)
{
    return QStringLiteral("%1, epoch %2")
        .arg(checkpointKindName(deployment.kind))
        .arg(deployment.epoch);
}

Result<ExportReport> exportDeployment(const Project& project, const Deployment& deployment,
                                      const ExportTarget& target,
                                      const ProgressCallback& progress, std::stop_token stop)
{
    auto images = proofImages(project, deployment);
    if (!images)
        return failureOf(images);
    auto card = cardFor(project, deployment, progress, stop);
    if (!card)
        return failureOf(card);
    BundleRequest request;
    request.model = servedModel(deployment);
    if (const auto origin = experiment(project, deployment.experiment)) {
        auto data = dataOrigin(project, *origin);
        if (!data)
            return failureOf(data);
        request.data = *std::move(data);
    }
    request.title = deployment.name;
    request.checkpoint = checkpointInWords(deployment);
    request.program = programName();
    request.modelCard = *std::move(card);
    request.validation = *std::move(images);
    return exportModel(request, target, progress, stop);
}

} // namespace labelwright
