#pragma once

#include "core/base/result.h"
#include "core/imaging/pixels.h"
#include "core/imaging/preprocessing.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>

namespace labelwright {

/// Prepared images of one `Preprocessing` in one append-only pair of files, so that each image is
/// decoded once. Keys are the SHA-256 of the image file's bytes as 64 hexadecimal digits. All
/// members may be called from many threads, and several processes may have the same cache open;
/// what another process adds is seen after the next `open` or `insert`. A record that a crash left
/// half-written is dropped.
class PixelCache
{
public:
    /// Opens or makes the cache of `preprocessing` in `folder`. Takes milliseconds for 50,000
    /// images. Fails when the folder cannot be written.
    static Result<PixelCache> open(const QString& folder, const Preprocessing& preprocessing);

    PixelCache(PixelCache&&) noexcept;
    PixelCache& operator=(PixelCache&&) noexcept;
    ~PixelCache();

    [[nodiscard]] bool contains(const QByteArray& sha256) const;

    /// Number of images held.
    [[nodiscard]] std::size_t size() const;

    /// Adds an image of the cache's width, height and channels; does nothing when it is there.
    /// Fails when the disk is full or the shape is another one.
    Result<void> insert(const QByteArray& sha256, const Pixels& pixels);

    /// The image, mapped from disk; nothing when it is not there or its bytes are damaged (it may
    /// then be inserted again). The view stays valid as long as the cache lives.
    [[nodiscard]] std::optional<PixelsView> find(const QByteArray& sha256) const;

private:
    class Store;
    explicit PixelCache(std::unique_ptr<Store> store);

    std::unique_ptr<Store> m_store;
};

} // namespace labelwright
