#include "core/nn/batch_loader.h"

#include "core/base/parallel.h"
#include "core/nn/guarded.h"

#include <algorithm>

namespace labelwright {

std::vector<std::size_t> evenBatches(std::size_t images, std::size_t batchSize)
{
    const std::size_t count = (images + batchSize - 1) / batchSize;
    std::vector<std::size_t> sizes(count);
    for (std::size_t i = 0; i < count; ++i)
        sizes[i] = images / count + (i < images % count ? 1 : 0);
    return sizes;
}

BatchLoader::BatchLoader(LoaderJob job)
    : m_job(std::move(job)), m_thread([this](const std::stop_token& stop) { work(stop); })
{}

Result<const ImageBatch*> BatchLoader::next()
{
    std::unique_lock lock(m_mutex);
    m_given = m_taken;
    m_changed.notify_all();
    if (m_taken == m_job.batches.size())
        return nullptr;
    m_changed.wait(lock, [this] { return m_filled > m_taken || m_error; });
    if (m_filled == m_taken)
        return tl::unexpected(*m_error);
    return &m_slots[m_taken++ % 2];
}

void BatchLoader::work(const std::stop_token& stop)
{
    std::size_t first = 0;
    for (std::size_t i = 0; i < m_job.batches.size(); ++i) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [&] { return i < m_given + 2; }))
                return;
        }
        const auto filled = fill(m_slots[i % 2], first, m_job.batches[i]);
        first += m_job.batches[i];
        const std::lock_guard lock(m_mutex);
        if (filled)
            ++m_filled;
        else
            m_error = filled.error();
        m_changed.notify_all();
        if (!filled)
            return;
    }
}

Result<void> BatchLoader::fill(ImageBatch& batch, std::size_t first, std::size_t count) const
{
    const QString summary = QStringLiteral("The images cannot be read for the network.");
    return guarded(summary, [&]() -> Result<void> {
        const auto begin = m_job.order.begin() + static_cast<std::ptrdiff_t>(first);
        batch.images.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
        const std::size_t bytes = m_job.source->pixels(batch.images.front()).data.size();
        batch.pixels.resize(bytes * count);
        // An exception must not leave one of the threads.
        std::vector<Result<void>> copied(count);
        parallelFor(count, m_job.threads, [&](int, std::size_t i) {
            copied[i] = guarded(summary, [&] {
                copyImage(batch.images[i], std::span(batch.pixels).subspan(i * bytes, bytes));
            });
        });
        const auto failed = std::find_if(copied.begin(), copied.end(),
                                         [](const Result<void>& one) { return !one; });
        return failed == copied.end() ? Result<void>() : *failed;
    });
}

void BatchLoader::copyImage(std::uint32_t image, std::span<std::uint8_t> out) const
{
    const PixelsView view = m_job.source->pixels(image);
    if (m_job.augmentation == nullptr || isIdentity(*m_job.augmentation)) {
        std::copy(view.data.begin(), view.data.end(), out.begin());
        return;
    }
    Random random = m_job.process->imageRandom(m_job.epoch, image);
    augment(view, *m_job.augmentation, random, out);
}

} // namespace labelwright
