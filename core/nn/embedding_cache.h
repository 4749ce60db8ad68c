#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>

namespace labelwright {

/// Embeddings on disk, one append-only file per kind of embedding. A record is the image's key,
/// its vector (f32) and a checksum; a record that is torn or damaged is dropped at opening. Used by
/// one thread at a time; one process writes.
class EmbeddingCache
{
public:
    /// Opens or makes the cache of one kind in `folder`. `kind` digests all that changes the
    /// vectors except the image (backbone weights, preprocessing, pooling, precision).
    static Result<EmbeddingCache> open(const QString& folder, const QByteArray& kind,
                                       int dimensions);

    EmbeddingCache(EmbeddingCache&&) noexcept;
    EmbeddingCache& operator=(EmbeddingCache&&) noexcept;
    ~EmbeddingCache();

    /// Number of images held.
    [[nodiscard]] std::size_t size() const;

    /// Reads one image's vector into `out` (dimensions values). False when it is not held.
    bool read(const QByteArray& imageDigest, std::span<float> out) const;

    /// Adds a vector; an image already held is left as it is. On disk after `flush`.
    Result<void> add(const QByteArray& imageDigest, std::span<const float> vector);

    /// Writes what was added.
    Result<void> flush();

private:
    struct Data;
    explicit EmbeddingCache(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace labelwright
