#include "core/nn/batch_loader.h"

#include "core/base/parallel.h"

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

const ImageBatch* BatchLoader::next()
{
    std::unique_lock lock(m_mutex);
    m_given = m_taken;
    m_changed.notify_all();
    if (m_taken == m_job.batches.size())
        return nullptr;
    m_changed.wait(lock, [this] { return m_filled > m_taken; });
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
        fill(m_slots[i % 2], first, m_job.batches[i]);
        first += m_job.batches[i];
        const std::lock_guard lock(m_mutex);
        ++m_filled;
        m_changed.notify_all();
    }
}

void BatchLoader::fill(ImageBatch& batch, std::size_t first, std::size_t count) const
{
    const auto begin = m_job.order.begin() + static_cast<std::ptrdiff_t>(first);
    batch.images.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
    const std::size_t bytes = m_job.source->pixels(batch.images.front()).data.size();
    batch.pixels.resize(bytes * count);
    const bool plain = m_job.augmentation == nullptr || isIdentity(*m_job.augmentation);
    parallelFor(count, m_job.threads, [&](int, std::size_t i) {
        const PixelsView view = m_job.source->pixels(batch.images[i]);
        const auto out = std::span(batch.pixels).subspan(i * bytes, bytes);
        if (plain) {
            std::copy(view.data.begin(), view.data.end(), out.begin());
            return;
        }
        Random random = m_job.process->imageRandom(m_job.epoch, batch.images[i]);
        augment(view, *m_job.augmentation, random, out);
    });
}

} // namespace labelwright
