#include "core/session/check_job.h"

#include "core/base/parallel.h"
#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/originals.h"
#include "core/project/sample_reader.h"

#include <vector>

namespace labelwright {

namespace {

/// Small enough that a kill loses little work, large enough that transactions cost nothing.
constexpr int batchSize = 256;

CheckedSample checkOne(SampleReader& reader, SampleId id, const QString& originals)
{
    CheckedSample checked;
    checked.sample = id;
    const auto stored = reader.read(id);
    if (!stored) {
        checked.check.problem = stored.error().summary;
        return checked;
    }
    checked.check = checkSample(stored->bytes);
    checked.suffix = stored->suffix;
    checked.modified = stored->modified;
    if (checked.check.problem.isEmpty() && reader.keeping(id) == Keeping::Copy) {
        const auto kept = keepOriginal(originals, stored->bytes, stored->suffix);
        if (!kept)
            checked.check.problem = kept.error().summary;
    }
    return checked;
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
        std::vector<CheckedSample> checks(pending->size());
        parallelFor(pending->size(), threads, [&](int worker, std::size_t index) {
            checks[index] = checkOne(readers[static_cast<std::size_t>(worker)],
                                     pending->at(index), project.originalsFolder());
        });
        if (const auto stored = storeChecks(project, checks); !stored)
            return stored;
        last = pending->back();
        done += static_cast<qint64>(pending->size());
        if (progress)
            progress({QStringLiteral("Checking images"), done, info->pending});
    }
}

} // namespace labelwright
