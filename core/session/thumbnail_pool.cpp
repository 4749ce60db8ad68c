#include "core/session/thumbnail_pool.h"

#include "core/base/atomic_file.h"
#include "core/base/parallel.h"
#include "core/imaging/thumbnail.h"

#include <QBuffer>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

namespace labelwright {

namespace {

constexpr qsizetype memoryKilobytes = 96 * 1024;
constexpr int deliveryInterval = 30; ///< Milliseconds.
constexpr int jpegQuality = 88;

int threadCount()
{
    return std::clamp(defaultThreadCount() / 2, 2, 4);
}

/// Where the thumbnail of an image of known bytes is kept; empty while its bytes are not known: what
/// stands under its name then may still change.
QString cachePath(const QString& folder, const SampleLocation& location)
{
    if (!location.checked || location.sha256.isEmpty())
        return {};
    const QString name = QString::fromLatin1(location.sha256.toHex());
    return QStringLiteral("%1/%2/%3.jpg").arg(folder, name.left(2), name);
}

QImage readCached(const QString& path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QImage::fromData(file.readAll(), "JPG");
}

/// A full disk costs only time later.
void writeCached(const QString& path, const QImage& image)
{
    if (path.isEmpty())
        return;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (image.save(&buffer, "JPG", jpegQuality))
        static_cast<void>(writeFileAtomically(path, buffer.data()));
}

} // namespace

Thumbnails::Pool::Pool(const Project& project, Thumbnails& owner)
    : m_owner(owner)
    , m_project(project)
    , m_folder(QDir(project.cacheFolder()).filePath(QStringLiteral("thumbnails")))
    , m_memory(memoryKilobytes)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(deliveryInterval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_owner, [this] { deliver(); });
    for (int i = 0; i < threadCount(); ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

Thumbnails::Pool::~Pool()
{
    // All at once, not one after the other as they are destroyed.
    for (std::jthread& thread : m_threads)
        thread.request_stop();
}

QImage Thumbnails::Pool::find(SampleId sample)
{
    const QImage* const image = m_memory.object(sample.value);
    return image != nullptr ? *image : QImage();
}

bool Thumbnails::Pool::isBroken(SampleId sample) const
{
    return m_broken.contains(sample);
}

void Thumbnails::Pool::setWanted(DatasetId dataset, std::span<const SampleId> samples)
{
    std::vector<SampleId> missing;
    for (const SampleId sample : samples)
        if (!m_memory.contains(sample.value) && !m_broken.contains(sample))
            missing.push_back(sample);
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.clear();
        for (const SampleId sample : missing)
            if (!m_inWork.contains(sample))
                m_wishes.push_back({dataset, sample, m_generation});
    }
    m_wake.notify_all();
}

void Thumbnails::Pool::forgetLocations()
{
    m_broken.clear();
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    for (Wish& wish : m_wishes)
        wish.generation = m_generation;
}

std::optional<Thumbnails::Pool::Wish> Thumbnails::Pool::takeWish(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    // The wait ends well when there are wishes left, even where nobody waits for them any more.
    if (!m_wake.wait(lock, stop, [this] { return !m_wishes.empty(); }) || stop.stop_requested())
        return std::nullopt;
    const Wish wish = m_wishes.front();
    m_wishes.pop_front();
    m_inWork.insert(wish.sample);
    return wish;
}

void Thumbnails::Pool::work(const std::stop_token& stop)
{
    Desk desk;
    while (const auto wish = takeWish(stop)) {
        QImage image;
        if (prepare(desk, *wish))
            image = make(desk, wish->sample);
        hand(*wish, std::move(image));
    }
}

bool Thumbnails::Pool::prepare(Desk& desk, const Wish& wish)
{
    if (desk.locations && desk.dataset == wish.dataset && desk.generation == wish.generation)
        return true;
    desk = Desk{wish.dataset, wish.generation, locationsFor(wish), std::nullopt};
    if (desk.locations)
        desk.reader.emplace(desk.locations);
    return desk.locations != nullptr;
}

std::shared_ptr<const SampleLocations> Thumbnails::Pool::locationsFor(const Wish& wish)
{
    const std::lock_guard lock(m_locationsMutex);
    if (!m_shared.locations || m_shared.dataset != wish.dataset
        || m_shared.generation != wish.generation) {
        const auto project = m_project.anotherHandle();
        if (!project)
            return nullptr;
        auto locations = sampleLocations(*project, wish.dataset);
        m_shared = Desk{wish.dataset, wish.generation, locations ? *locations : nullptr,
                        std::nullopt};
    }
    return m_shared.locations;
}

QImage Thumbnails::Pool::make(Desk& desk, SampleId sample) const
{
    const SampleLocation* const location = desk.locations->find(sample);
    if (location == nullptr)
        return {};
    const QString path = cachePath(m_folder, *location);
    if (QImage cached = readCached(path); !cached.isNull())
        return cached;
    const auto bytes = desk.reader->read(sample);
    if (!bytes)
        return {};
    auto image = makeThumbnail(bytes->bytes, side);
    if (!image)
        return {};
    writeCached(path, *image);
    return *std::move(image);
}

void Thumbnails::Pool::hand(const Wish& wish, QImage image)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        m_inWork.erase(wish.sample);
        if (image.isNull() && wish.generation != m_generation) {
            // Its place moved meanwhile: once more, by the new one.
            m_wishes.push_back({wish.dataset, wish.sample, m_generation});
            m_wake.notify_one();
            return;
        }
        first = m_made.empty();
        m_made.push_back({wish.sample, std::move(image)});
    }
    if (first)
        QMetaObject::invokeMethod(&m_timer, [this] { m_timer.start(); }, Qt::QueuedConnection);
}

void Thumbnails::Pool::deliver()
{
    std::vector<Made> made;
    {
        const std::lock_guard lock(m_mutex);
        made.swap(m_made);
    }
    std::vector<SampleId> ready;
    for (Made& thumbnail : made) {
        ready.push_back(thumbnail.sample);
        if (thumbnail.image.isNull()) {
            m_broken.insert(thumbnail.sample);
            continue;
        }
        const qsizetype kilobytes = thumbnail.image.sizeInBytes() / 1024 + 1;
        m_memory.insert(thumbnail.sample.value, new QImage(std::move(thumbnail.image)), kilobytes);
    }
    if (!ready.empty())
        Q_EMIT m_owner.ready(ready);
}

} // namespace labelwright
