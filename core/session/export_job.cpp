#include "core/session/export_job.h"

#include "core/project/sample_reader.h"
#include "core/project/samples.h"
#include "core/report/model_card.h"
#include "core/session/data_origin.h"
#include "core/session/prediction_job.h"
#include "core/session/report_job.h"

#include <QFileInfo>

namespace labelwright {

namespace {

constexpr std::size_t proofImages = 64;

/// Images the export is proven on: validation, or test or training where that is empty.
Result<std::vector<BundleImage>> imagesForProof(const Project& project,
                                                const ChosenCheckpoint& chosen,
                                                const ProgressCallback& progress,
                                                std::stop_token stop)
{
    const auto locations = sampleLocations(project, chosen.experiment.dataset);
    if (!locations)
        return failureOf(locations);
    SampleReader reader(*locations);
    std::vector<BundleImage> images;
    for (const Subset subset : {Subset::Validation, Subset::Test, Subset::Training}) {
        const auto table = scoresOf(project, chosen.experiment, chosen.checkpoint, subset, progress,
                                    stop);
        if (!table)
            return failureOf(table);
        for (const SampleId id : table->samples) {
            const auto stored = reader.read(id);
            const auto info = sample(project, id);
            if (!stored || !info)
                return stored ? failureOf(info) : failureOf(stored);
            images.push_back({QFileInfo(info->name).fileName(), stored->bytes});
            if (images.size() == proofImages)
                return images;
        }
        if (!images.empty())
            return images;
    }
    return images;
}

/// The card speaks of the test subset where there is one, else of validation.
Result<QByteArray> cardFor(const Project& project, const CheckpointChoice& choice,
                           const ProgressCallback& progress, std::stop_token stop)
{
    auto evaluation = evaluateCheckpoint(project, choice, Subset::Test, TruthFrom::Version,
                                         progress, stop);
    if (!evaluation)
        evaluation = evaluateCheckpoint(project, choice, Subset::Validation, TruthFrom::Version,
                                        progress, stop);
    if (!evaluation)
        return failureOf(evaluation);
    const auto contents = reportContents(project, *evaluation, progress, stop);
    return contents ? Result<QByteArray>(modelCard(*contents)) : failureOf(contents);
}

} // namespace

Result<ExportReport> exportCheckpoint(const Project& project, const CheckpointChoice& choice,
                                      const ExportTarget& target,
                                      const ProgressCallback& progress, std::stop_token stop)
{
    const auto chosen = chosenCheckpoint(project, choice);
    if (!chosen)
        return failureOf(chosen);
    auto images = imagesForProof(project, *chosen, progress, stop);
    if (!images)
        return failureOf(images);
    auto card = cardFor(project, choice, progress, stop);
    if (!card)
        return failureOf(card);
    auto data = dataOrigin(project, chosen->experiment);
    if (!data)
        return failureOf(data);
    BundleRequest request;
    request.data = *std::move(data);
    request.model = servedModel(*chosen);
    request.title = chosen->experiment.name;
    request.checkpoint = checkpointInWords(chosen->checkpoint);
    request.program = programName();
    request.modelCard = *std::move(card);
    request.validation = *std::move(images);
    return exportModel(request, target, progress, stop);
}

} // namespace labelwright
