#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace labelwright {

/// Whether packing pays: images are packed already.
enum class Packing { Store, Deflate };

/// Writes a zip archive beside its final place and puts it there only when it is complete. Names
/// are UTF-8, time stamps fixed, so that equal contents give equal bytes.
class ZipWriter
{
public:
    /// Makes missing folders.
    static Result<ZipWriter> create(const QString& path);

    ZipWriter(ZipWriter&&) noexcept;
    ZipWriter& operator=(ZipWriter&&) noexcept;
    ~ZipWriter(); ///< Drops what was written unless commit() succeeded.

    Result<void> add(const QString& name, const QByteArray& content, Packing packing);

    /// Completes the archive and moves it into place. Nothing may be added afterwards.
    Result<void> commit();

private:
    struct Parts;

    explicit ZipWriter(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace labelwright
