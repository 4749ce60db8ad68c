#include "core/session/scoring.h"

#include "core/base/parallel.h"
#include "core/nn/predictor.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "core/session/prepared_images.h"

#include <algorithm>

namespace labelwright {

namespace {

Result<Snapshot> snapshotFor(const Project& project, const Experiment& experiment, TruthFrom from)
{
    if (from == TruthFrom::Current)
        return currentSnapshot(project, experiment.dataset, Proposals::Ignore);
    const auto trainedOn = version(project, experiment.version);
    return trainedOn ? snapshotAt(project, *trainedOn, Proposals::Ignore)
                     : Result<Snapshot>(failureOf(trainedOn));
}

/// Batches between two looks at the stop token.
constexpr std::size_t batchSize = 32;

Result<std::vector<float>> logitsOf(const Predictor& predictor, const PixelSource& images,
                                    const ProgressCallback& progress, std::stop_token stop)
{
    std::vector<float> logits;
    for (std::size_t start = 0; start < images.size(); start += batchSize) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        std::vector<PixelsView> batch;
        for (std::size_t i = start; i < std::min(start + batchSize, images.size()); ++i)
            batch.push_back(images.pixels(i));
        const auto part = predictor.logits(batch);
        if (!part)
            return failureOf(part);
        logits.insert(logits.end(), part->begin(), part->end());
        if (progress)
            progress({QStringLiteral("Scoring images"),
                      static_cast<qint64>(start + batch.size()),
                      static_cast<qint64>(images.size())});
    }
    return logits;
}

} // namespace

Result<ScoreTable> scoresOf(const Project& project, const Experiment& experiment,
                            const Checkpoint& checkpoint, Subset subset,
                            const ProgressCallback& progress, std::stop_token stop)
{
    const ScoreKey key{checkpoint.id, experiment.version, subset};
    if (auto kept = loadScores(project, key))
        return *std::move(kept);
    const auto snapshot = snapshotFor(project, experiment, TruthFrom::Version);
    if (!snapshot)
        return failureOf(snapshot);
    ScoreTable table;
    table.labels = static_cast<int>(experiment.labels.size());
    for (const std::uint32_t row : usableRows(*snapshot, subset))
        table.samples.push_back(snapshot->samples[row]);
    const auto images = preparedImages(project, experiment.dataset, table.samples,
                                       find<InputBlock>(experiment.spec)->preprocessing, progress,
                                       stop);
    if (!images)
        return failureOf(images);
    const auto predictor = Predictor::open(experiment.spec, table.labels, checkpoint.path,
                                           defaultThreadCount());
    if (!predictor)
        return failureOf(predictor);
    auto logits = logitsOf(*predictor, **images, progress, stop);
    if (!logits)
        return failureOf(logits);
    table.logits = std::move(*logits);
    // Scores are a cache: a folder that cannot be written costs time, not the result.
    const auto stored = storeScores(project, key, table);
    static_cast<void>(stored);
    return table;
}

Result<std::vector<Annotation>> truthOf(const Project& project, const Experiment& experiment,
                                        const ScoreTable& table, TruthFrom from)
{
    const auto snapshot = snapshotFor(project, experiment, from);
    if (!snapshot)
        return failureOf(snapshot);
    const LabelMatrix truth = columnsOf(*snapshot, experiment.labels);
    std::vector<Annotation> cells;
    cells.reserve(table.samples.size() * truth.labels());
    for (const SampleId id : table.samples) {
        const auto found = std::lower_bound(snapshot->samples.begin(), snapshot->samples.end(), id);
        if (found == snapshot->samples.end() || *found != id)
            return failure(QStringLiteral("Sample %1 is not in the dataset any more.").arg(id.value));
        const auto row = truth.row(static_cast<std::size_t>(found - snapshot->samples.begin()));
        cells.insert(cells.end(), row.begin(), row.end());
    }
    return cells;
}

} // namespace labelwright
