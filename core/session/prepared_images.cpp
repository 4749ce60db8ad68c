#include "core/session/prepared_images.h"

#include "core/base/parallel.h"
#include "core/imaging/pixel_cache.h"
#include "core/project/sample_reader.h"
#include "core/project/samples.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace labelwright {

namespace {

/// Views into a pixel cache, which it keeps alive.
class CachedImages final : public PixelSource
{
public:
    CachedImages(PixelCache cache, std::vector<PixelsView> views)
        : m_cache(std::move(cache))
        , m_views(std::move(views))
    {}

    [[nodiscard]] std::size_t size() const override { return m_views.size(); }
    [[nodiscard]] PixelsView pixels(std::size_t index) const override { return m_views[index]; }

private:
    PixelCache m_cache;
    std::vector<PixelsView> m_views;
};

Result<void> prepareOne(SampleReader& reader, PixelCache& cache, SampleId sample,
                        const QByteArray& digest, const Preprocessing& preprocessing)
{
    const auto stored = reader.read(sample);
    if (!stored)
        return failureOf(stored);
    const auto pixels = prepareImage(stored->bytes, preprocessing);
    if (!pixels)
        return failureOf(pixels);
    return cache.insert(digest, *pixels);
}

/// The samples whose images the cache lacks, each image once.
std::vector<std::size_t> missingImages(const PixelCache& cache,
                                       const std::vector<QByteArray>& digests)
{
    std::vector<std::size_t> missing;
    std::unordered_map<std::string_view, bool> seen;
    for (std::size_t i = 0; i < digests.size(); ++i) {
        const std::string_view key(digests[i].constData(),
                                   static_cast<std::size_t>(digests[i].size()));
        if (!cache.contains(digests[i]) && seen.emplace(key, true).second)
            missing.push_back(i);
    }
    return missing;
}

Result<void> fillCache(const Project& project, DatasetId dataset,
                       std::span<const SampleId> samples, const std::vector<QByteArray>& digests,
                       PixelCache& cache, const Preprocessing& preprocessing,
                       const ProgressCallback& progress, std::stop_token stop)
{
    const std::vector<std::size_t> missing = missingImages(cache, digests);
    const auto locations = sampleLocations(project, dataset);
    if (!locations)
        return failureOf(locations);
    const int threads = defaultThreadCount();
    std::vector<SampleReader> readers;
    for (int i = 0; i < threads; ++i)
        readers.emplace_back(*locations);
    std::mutex mutex;
    std::optional<Error> firstError;
    std::stop_source abandon;
    const std::stop_callback onStop(stop, [&] { abandon.request_stop(); });
    qint64 done = 0;
    parallelFor(missing.size(), threads, [&](int worker, std::size_t index) {
        const std::size_t row = missing[index];
        const auto prepared = prepareOne(readers[static_cast<std::size_t>(worker)], cache,
                                         samples[row], digests[row], preprocessing);
        const std::lock_guard lock(mutex);
        if (!prepared && !firstError) {
            firstError = prepared.error();
            abandon.request_stop();
        }
        if (progress)
            progress({QStringLiteral("Preparing images"), ++done,
                      static_cast<qint64>(missing.size())});
    }, abandon.get_token());
    if (firstError)
        return tl::unexpected(*firstError);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    return {};
}

/// Every image's view; nothing when a record is damaged. The cache then lacks all damaged ones.
std::optional<std::vector<PixelsView>> viewsOf(const PixelCache& cache,
                                               const std::vector<QByteArray>& digests)
{
    std::vector<PixelsView> views;
    views.reserve(digests.size());
    for (const QByteArray& digest : digests)
        if (const auto view = cache.find(digest))
            views.push_back(*view);
    return views.size() == digests.size() ? std::optional(std::move(views)) : std::nullopt;
}

} // namespace

Result<std::vector<QByteArray>> sampleDigests(const Project& project, DatasetId dataset,
                                              std::span<const SampleId> wanted)
{
    const auto all = samples(project, dataset);
    if (!all)
        return failureOf(all);
    std::vector<QByteArray> digests;
    digests.reserve(wanted.size());
    for (const SampleId id : wanted) {
        // samples() lists them by rising id.
        const auto found = std::lower_bound(all->begin(), all->end(), id,
                                            [](const Sample& s, SampleId i) { return s.id < i; });
        if (found == all->end() || found->id != id)
            return failure(QStringLiteral("Sample %1 is not in this dataset.").arg(id.value));
        digests.push_back(found->sha256);
    }
    return digests;
}

Result<std::shared_ptr<const PixelSource>>
preparedImages(const Project& project, DatasetId dataset, std::span<const SampleId> samples,
               const Preprocessing& preprocessing, const ProgressCallback& progress,
               std::stop_token stop)
{
    const auto digests = sampleDigests(project, dataset, samples);
    if (!digests)
        return failureOf(digests);
    auto cache = PixelCache::open(project.cacheFolder(), preprocessing);
    if (!cache)
        return failureOf(cache);
    // Damage shows only when a record is looked at; what is damaged is prepared anew, once.
    for (int round = 0; round < 2; ++round) {
        if (const auto filled = fillCache(project, dataset, samples, *digests, *cache,
                                          preprocessing, progress, stop);
            !filled)
            return failureOf(filled);
        if (auto views = viewsOf(*cache, *digests))
            return std::make_shared<const CachedImages>(std::move(*cache), *std::move(views));
    }
    return failure(QStringLiteral("The cache of prepared images in %1 is damaged: delete that "
                                  "folder and try again.")
                       .arg(project.cacheFolder()));
}

} // namespace labelwright
