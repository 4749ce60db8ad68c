#include "core/imaging/pixel_cache.h"

#include "core/imaging/file_handle.h"
#include "core/imaging/mapped_records.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace labelwright {

namespace {

using Key = std::array<std::uint8_t, 32>;

struct KeyHash
{
    std::size_t operator()(const Key& key) const
    {
        std::size_t value = 0; // A digest's bytes are as good as random.
        std::memcpy(&value, key.data(), sizeof value);
        return value;
    }
};

/// What the index file holds for each record, in the records' order. It is written after the
/// record, and both digests are checked, so that neither a crash nor a power cut can make a
/// half-written record count.
struct IndexEntry
{
    Key key{};
    std::uint64_t pixelsDigest = 0;
    std::uint64_t entryDigest = 0; ///< Of the two members above.
};
static_assert(sizeof(IndexEntry) == 48);

/// Non-cryptographic digest that runs at memory speed: multiply and fold, 8 bytes a step.
std::uint64_t quickDigest(std::span<const std::uint8_t> bytes)
{
    std::uint64_t digest = 0x9e3779b97f4a7c15ULL ^ bytes.size();
    const auto mix = [&digest](std::uint64_t word) {
        digest = (digest ^ word) * 0xff51afd7ed558ccdULL;
        digest ^= digest >> 32;
    };
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        mix(word);
    }
    std::uint64_t rest = 0;
    if (at < bytes.size())
        std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
    mix(rest);
    return digest;
}

std::span<const std::uint8_t> bytesOf(const IndexEntry& entry)
{
    return {reinterpret_cast<const std::uint8_t*>(&entry), sizeof entry};
}

std::uint64_t entryDigestOf(const IndexEntry& entry)
{
    return quickDigest(bytesOf(entry).first(offsetof(IndexEntry, entryDigest)));
}

std::optional<Key> keyOf(const QByteArray& sha256)
{
    const QByteArray raw = QByteArray::fromHex(sha256);
    Key key{};
    if (sha256.size() != 64 || static_cast<std::size_t>(raw.size()) != key.size())
        return std::nullopt;
    std::memcpy(key.data(), raw.constData(), key.size());
    return key;
}

} // namespace

class PixelCache::Store
{
public:
    Store(FileHandle index, FileHandle records, const Preprocessing& preprocessing)
        : m_width(preprocessing.width)
        , m_height(preprocessing.height)
        , m_channels(channelCount(preprocessing.color))
        , m_index(std::move(index))
        , m_records(std::move(records), recordSize())
    {}

    Result<void> load()
    {
        const FileLock fileLock(m_index);
        if (!readNewEntries())
            return unreadable();
        return {};
    }

    [[nodiscard]] bool contains(const Key& key) const
    {
        const std::shared_lock lock(m_mutex);
        return m_places.contains(key);
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::shared_lock lock(m_mutex);
        return m_places.size();
    }

    Result<void> insert(const Key& key, const Pixels& pixels)
    {
        if (pixels.width != m_width || pixels.height != m_height || pixels.channels != m_channels
            || pixels.data.size() != recordSize())
            return failure(QStringLiteral("The image has another shape than the pixel cache."));
        const std::uint64_t digest = quickDigest(pixels.data);
        const std::unique_lock lock(m_mutex);
        if (m_places.contains(key))
            return {};
        const FileLock fileLock(m_index);
        if (!readNewEntries())
            return unreadable();
        if (m_places.contains(key))
            return {};
        return append(key, pixels, digest);
    }

    [[nodiscard]] std::optional<PixelsView> find(const Key& key)
    {
        {
            const std::shared_lock lock(m_mutex);
            const auto found = m_places.find(key);
            if (found == m_places.end())
                return std::nullopt;
            if (const auto bytes = checkedBytes(found->second); !bytes.empty())
                return PixelsView(m_width, m_height, m_channels, bytes);
        }
        const std::unique_lock lock(m_mutex);
        m_places.erase(key); // Damaged: to be inserted again.
        return std::nullopt;
    }

private:
    static tl::unexpected<Error> unreadable()
    {
        return failure(QStringLiteral("The pixel cache's index cannot be read: %1.")
                           .arg(systemError()));
    }

    struct Place
    {
        std::size_t slot = 0;
        std::uint64_t digest = 0;
        mutable std::atomic<bool> isChecked = false;

        Place(std::size_t recordSlot, std::uint64_t pixelsDigest, bool isKnownGood)
            : slot(recordSlot), digest(pixelsDigest), isChecked(isKnownGood)
        {}
    };

    [[nodiscard]] std::size_t recordSize() const
    {
        return static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height)
               * static_cast<std::size_t>(m_channels);
    }

    /// Takes over what this or another process appended; false when that cannot be read. A part of
    /// an entry at the file's end does not count: the next append overwrites it.
    [[nodiscard]] bool readNewEntries()
    {
        const auto count = static_cast<std::size_t>(m_index.size()) / sizeof(IndexEntry);
        if (count <= m_entryCount)
            return true;
        std::vector<IndexEntry> entries(count - m_entryCount);
        const auto target = std::span(reinterpret_cast<std::uint8_t*>(entries.data()),
                                      entries.size() * sizeof(IndexEntry));
        if (!m_index.read(static_cast<qint64>(m_entryCount * sizeof(IndexEntry)), target))
            return false;
        const std::size_t capacity = m_records.capacity();
        m_places.reserve(count);
        for (const IndexEntry& entry : entries) {
            const std::size_t slot = m_entryCount++;
            if (slot >= capacity || entry.entryDigest != entryDigestOf(entry))
                continue;
            m_places.erase(entry.key); // A later record replaces a damaged earlier one.
            m_places.try_emplace(entry.key, slot, entry.pixelsDigest, false);
        }
        return true;
    }

    Result<void> append(const Key& key, const Pixels& pixels, std::uint64_t digest)
    {
        IndexEntry entry{key, digest, 0};
        entry.entryDigest = entryDigestOf(entry);
        const auto at = static_cast<qint64>(m_entryCount * sizeof(IndexEntry));
        if (!m_records.write(m_entryCount, pixels.data) || !m_index.write(at, bytesOf(entry)))
            return failure(QStringLiteral("The pixel cache cannot be written: %1. Check the free "
                                          "disk space.")
                               .arg(systemError()));
        m_places.try_emplace(key, m_entryCount, digest, true);
        ++m_entryCount;
        return {};
    }

    /// The record's bytes; empty when they do not have their digest. Checked once.
    [[nodiscard]] std::span<const std::uint8_t> checkedBytes(const Place& place) const
    {
        const auto bytes = m_records.record(place.slot);
        if (!place.isChecked.load(std::memory_order_relaxed)) {
            if (bytes.empty() || quickDigest(bytes) != place.digest)
                return {};
            place.isChecked.store(true, std::memory_order_relaxed);
        }
        return bytes;
    }

    int m_width;
    int m_height;
    int m_channels;
    FileHandle m_index;
    MappedRecords m_records;
    mutable std::shared_mutex m_mutex;
    std::unordered_map<Key, Place, KeyHash> m_places;
    std::size_t m_entryCount = 0; ///< Entries of the index file read or written so far.
};

PixelCache::PixelCache(std::unique_ptr<Store> store)
    : m_store(std::move(store))
{}
PixelCache::PixelCache(PixelCache&&) noexcept = default;
PixelCache& PixelCache::operator=(PixelCache&&) noexcept = default;
PixelCache::~PixelCache() = default;

Result<PixelCache> PixelCache::open(const QString& folder, const Preprocessing& preprocessing)
{
    if (!QDir().mkpath(folder))
        return failure(QStringLiteral("The folder %1 cannot be made; check its permissions.")
                           .arg(folder));
    const QString stem =
        QDir(folder).filePath(QString::fromLatin1("pixels-" + pixelsKey(preprocessing)));
    Result<FileHandle> index = FileHandle::open(stem + QStringLiteral(".index"));
    if (!index)
        return failureOf(index);
    Result<FileHandle> records = FileHandle::open(stem + QStringLiteral(".data"));
    if (!records)
        return failureOf(records);
    auto store = std::make_unique<Store>(std::move(*index), std::move(*records), preprocessing);
    if (const auto loaded = store->load(); !loaded)
        return failureOf(loaded);
    return PixelCache(std::move(store));
}

bool PixelCache::contains(const QByteArray& sha256) const
{
    const auto key = keyOf(sha256);
    return key && m_store->contains(*key);
}

std::size_t PixelCache::size() const
{
    return m_store->size();
}

Result<void> PixelCache::insert(const QByteArray& sha256, const Pixels& pixels)
{
    const auto key = keyOf(sha256);
    if (!key)
        return failure(QStringLiteral("The pixel cache takes SHA-256 digests of 64 digits as keys."));
    return m_store->insert(*key, pixels);
}

std::optional<PixelsView> PixelCache::find(const QByteArray& sha256) const
{
    const auto key = keyOf(sha256);
    return key ? m_store->find(*key) : std::nullopt;
}

} // namespace labelwright
