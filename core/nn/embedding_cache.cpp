#include "core/nn/embedding_cache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>

#include <bit>
#include <cstring>
#include <vector>

namespace labelwright {

namespace {

constexpr qsizetype keyBytes = 16;
constexpr qsizetype checkBytes = 8;
const QByteArray& magic()
{
    static const QByteArray text("LWEMBED1");
    return text;
}

QByteArray keyOf(const QByteArray& imageDigest)
{
    return QCryptographicHash::hash(imageDigest, QCryptographicHash::Sha256).left(keyBytes);
}

/// FNV-1a over 64-bit words: notices torn and damaged records.
std::uint64_t checksum(const char* bytes, qsizetype count)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (qsizetype i = 0; i < count; i += 4) {
        std::uint32_t word = 0;
        std::memcpy(&word, bytes + i, 4);
        hash = (hash ^ word) * 0x100000001b3ULL;
        hash ^= hash >> 29;
    }
    return hash;
}

Error fileError(const QFile& file)
{
    return {QStringLiteral("The embedding cache %1 cannot be used: %2.")
                .arg(file.fileName(), file.errorString()),
            {}};
}

} // namespace

struct EmbeddingCache::Data
{
    mutable QFile file;
    qsizetype dimensions = 0;
    qint64 end = 0; ///< Of the last whole record.
    QByteArray pending;
    QHash<QByteArray, qint64> offsets; ///< Of the vectors, by key.

    [[nodiscard]] qsizetype vectorBytes() const { return dimensions * 4; }
    [[nodiscard]] qsizetype recordBytes() const { return keyBytes + vectorBytes() + checkBytes; }
};

EmbeddingCache::EmbeddingCache(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
EmbeddingCache::EmbeddingCache(EmbeddingCache&&) noexcept = default;
EmbeddingCache& EmbeddingCache::operator=(EmbeddingCache&&) noexcept = default;
EmbeddingCache::~EmbeddingCache() = default;

Result<EmbeddingCache> EmbeddingCache::open(const QString& folder, const QByteArray& kind,
                                            int dimensions)
{
    auto data = std::make_unique<Data>();
    data->dimensions = dimensions;
    QDir().mkpath(folder);
    const QByteArray name =
        QCryptographicHash::hash(kind + '\n' + QByteArray::number(dimensions),
                                 QCryptographicHash::Sha256).toHex().left(24);
    data->file.setFileName(QDir(folder).filePath(
        QStringLiteral("%1.embeddings").arg(QString::fromLatin1(name))));
    if (!data->file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return tl::unexpected(fileError(data->file));
    if (data->file.read(magic().size()) != magic()
        && !(data->file.resize(0) && data->file.seek(0)
             && data->file.write(magic()) == magic().size()))
        return tl::unexpected(fileError(data->file));
    data->end = magic().size();
    while (true) {
        data->file.seek(data->end);
        const QByteArray record = data->file.read(data->recordBytes());
        if (record.size() < data->recordBytes())
            break;
        const qsizetype content = record.size() - checkBytes;
        std::uint64_t stored = 0;
        std::memcpy(&stored, record.constData() + content, sizeof stored);
        if (stored == checksum(record.constData(), content))
            data->offsets.insert(record.left(keyBytes), data->end + keyBytes);
        data->end += data->recordBytes();
    }
    return EmbeddingCache(std::move(data));
}

std::size_t EmbeddingCache::size() const
{
    return static_cast<std::size_t>(m_data->offsets.size());
}

bool EmbeddingCache::read(const QByteArray& imageDigest, std::span<float> out) const
{
    const auto found = m_data->offsets.constFind(keyOf(imageDigest));
    if (found == m_data->offsets.constEnd())
        return false;
    const qsizetype bytes = m_data->vectorBytes();
    if (*found >= m_data->end) {
        std::memcpy(out.data(), m_data->pending.constData() + (*found - m_data->end),
                    static_cast<std::size_t>(bytes));
        return true;
    }
    return m_data->file.seek(*found)
           && m_data->file.read(reinterpret_cast<char*>(out.data()), bytes) == bytes;
}

Result<void> EmbeddingCache::add(const QByteArray& imageDigest, std::span<const float> vector)
{
    const QByteArray key = keyOf(imageDigest);
    if (static_cast<qsizetype>(vector.size()) != m_data->dimensions)
        return failure(QStringLiteral("An embedding of the wrong length was to be cached."));
    if (m_data->offsets.contains(key))
        return {};
    const qsizetype begin = m_data->pending.size();
    m_data->offsets.insert(key, m_data->end + begin + keyBytes);
    m_data->pending.append(key);
    m_data->pending.append(reinterpret_cast<const char*>(vector.data()), m_data->vectorBytes());
    const std::uint64_t check =
        checksum(m_data->pending.constData() + begin, m_data->pending.size() - begin);
    m_data->pending.append(reinterpret_cast<const char*>(&check), checkBytes);
    return {};
}

Result<void> EmbeddingCache::flush()
{
    if (m_data->pending.isEmpty())
        return {};
    if (!m_data->file.seek(m_data->end)
        || m_data->file.write(m_data->pending) != m_data->pending.size())
        return tl::unexpected(fileError(m_data->file));
    m_data->end += m_data->pending.size();
    m_data->pending.clear();
    return {};
}

} // namespace labelwright
