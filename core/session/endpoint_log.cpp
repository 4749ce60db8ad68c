#include "core/session/endpoint_log.h"

#include "core/base/thread_priority.h"
#include "core/imaging/thumbnail.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace labelwright {

namespace {

constexpr std::chrono::milliseconds pace{60};

/// With `thumbnailPause` this bounds thumbnails to 160 a second, so that a flood of calls does not
/// take the cores from the network that answers them.
constexpr std::size_t mostWaiting = 16;
constexpr std::chrono::milliseconds thumbnailPause{100};

template <class T>
void pushBounded(std::deque<T>& queue, T value, std::size_t most)
{
    queue.push_back(std::move(value));
    if (queue.size() > most)
        queue.pop_front();
}

LoggedImage withThumbnail(const SeenImage& seen)
{
    auto thumbnail = makeThumbnail(seen.encoded, EndpointLog::thumbnailSide);
    return {0, DeploymentId{seen.deployment}, seen.time, seen.encoded,
            thumbnail ? *std::move(thumbnail) : QImage(), seen.prediction};
}

} // namespace

EndpointLog::EndpointLog(QObject* parent)
    : QObject(parent)
    , m_thread([this](const std::stop_token& stop) { makeThumbnails(stop); })
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pace);
    connect(&m_timer, &QTimer::timeout, this, &EndpointLog::deliver);
}

EndpointLog::~EndpointLog() = default;

void EndpointLog::addCall(const HttpExchange& exchange)
{
    const std::lock_guard lock(m_mutex);
    pushBounded(m_newCalls, exchange, mostCalls);
    wake();
}

void EndpointLog::addImage(const SeenImage& image)
{
    const std::lock_guard lock(m_mutex);
    pushBounded(m_newImages, image, mostWaiting);
    m_came.notify_one();
}

void EndpointLog::wake()
{
    if (std::exchange(m_woken, true))
        return;
    QMetaObject::invokeMethod(this, [this] { m_timer.start(); }, Qt::QueuedConnection);
}

void EndpointLog::makeThumbnails(const std::stop_token& stop)
{
    lowerPriority(ThreadPriority::Job);
    std::unique_lock lock(m_mutex);
    while (m_came.wait(lock, stop, [this] { return !m_newImages.empty(); })) {
        const auto batch = std::exchange(m_newImages, {});
        lock.unlock();
        std::deque<LoggedImage> made;
        for (const SeenImage& image : batch)
            if (!stop.stop_requested())
                made.push_back(withThumbnail(image));
        lock.lock();
        for (LoggedImage& image : made)
            pushBounded(m_madeImages, std::move(image), mostImages);
        wake();
        m_came.wait_for(lock, stop, thumbnailPause, [] { return false; });
    }
}

void EndpointLog::deliver()
{
    std::deque<HttpExchange> calls;
    std::deque<LoggedImage> images;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_newCalls);
        images.swap(m_madeImages);
        m_woken = false;
    }
    for (HttpExchange& exchange : calls)
        m_calls.push_front({++m_lastCall, std::move(exchange)});
    if (m_calls.size() > mostCalls)
        m_calls.resize(mostCalls);
    for (LoggedImage& image : images) {
        image.number = ++m_lastImage;
        m_images.push_front(std::move(image));
    }
    boundImages();
    Q_EMIT changed();
}

void EndpointLog::boundImages()
{
    qsizetype bytes = 0;
    std::size_t kept = 0;
    for (; kept < m_images.size() && kept < mostImages; ++kept) {
        bytes += m_images[kept].encoded.size();
        if (bytes > mostImageBytes)
            break;
    }
    m_images.resize(kept);
}

void EndpointLog::forgetImages(DeploymentId deployment)
{
    std::erase_if(m_images,
                  [deployment](const LoggedImage& image) { return image.deployment == deployment; });
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_newImages, [deployment](const SeenImage& image) {
            return image.deployment == deployment.value;
        });
        std::erase_if(m_madeImages, [deployment](const LoggedImage& image) {
            return image.deployment == deployment;
        });
    }
    Q_EMIT changed();
}

} // namespace labelwright
