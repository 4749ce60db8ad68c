#include "core/session/check_job.h"

#include "core/base/parallel.h"
#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/originals.h"
#include "core/project/sample_reader.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace labelwright {

namespace {

/// Small enough that a kill loses little work, large enough that transactions cost nothing.
constexpr int batchSize = 256;

/// A sample on its way through the check.
struct LookedAt
{
    CheckedSample checked;
    std::optional<Error> unread; ///< Why its bytes could not be read; nothing is checked then.
    std::optional<Error> unkept; ///< Why its copy could not be written.
};

using Batch = std::vector<LookedAt>;

LookedAt lookAt(SampleReader& reader, SampleId id, const QString& originals)
{
    LookedAt looked;
    looked.checked.sample = id;
    const auto stored = reader.read(id);
    if (!stored) {
        looked.unread = stored.error();
        return looked;
    }
    looked.checked.check = checkSample(stored->bytes);
    looked.checked.suffix = stored->suffix;
    looked.checked.modified = stored->modified;
    if (looked.checked.check.problem.isEmpty() && reader.keeping(id) == Keeping::Copy)
        if (const auto kept = keepOriginal(originals, stored->bytes, stored->suffix); !kept)
            looked.unkept = kept.error();
    return looked;
}

/// Reads once more what could not be read, from sources opened anew: what fails again is the
/// image's own problem. Fails when a source is not there as a whole, which is no image's fault.
Result<void> lookAgain(const std::shared_ptr<const SampleLocations>& locations,
                       const QString& originals, Batch& batch)
{
    SampleReader reader(locations);
    for (LookedAt& looked : batch) {
        if (!looked.unread)
            continue;
        const SampleId id = looked.checked.sample;
        if (const auto opened = reader.openSource(id); !opened)
            return opened;
        looked = lookAt(reader, id, originals);
        if (looked.unread)
            looked.checked.check.problem = looked.unread->summary;
        looked.unread.reset();
    }
    return {};
}

/// Stores what is through; the rest of the batch stays pending.
Result<void> storeFinished(Project& project, const Batch& batch)
{
    std::vector<CheckedSample> finished;
    for (const LookedAt& looked : batch)
        if (!looked.unread && !looked.unkept)
            finished.push_back(looked.checked);
    return storeChecks(project, finished);
}

Result<void> writtenCopies(const Batch& batch)
{
    const auto found = std::ranges::find_if(
        batch, [](const LookedAt& looked) { return looked.unkept.has_value(); });
    return found == batch.end() ? Result<void>() : tl::unexpected(*found->unkept);
}

Error unfinished(const Error& cause)
{
    return {QStringLiteral("Not all images could be checked; the import goes on where it was left "
                           "once this is mended: %1")
                .arg(cause.summary),
            cause.detail};
}

Result<void> finishBatch(Project& project, const std::shared_ptr<const SampleLocations>& locations,
                         Batch& batch)
{
    const auto read = lookAgain(locations, project.originalsFolder(), batch);
    const auto kept = writtenCopies(batch);
    const auto stored = storeFinished(project, batch);
    if (!read || !kept)
        return tl::unexpected(unfinished(read ? kept.error() : read.error()));
    return stored;
}

/// Fails when the source of one of the samples is not there as a whole.
Result<void> requireSources(const Project& project, DatasetId id,
                            const std::vector<SampleProblem>& problems)
{
    const auto locations = sampleLocations(project, id);
    if (!locations)
        return failureOf(locations);
    SampleReader reader(*locations);
    for (const SampleProblem& problem : problems)
        if (const auto opened = reader.openSource(problem.sample); !opened)
            return opened;
    return {};
}

} // namespace

Result<void> checkDataset(Project& project, DatasetId id, const ProgressCallback& progress,
                          std::stop_token stop)
{
    const auto info = dataset(project, id);
    if (!info)
        return failureOf(info);
    const auto locations = sampleLocations(project, id);
    if (!locations)
        return failureOf(locations);
    const int threads = defaultThreadCount();
    std::vector<SampleReader> readers;
    for (int i = 0; i < threads; ++i)
        readers.emplace_back(*locations);
    SampleId last;
    qint64 done = 0;
    while (true) {
        const auto pending = nextUnchecked(project, id, last, batchSize);
        if (!pending)
            return failureOf(pending);
        if (pending->empty())
            return {};
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        Batch batch(pending->size());
        parallelFor(pending->size(), threads, [&](int worker, std::size_t index) {
            batch[index] = lookAt(readers[static_cast<std::size_t>(worker)], pending->at(index),
                                  project.originalsFolder());
        });
        if (const auto finished = finishBatch(project, *locations, batch); !finished)
            return finished;
        last = pending->back();
        done += static_cast<qint64>(pending->size());
        if (progress)
            progress({QStringLiteral("Checking images"), done, info->pending});
    }
}

Result<qint64> recheckDataset(Project& project, DatasetId id, const ProgressCallback& progress,
                              std::stop_token stop)
{
    const auto before = sampleProblems(project, id);
    if (!before)
        return failureOf(before);
    if (const auto there = requireSources(project, id, *before); !there)
        return failureOf(there);
    if (const auto pending = recheckProblems(project, id); !pending)
        return pending;
    if (const auto checked = checkDataset(project, id, progress, stop); !checked)
        return failureOf(checked);
    const auto after = sampleProblems(project, id);
    if (!after)
        return failureOf(after);
    return std::ranges::count_if(*before, [&](const SampleProblem& problem) {
        return std::ranges::find(*after, problem.sample, &SampleProblem::sample) == after->end();
    });
}

} // namespace labelwright
